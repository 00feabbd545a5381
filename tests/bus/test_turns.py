#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Who asks for much does not keep the others waiting, through the real bus: by what the answers know
of each other, never by the clock."""
import os
import signal

from gi.repository import Gio, GLib

import world
from world import WorldTest, at, calendar, event

MONDAY = at('2026-11-23 10:00')
MANY = 6  # a bus of a test takes no more than eight calls of one connection at once
ROUNDS = 20


class TurnsTest(WorldTest):
    def setUp(self):
        super().setUp()
        self.world.write('ada.ics', calendar(event('ada@x', MONDAY)))
        self.world.start(MONDAY - 3600)
        self.answers = []

    def connect(self):
        connection = Gio.DBusConnection.new_for_address_sync(
            self.world.bus.get_bus_address(), Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.addCleanup(connection.close_sync, None)
        return connection

    def ask(self, connection, method='GetAgendas', signature='(sa{sv})', arguments=('ada', {})):
        def answered(source, result):
            self.answers.append((method, source.call_finish(result).unpack()))
        connection.call('org.oned.Oned1', '/org/oned/Oned1', 'org.oned.Oned1', method,
                        GLib.Variant(signature, arguments), None, Gio.DBusCallFlags.NONE,
                        world.DEADLINE * 1000, None, answered)
        connection.flush_sync(None)

    def held(self):
        """oned does nothing while all of this is asked, so that it finds it all at once."""
        process = self.world.daemon.process.pid
        os.kill(process, signal.SIGSTOP)
        return lambda: os.kill(process, signal.SIGCONT)

    def wait(self, count):
        context = GLib.MainContext.default()
        while len(self.answers) < count:
            context.iteration(True)

    def test_words_pass_by_the_long_answers_of_others(self):
        """A promise that was made after many agendas were asked for is on the last of them. What comes
        only when they are made is too late to pass by, and nobody can hold a bus to its pace: one of some
        rounds will do. Without turns it never happens."""
        many, few = self.connect(), self.connect()
        for number in range(ROUNDS):
            self.answers.clear()
            go_on = self.held()
            for _ in range(MANY):
                self.ask(many)
            self.ask(few, 'AddAction', '(ssa{sv})', ('ada', 'Promise %d' % number, {}))
            go_on()
            self.wait(MANY + 1)
            if any(method == 'GetAgendas' and 'Promise %d\'' % number in str(answer)
                   for method, answer in self.answers):
                return
        self.fail('no agenda knows what was said while others were asked for')

    def test_the_calls_of_one_are_answered_in_their_order(self):
        """The first list does not have the promise yet, the second has it."""
        one = self.connect()
        for number in range(ROUNDS):
            self.answers.clear()
            go_on = self.held()
            self.ask(one)
            self.ask(one, 'AddAction', '(ssa{sv})', ('ada', 'Promise %d' % number, {}))
            self.ask(one)
            go_on()
            self.wait(3)
            self.assertEqual([method for method, _ in self.answers],
                             ['GetAgendas', 'AddAction', 'GetAgendas'])
            self.assertEqual(['Promise %d\'' % number in str(answer) for _, answer in self.answers],
                             [False, True, True])


if __name__ == '__main__':
    world.main()
