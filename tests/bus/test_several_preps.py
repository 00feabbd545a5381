#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Several preps of one meeting, and a reminder on screen whose meeting changes, through the whole of
oned."""
import contextlib
import os
import sqlite3

import world
from world import WorldTest, at, calendar, event

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR
MONDAY = at('2026-11-23 10:00')
LINKS = ['X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hi' + end for end in 'jk']


class Reminders(WorldTest):
    def remind(self, text):
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com\n%s'
                            % (self.world.calendars, text))

    def begin(self, *events, now=MONDAY - HOUR):
        self.world.write('ada.ics', calendar(*(events or (event('ada@x', MONDAY),))))
        self.world.start(now)

    def notes(self, *instants):
        """Time passes; what was shown on the way."""
        for instant in instants:
            self.world.set(instant)
        return self.world.notes()

    def rows(self):
        path = 'file:%s/oned/oned.db?mode=ro' % self.world.env['XDG_DATA_HOME']
        with contextlib.closing(sqlite3.connect(path, uri=True)) as store:
            return store.execute('SELECT stage, lead, state FROM sent ORDER BY id').fetchall()

    def rewrite(self, *events):
        """Another content; answers when it has been read and all that follows is done."""
        before = self.world.json('status')['sources'][0]['changed']
        self.world.write('ada.ics', calendar(*events))
        self.world.until(lambda: self.world.json('status')['sources'][0]['changed'] != before)
        self.world.set(self.world.now)


class SeveralPrepsTest(Reminders):
    def setUp(self):
        super().setUp()
        self.remind('[reminders]\nprep=30 min; 1 day; 1 hour\n')

    def test_each_takes_the_place_of_the_one_before_also_of_another_run(self):
        self.begin(now=MONDAY - 2 * DAY)
        last, body = 0, None
        for lead, when in ((DAY, 'tomorrow · Mon 10:00–10:30'), (HOUR, 'in 1 h · 10:00–10:30'),
                           (30 * MINUTE, 'in 30 min · 10:00–10:30')):
            with self.subTest(when=when):
                self.assertEqual(self.world.json('status')['reminder']['stage'], 'prep')
                self.assertEqual(self.notes(MONDAY - lead - 1), [])
                note, = self.notes(MONDAY - lead, MONDAY - lead + 1)
                self.assertEqual(note['summary'], 'Ada Lovelace ' + when)
                self.assertEqual((note['replaces'], note['hints']['category']), (last, 'x-oned.prep'))
                self.assertNotIn('suppress-sound', note['hints'])
                self.assertEqual(note['body'], body or note['body'])
                body = note['body']
                self.world.kill()
                self.world.start(MONDAY - lead + 2)
                again, = self.world.until(self.world.notes)
                self.assertEqual((again['replaces'], again['body']), (note['id'], body))
                self.assertIs(again['hints']['suppress-sound'], True)
                last = again['id']
        self.assertEqual(self.rows(), [('prep', DAY, 'superseded'), ('prep', HOUR, 'superseded'),
                                       ('prep', 30 * MINUTE, 'shown')])
        start, = self.notes(MONDAY - 2 * MINUTE)
        self.assertEqual((start['replaces'], start['hints']['category']), (last, 'x-oned.start'))

    def test_the_agenda_is_settled_and_the_page_made_at_the_first(self):
        self.begin(now=MONDAY - 2 * DAY)
        first, = self.notes(MONDAY - DAY)
        page = self.world.home + '/Documents/one-on-ones/Ada Lovelace/2026-11-23.md'
        self.assertTrue(os.path.exists(page))
        self.world.onectl('add', 'ada', 'Salary')
        second, = self.notes(MONDAY - HOUR)
        titles = [[line for line in note['body'].split('\n') if line.startswith('• ')]
                  for note in (first, second)]
        self.assertEqual([t for t in titles[1] if t in titles[0]], titles[0])

    def test_asleep_over_several_one_is_shown(self):
        self.begin(now=MONDAY - 2 * DAY)
        note, = self.notes(MONDAY - 20 * MINUTE)
        self.assertIn('in 20 min', note['summary'])
        self.assertEqual(self.notes(MONDAY - 19 * MINUTE), [])
        self.assertEqual([row[1:] for row in self.rows() if row[2] == 'shown'],
                         [(30 * MINUTE, 'shown')])

    def test_one_that_was_dismissed_does_not_silence_the_next(self):
        self.begin(now=MONDAY - 2 * DAY)
        note, = self.notes(MONDAY - DAY)
        self.world.server.say('close %d 2' % note['id'])
        self.world.until(lambda: self.rows()[0][2] == 'dismissed')
        self.assertEqual(self.notes(MONDAY - HOUR - 1), [])
        note, = self.notes(MONDAY - HOUR)
        self.world.press(note['id'], 'snooze')
        self.world.until(lambda: self.rows()[1][2] == 'snoozed')
        self.assertEqual([n['summary'].split(' · ')[0] for n in self.notes(MONDAY - 50 * MINUTE)],
                         ['Ada Lovelace in 50 min'])
        self.assertEqual(len(self.notes(MONDAY - 30 * MINUTE)), 1)

    def test_those_in_quiet_hours_are_one_at_their_end(self):
        self.remind('[reminders]\nprep=12 h;3 h 30 min;30 min\nquiet=21:00-07:00\n')
        self.begin(now=MONDAY - 2 * DAY)
        self.assertEqual(self.notes(MONDAY - 12 * HOUR, MONDAY - 3 * HOUR - 1), [])
        self.assertEqual(len(self.notes(MONDAY - 3 * HOUR)), 1)
        self.assertEqual(len(self.notes(MONDAY - 30 * MINUTE)), 1)

    def test_one_person_can_have_several(self):
        self.remind('[reminders]\nprep=30 min\n[person ada@example.com]\nprep=4 h;2 h\n')
        self.begin(event('ada@x', MONDAY),
                   event('ben@x', MONDAY + HOUR, person='ben@example.com', name='Ben Braun'),
                   now=MONDAY - DAY)
        shown = self.notes(MONDAY - 4 * HOUR, MONDAY - 2 * HOUR, MONDAY - 30 * MINUTE,
                           MONDAY + 30 * MINUTE - 1)
        self.assertEqual([n['hints']['category'] for n in shown if 'Ada' in n['summary']],
                         ['x-oned.prep', 'x-oned.prep', 'x-oned.start'])
        self.assertEqual(len(self.notes(MONDAY + 30 * MINUTE)), 2)

    def test_one_that_is_added_comes_though_another_was_shown(self):
        self.remind('[reminders]\nprep=1 day\n')
        self.begin(now=MONDAY - 2 * DAY)
        self.assertEqual(len(self.notes(MONDAY - DAY)), 1)
        self.remind('[reminders]\nprep=1 day;30 min\n')
        self.world.until(lambda: self.world.json('status')['reminder']['at'].startswith(
            '2026-11-23T09:30'))
        self.assertEqual(self.notes(MONDAY - 31 * MINUTE), [])
        self.assertEqual(len(self.notes(MONDAY - 30 * MINUTE)), 1)

    def test_a_list_that_cannot_be_read_is_named_with_its_line(self):
        self.begin(now=MONDAY - 2 * DAY)
        self.remind('[reminders]\nprep=1 h;60\n')
        trouble, = self.world.until(lambda: self.world.json('status')['troubles'])
        self.assertEqual(trouble['line'], 5)
        self.assertIn("bad value '1 h;60' for prep", trouble['what'])
        self.assertEqual(len(self.notes(MONDAY - DAY, MONDAY - 30 * MINUTE)), 2)


class RefreshTest(Reminders):
    """The meeting of a reminder on screen changes, but not its start."""

    def setUp(self):
        super().setUp()
        self.begin(event('ada@x', MONDAY, lines=LINKS[:1]))
        self.first, = self.notes(MONDAY - 30 * MINUTE)

    def refreshed(self):
        """What came in the place of the first; nothing else did."""
        note, = self.world.events()
        self.assertEqual((note['event'], note['replaces']), ('notify', self.first['id']))
        self.assertIs(note['hints'].pop('suppress-sound'), True)
        self.assertEqual(note['hints'], self.first['hints'])
        self.assertEqual(self.rows(), [('prep', 30 * MINUTE, 'shown')])
        self.assertNotIn('Moved', note['body'])
        self.world.set(self.world.now + 1)
        self.assertEqual(self.world.events(), [])
        return note

    def test_another_title_changes_nothing_on_screen(self):
        self.rewrite(event('ada@x', MONDAY, summary='Talk', lines=LINKS[:1]))
        self.assertEqual(self.world.events(), [])

    def test_another_link_is_what_join_opens(self):
        self.rewrite(event('ada@x', MONDAY, lines=LINKS[1:]))
        self.assertEqual(self.refreshed()['actions'], self.first['actions'])

    def test_without_a_link_there_is_no_button(self):
        self.rewrite(event('ada@x', MONDAY))
        self.assertIn('join', self.first['actions'])
        self.assertNotIn('join', self.refreshed()['actions'])

    def test_another_end_is_told(self):
        self.rewrite(event('ada@x', MONDAY, minutes=45, lines=LINKS[:1]))
        self.assertIn('10:00–10:45', self.refreshed()['summary'])

    def test_it_goes_on_as_before(self):
        self.rewrite(event('ada@x', MONDAY, minutes=45, lines=LINKS[:1]))
        note = self.refreshed()
        start, = self.notes(MONDAY - 2 * MINUTE)
        self.assertEqual(start['replaces'], note['id'])
        self.assertNotIn('suppress-sound', start['hints'])
        self.assertEqual(len(self.notes(MONDAY + 45 * MINUTE)), 1)

    def test_what_was_dismissed_does_not_come_back(self):
        self.world.server.say('close %d 2' % self.first['id'])
        self.world.until(lambda: self.rows()[0][2] == 'dismissed')
        self.rewrite(event('ada@x', MONDAY, lines=LINKS[1:]))
        self.assertEqual(self.world.events(), [])

    def test_dismissed_while_it_is_refreshed_it_goes_again(self):
        self.world.server.say('mode close-first')
        self.world.server.line()
        self.rewrite(event('ada@x', MONDAY, lines=LINKS[1:]))
        told = []
        self.world.until(lambda: told.extend(r['event'] for r in self.world.events())
                         or 'close' in told)
        self.assertEqual(told, ['notify', 'close'])
        self.assertEqual(self.rows()[0][2], 'dismissed')

    def test_a_server_that_refuses_is_asked_again(self):
        self.world.server.say('mode error')
        self.world.server.line()
        self.rewrite(event('ada@x', MONDAY, lines=LINKS[1:]))
        self.assertEqual(len(self.world.notes()), 1)
        self.world.set(self.world.now + 59)
        self.assertEqual(self.world.events(), [])
        self.world.set(self.world.now + 1)
        self.refreshed()

    def test_a_server_that_dies_of_it_gets_it_again(self):
        self.world.server.say('mode die-before')
        self.world.server.line()
        self.rewrite(event('ada@x', MONDAY, lines=LINKS[1:]))
        self.world.server.end()
        self.world.start_server()
        self.world.until(lambda: self.rows()[0][2] == 'shown')
        note, = self.world.notes()
        self.assertEqual((note['replaces'], note['body']), (0, self.first['body']))

    def test_in_private_the_name_goes_from_the_screen(self):
        self.remind('[reminders]\nprivate=true\n')
        note, = self.world.until(self.world.notes)
        self.assertEqual(note['replaces'], self.first['id'])
        self.assertNotIn('Ada', note['summary'] + note['body'])


if __name__ == '__main__':
    world.main()
