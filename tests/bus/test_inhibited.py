#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""While the notification server is told not to disturb: what is due waits, the start does not, and
nothing that is shown has a name in it."""
import json

import world
from world import WorldTest, at, calendar, event

MONDAY = at('2026-11-23 10:00')
MINUTE = 60
HOUR = 60 * MINUTE
TRIAL = 'oned-test'  # the tag of a notification of no meeting


class InhibitedTest(WorldTest):
    def begin(self, inhibited='no', reminders=''):
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com\n[reminders]\n%s'
                            % (self.world.calendars, reminders))
        self.world.write('ada.ics', calendar(event('ada@x', MONDAY)))
        self.world.server.end()
        self.world.start_server('--inhibited=' + inhibited)
        self.world.start(MONDAY - HOUR)
        self.sink_in()

    def inhibit(self, word):
        self.world.server.say('inhibit ' + word)
        while json.loads(self.world.server.line())['event'] != 'inhibit':
            pass  # what it was told before, and is no matter here
        self.sink_in()

    def sink_in(self):
        """The thread that hears of it shows these in turn with what it hears: the second one when it
        has told the other thread even what it had to ask for."""
        for _ in range(2):
            self.world.call('TestNotification', '()')

    def notes(self):
        return [n for n in self.world.notes() if n['hints']['x-dunst-stack-tag'] != TRIAL]

    def go(self, *instants):
        for instant in instants:
            self.world.set(instant)
        return [n['summary'] for n in self.notes()]

    def held(self, instant):
        """It is due, and does not come."""
        self.world.set(instant)
        self.world.until(lambda: self.world.json('status')['reminder'] is None
                         or self.world.json('status')['reminder']['stage'] != 'prep')
        self.assertEqual(self.notes(), [])

    def test_the_agenda_waits_for_its_end(self):
        self.begin()
        self.inhibit('yes')
        self.held(MONDAY - 30 * MINUTE)
        self.held(MONDAY - 20 * MINUTE)
        self.inhibit('no')
        shown = self.world.until(self.notes)
        self.assertEqual([n['hints']['category'] for n in shown], ['x-oned.prep'])
        self.assertIn('Ada Lovelace in 20 min', shown[0]['summary'])

    def test_it_is_known_from_the_first_moment(self):
        self.begin('yes')
        self.held(MONDAY - 30 * MINUTE)

    def test_the_start_comes_through_without_a_name(self):
        self.begin('yes')
        self.held(MONDAY - 30 * MINUTE)
        shown = self.go(MONDAY - 2 * MINUTE)
        self.assertEqual(len(shown), 1)
        self.assertTrue(shown[0].startswith('One-on-one in 2 min'), shown)

    def test_the_start_waits_too_if_it_is_not_to_come(self):
        self.begin('yes', 'quiet-start=false\n')
        self.held(MONDAY - 30 * MINUTE)
        self.assertEqual(self.go(MONDAY - 2 * MINUTE, MONDAY + 5 * MINUTE), [])
        self.inhibit('no')
        shown = self.world.until(self.notes)
        self.assertEqual([n['hints']['category'] for n in shown], ['x-oned.start'])

    def test_what_is_over_by_its_end_is_not_shown(self):
        self.begin('yes', 'quiet-start=false\n')
        self.held(MONDAY - 30 * MINUTE)
        self.assertEqual(self.go(MONDAY, MONDAY + 30 * MINUTE), [])
        self.inhibit('no')
        shown = self.world.until(self.notes)
        self.assertEqual([n['hints']['category'] for n in shown], ['x-oned.nudge'])

    def test_names_go_from_the_screen_and_come_back(self):
        self.begin()
        self.world.set(MONDAY - 30 * MINUTE)
        first, = self.notes()
        self.assertIn('Ada', first['summary'])
        for word, named in (('yes', False), ('no', True)):
            self.inhibit(word)
            again, = self.world.until(self.notes)
            self.assertEqual((again['replaces'], 'Ada' in again['summary'] + again['body']),
                             (first['id'], named))

    def test_snoozed_into_it_it_waits(self):
        self.begin()
        self.world.set(MONDAY - 30 * MINUTE)
        self.world.press(self.notes()[0]['id'], 'snooze')
        self.world.until(lambda: self.world.json('status')['reminder']['at'].startswith(
            '2026-11-23T09:40'))
        self.inhibit('yes')
        self.held(MONDAY - 20 * MINUTE)
        self.inhibit('no')
        self.assertEqual(len(self.world.until(self.notes)), 1)

    def test_it_ends_with_its_server(self):
        self.begin('yes')
        self.held(MONDAY - 30 * MINUTE)
        self.world.server.end()
        self.world.start_server()
        self.assertEqual(len(self.world.until(self.notes)), 1)

    def test_over_a_restart_of_oned_it_still_holds(self):
        self.begin('yes')
        self.held(MONDAY - 30 * MINUTE)
        self.world.kill()
        self.world.start(MONDAY - 31 * MINUTE)
        self.sink_in()
        self.held(MONDAY - 25 * MINUTE)
        self.inhibit('no')
        self.assertEqual(len(self.world.until(self.notes)), 1)

    def test_another_configuration_does_not_end_it(self):
        self.begin('yes')
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com\n[reminders]\nprep=40 min\n'
                            % self.world.calendars)
        self.world.until(lambda: self.world.json('status')['reminder']['at'].startswith(
            '2026-11-23T09:20'))
        self.held(MONDAY - 40 * MINUTE)


if __name__ == '__main__':
    world.main()
