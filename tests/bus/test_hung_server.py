#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""oned answers whatever the notification server does, which is called on a thread of its own: each test
holds a call of oned's provably unanswered while oned is asked and told."""
import json
import os
import signal

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


if __name__ == '__main__':
    world.main()
