#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Who asks for much does not keep the others waiting, through the real bus: by what the answers know
of each other, never by the clock."""
import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import unittest.mock

from gi.repository import Gio, GLib

import world
from world import WorldTest, at, calendar, event

MONDAY = at('2026-11-23 10:00')
MANY = 6  # a bus of a test takes no more than eight calls of one connection at once
ROUNDS = 20


class AskingTest(WorldTest):
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
            if not source.is_closed():
                self.answered(method, source.call_finish(result))
        connection.call('org.oned.Oned1', '/org/oned/Oned1', 'org.oned.Oned1', method,
                        GLib.Variant(signature, arguments), None, Gio.DBusCallFlags.NONE,
                        world.DEADLINE * 1000, None, answered)
        connection.flush_sync(None)

    def answered(self, method, answer):
        self.answers.append((method, answer.unpack()))

    def held(self):
        """oned does nothing while all of this is asked, so that it finds it all at once."""
        process = self.world.daemon.process.pid
        os.kill(process, signal.SIGSTOP)
        return lambda: os.kill(process, signal.SIGCONT)

    def wait(self, count):
        context = GLib.MainContext.default()
        while len(self.answers) < count:
            context.iteration(True)


class TurnsTest(AskingTest):
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


class RoomyBus:
    """With the limits of a real session's."""

    def __init__(self, folder):
        self.config = os.path.join(folder, 'bus.conf')
        with open(self.config, 'w', encoding='utf-8') as file:
            file.write('<busconfig><type>session</type><listen>unix:path=%s/bus</listen>'
                       '<policy context="default"><allow send_destination="*" eavesdrop="true"/>'
                       '<allow eavesdrop="true"/><allow own="*"/>'
                       '</policy><limit name="max_replies_per_connection">50000</limit></busconfig>' % folder)
        self.process = self.address = None

    def up(self):
        self.process = subprocess.Popen(['dbus-daemon', '--config-file=' + self.config, '--print-address'],
                                        stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()

    def get_bus_address(self):
        return self.address

    def down(self):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


class ManyTest(AskingTest):
    """One client asks for 500 agendas with 2,500 open promises: each answer is half a megabyte."""

    def setUp(self):
        with unittest.mock.patch('world.Gio.TestDBus.new', lambda flags: RoomyBus(tempfile.mkdtemp())):
            super().setUp()
        self.addCleanup(shutil.rmtree, os.path.dirname(self.world.bus.config))
        self.world.stop()
        with contextlib.closing(sqlite3.connect(self.world.env['XDG_DATA_HOME'] + '/oned/oned.db')) as store, store:
            ada, = store.execute('SELECT person FROM address').fetchone()
            store.executemany("INSERT INTO action (person, text, owner, due, created, state, closed)"
                              " VALUES (?, ?, 'me', NULL, ?, 'open', 0)",
                              [(ada, 'Send the figures, number %d' % n, MONDAY - 7200 - n) for n in range(2500)])
        self.world.start(MONDAY - 3600)

    def answered(self, method, answer):
        self.answers.append((method, answer.get_size()))

    def test_another_is_answered_after_a_few(self):
        """Some of the 500 are answered before oned has heard of all that is asked."""
        one, other = self.connect(), self.connect()
        for method, signature, arguments in (('ListCategories', '(s)', ('peer',)),
                                             ('ListActions', '(sa{sv})', ('', {}))):
            go_on = self.held()
            for _ in range(250):
                self.ask(one)
            self.ask(other, method, signature, arguments)
            before = len(self.answers)
            go_on()
            self.wait_for(method)
            self.assertLess(len(self.answers) - before, 50, method)

    def wait_for(self, method):
        context = GLib.MainContext.default()
        while method not in [name for name, _ in self.answers]:
            context.iteration(True)

    def test_what_is_large_comes_whole(self):
        """By the bus' own thread, and as it came before: in the order of the calls."""
        one = self.connect()
        go_on = self.held()
        for _ in range(3):
            self.ask(one)
            self.ask(one, 'ListCategories', '(s)', ('peer',))
            self.ask(one, 'ListActions', '(sa{sv})', ('ada', {}))
        go_on()
        self.wait(9)
        self.assertEqual([method for method, _ in self.answers], ['GetAgendas', 'ListCategories', 'ListActions'] * 3)
        self.assertEqual(len(set(self.answers)), 3)
        self.assertEqual(len(self.world.json('actions')['actions']), 2500)


if __name__ == '__main__':
    world.main()
