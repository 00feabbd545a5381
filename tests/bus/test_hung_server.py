#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""oned answers whatever the notification server does, which is called on a thread of its own: each test
holds a call of oned's provably unanswered while oned is asked and told."""
import contextlib
import json
import os
import signal
import sqlite3

import world
from world import WorldTest, at, calendar, event

MONDAY = at('2026-11-23 10:00')
MINUTE = 60
HOUR = 60 * MINUTE


class HungServerTest(WorldTest):
    def setUp(self):
        super().setUp()
        self.world.write('ada.ics', calendar(event('ada@x', MONDAY)))

    def begin(self, mode=''):
        """The clock has come to the first reminder; the server is in that mode by then."""
        self.world.start(MONDAY - HOUR)
        if mode:
            self.order('mode ' + mode)
        self.world.jump(MONDAY - 30 * MINUTE)

    def order(self, line):
        self.world.server.say(line)
        self.assertEqual(self.next()['event'], line.split()[0])

    def next(self):
        return json.loads(self.world.server.line())

    def ask_and_tell(self):
        """It answers, and takes what it is told; also about the meeting that it is calling about."""
        for _ in range(20):
            self.assertTrue(self.world.call('GetStatus', '()'))
        self.assertEqual(self.world.json('next')['next']['person'], 'Ada Lovelace')
        self.assertTrue(self.world.json('agenda', 'ada')['agendas'][0]['items'])
        self.world.onectl('add', 'ada', 'Said while nothing was shown')
        self.assertEqual(len(self.world.json('points')['points']), 1)

    def shown_at_last(self):
        shown = self.world.until(self.world.notes)
        self.assertIn('Ada Lovelace', shown[-1]['summary'])

    def test_while_the_server_does_not_answer_notify(self):
        self.begin('hang')
        self.assertEqual(self.next()['event'], 'notify')
        self.ask_and_tell()
        self.world.jump(MONDAY - 20 * MINUTE)
        self.assertTrue(self.world.call('GetStatus', '()'))
        self.order('mark')  # it was called once, and is told to answer now
        self.order('mode ok')
        self.world.set(self.world.now)
        self.assertEqual(self.world.json('status')['troubles'], [])

    def test_the_start_does_not_wait_for_an_agenda_that_hangs(self):
        self.begin('hang-once')
        prep = self.next()
        self.world.lose_patience()
        self.world.jump(MONDAY - 2 * MINUTE)
        start = self.next()
        self.assertEqual([n['hints']['category'] for n in (prep, start)], ['x-oned.prep', 'x-oned.start'])
        self.order('mark')  # it was called twice, and is told to answer now
        self.world.server.say('mode ok')
        self.world.set(self.world.now)
        left = self.world.until(self.world.events)
        self.assertEqual(left, [{'event': 'close', 'id': prep['id']}])
        self.world.set(MONDAY)
        self.assertEqual((self.world.notes(), self.world.json('status')['troubles']), ([], []))

    def test_an_agenda_that_is_shown_late_is_shown_once(self):
        self.world.start(MONDAY - HOUR)
        self.world.call('TestNotification', '()')  # after which oned knows the server
        self.world.events()
        self.order('mode freeze')
        self.world.jump(MONDAY - 30 * MINUTE)
        self.assertEqual(self.next()['event'], 'notify')
        self.world.lose_patience(2)
        self.assertEqual(self.next(), {'event': 'held', 'method': 'GetServerInformation'})
        self.ask_and_tell()
        self.order('mode ok')
        self.world.set(self.world.now)
        self.world.jump(MONDAY - 25 * MINUTE)
        self.world.set(self.world.now)
        self.assertEqual((self.world.notes(), self.world.json('status')['troubles']), ([], []))

    def test_while_the_server_answers_nothing_at_all(self):
        self.world.server.end()
        self.world.start_server('--mode=hang-at-once')
        self.begin()
        self.assertEqual(self.next(), {'event': 'held', 'method': 'GetCapabilities'})
        self.ask_and_tell()

    def test_while_the_server_is_slow_to_say_what_it_can(self):
        self.world.server.end()
        self.world.start_server('--mode=slow-capabilities')
        self.begin()
        self.assertEqual(self.next(), {'event': 'held', 'method': 'GetCapabilities'})
        self.ask_and_tell()
        self.shown_at_last()

    def test_while_the_server_is_stopped(self):
        """It has the name and its place on the bus, and cannot run."""
        self.world.start(MONDAY - HOUR)
        os.kill(self.world.server.process.pid, signal.SIGSTOP)
        self.addCleanup(os.kill, self.world.server.process.pid, signal.SIGCONT)
        self.world.jump(MONDAY - 30 * MINUTE)
        self.ask_and_tell()
        os.kill(self.world.server.process.pid, signal.SIGCONT)
        self.shown_at_last()

    def test_while_the_server_dies_in_the_middle_of_a_call(self):
        self.begin('hang')
        self.assertEqual(self.next()['event'], 'notify')
        self.world.server.process.kill()
        self.ask_and_tell()
        self.world.server.end()
        self.world.start_server()
        self.shown_at_last()

    def test_while_the_server_refuses(self):
        self.begin('error')
        self.assertEqual(self.next()['event'], 'notify')
        self.ask_and_tell()
        self.order('mode ok')
        self.world.jump(MONDAY - 28 * MINUTE)
        self.shown_at_last()

    def test_while_there_is_no_server(self):
        self.world.server.end()
        self.begin()
        self.ask_and_tell()
        self.world.start_server()
        self.shown_at_last()

    def test_it_ends_at_once_while_the_server_does_not_answer(self):
        self.begin('hang')
        self.assertEqual(self.next()['event'], 'notify')
        self.world.daemon.process.terminate()
        self.assertEqual(self.world.daemon.process.wait(world.DEADLINE), 0)

    def test_what_was_to_be_closed_is_closed_though_oned_dies(self):
        """Two questions share a notification and are too old by Wednesday, when the server hangs."""
        self.world.write('ben.ics', calendar(
            event('ben@x', MONDAY, person='ben@example.com', name='Ben Braun')))
        self.world.write('cy.ics', calendar(
            event('cy@x', MONDAY + 48 * HOUR, person='cy@example.com', name='Cy Young')))
        self.world.start(MONDAY - HOUR)
        self.world.set(MONDAY + HOUR)
        question = self.world.notes()[-1]
        self.assertEqual(question['summary'], 'What did you cover in 2 one-on-ones?')
        self.order('mode hang')
        self.world.jump(MONDAY + 48 * HOUR - 30 * MINUTE)
        heard = [self.next()]
        while heard[-1]['event'] != 'notify':
            heard.append(self.next())
        self.world.kill()
        self.order('mode ok')
        self.world.start(self.world.now)

        def closed():
            heard.extend(self.world.events())
            return {'event': 'close', 'id': question['id']} in heard
        self.world.until(closed)

    def test_a_snooze_is_kept_though_oned_dies(self):
        """Pressed while the server lets another reminder wait."""
        self.two_on_screen()
        self.order('mode hang')
        self.world.jump(MONDAY - 10 * MINUTE)
        self.wait_for_a_call()
        self.pressed_and_killed(self.ben['id'])

    def test_a_snooze_is_kept_that_was_pressed_on_what_an_earlier_life_had_shown(self):
        """The server lets the new life wait before it has shown either of the two again."""
        for mode in ('hang', 'hang-at-once'):
            for note in ('ada', 'ben'):
                with self.subTest(mode=mode, note=note):
                    self.two_on_screen()
                    self.world.kill()
                    self.order('mode ' + mode)
                    self.world.launch(MONDAY - 19 * MINUTE)
                    self.world.wait_name('org.oned.Oned1')
                    self.wait_for_a_call()
                    self.pressed_and_killed(getattr(self, note)['id'])
                self.renew()
                self.world.write('ada.ics', calendar(event('ada@x', MONDAY)))

    def test_put_off_by_command_before_it_is_shown_it_comes_then(self):
        self.begin('hang')
        number = self.next()['id']
        self.world.onectl('snooze', 'ada', '10m')
        self.order('mode ok')
        self.world.set(self.world.now)
        self.assertEqual(self.world.until(self.world.events), [{'event': 'close', 'id': number}])
        self.world.set(MONDAY - 20 * MINUTE - 1)
        self.assertEqual(self.world.notes(), [])
        self.world.set(MONDAY - 20 * MINUTE)
        self.assertEqual(len(self.world.notes()), 1)

    def two_on_screen(self):
        for name, minutes, person in (('ben', 10, 'Ben Braun'), ('cy', 20, 'Cy Young')):
            self.world.write(name + '.ics', calendar(event(
                name + '@x', MONDAY + minutes * MINUTE, person=name + '@example.com', name=person)))
        self.world.start(MONDAY - HOUR)
        self.world.set(MONDAY - 30 * MINUTE)
        self.ada = self.world.notes()[-1]
        self.world.set(MONDAY - 20 * MINUTE)
        self.ben = self.world.notes()[-1]

    def wait_for_a_call(self):
        while self.next()['event'] not in ('notify', 'held'):
            pass

    def pressed_and_killed(self, number):
        """What is in the store when oned dies is true after it: it comes ten minutes after the press."""
        def press():  # until it is heard: a new life first has to know what the one before had shown
            self.world.press(number, 'snooze')
            self.world.call('GetStatus', '()')
        press()
        self.world.until(lambda: 'snoozed' in self.states(), press)
        self.world.kill()
        self.world.server.say('mode ok')
        while self.next()['event'] != 'mode':
            pass
        pressed = self.world.now
        self.world.start(pressed)
        for now, comes in ((pressed, False), (pressed + 10 * MINUTE - 1, False), (pressed + 10 * MINUTE, True)):
            self.world.set(now)
            who = 'Ada' if number == self.ada['id'] else 'Ben'
            self.assertEqual([n['summary'][:3] for n in self.world.notes() if n['summary'].startswith(who)],
                             [who] * comes, now - MONDAY)

    def states(self):
        path = 'file:%s/oned/oned.db?mode=ro' % self.world.env['XDG_DATA_HOME']
        with contextlib.closing(sqlite3.connect(path, uri=True)) as store:
            return [row[0] for row in store.execute('SELECT state FROM sent')]


if __name__ == '__main__':
    world.main()
