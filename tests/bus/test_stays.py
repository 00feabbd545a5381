#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""How long what is shown stays: as long as it is of use, and what a shared screen must not show, not so
long. And that two one-on-ones at one time are said to be."""
import contextlib
import sqlite3

import world
from world import WorldTest, at, calendar, event

MONDAY = at('2026-11-23 10:00')
MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR


def hana(start, minutes=30, **more):
    return event('hana@x', start, minutes, person='hana@example.com', name='Hana Kim',
                 summary='Hana / me', **more)


class StaysTest(WorldTest):
    def begin(self, *events, now=MONDAY - HOUR):
        self.world.write('ada.ics', calendar(event('ada@x', MONDAY), *events))
        self.world.start(now)

    def remind(self, text):
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com\n[reminders]\n%s\n'
                            % (self.world.calendars, text))

    def note(self, instant):
        """The one notification that is shown then."""
        self.world.set(instant)
        notes = self.world.notes()
        self.assertEqual(len(notes), 1, notes)
        return notes[0]

    def closed(self, instant):
        """The numbers of what is taken off by then; nothing may be shown. The store says it at once, and
        the server is told."""
        before = self.on_screen()
        self.world.set(instant)
        gone = before - self.on_screen()
        events = self.world.events()
        while not gone <= {e['id'] for e in events if e['event'] == 'close'}:
            events += self.world.until(self.world.events)
        self.assertEqual([e for e in events if e['event'] == 'notify'], [])
        return sorted(gone)

    def on_screen(self):
        path = 'file:%s/oned/oned.db?mode=ro' % self.world.env['XDG_DATA_HOME']
        with contextlib.closing(sqlite3.connect(path, uri=True)) as store:
            return {row[0] for row in store.execute("SELECT shown FROM sent WHERE state = 'shown'")}

    def test_the_start_is_gone_five_minutes_into_the_meeting(self):
        self.begin()
        self.world.set(MONDAY - 30 * MINUTE)
        self.world.notes()
        start = self.note(MONDAY - 2 * MINUTE)
        self.assertEqual(self.closed(MONDAY + 5 * MINUTE - 1), [])
        self.assertEqual(self.closed(MONDAY + 5 * MINUTE), [start['id']])
        self.assertEqual(self.closed(MONDAY + 20 * MINUTE), [])
        self.note(MONDAY + 30 * MINUTE)

    def test_so_is_the_agenda_where_no_start_is_shown(self):
        self.remind('start=off')
        self.begin()
        prep = self.note(MONDAY - 30 * MINUTE)
        self.assertEqual(self.closed(MONDAY + 5 * MINUTE - 1), [])
        self.assertEqual(self.closed(MONDAY + 5 * MINUTE), [prep['id']])

    def test_shown_late_it_stays_for_five_minutes(self):
        self.begin(now=MONDAY - DAY)
        start = self.note(MONDAY + 10 * MINUTE)
        self.assertEqual(self.closed(MONDAY + 15 * MINUTE - 1), [])
        self.assertEqual(self.closed(MONDAY + 15 * MINUTE), [start['id']])
        self.world.stop()
        self.world.start(MONDAY + 16 * MINUTE)
        self.assertEqual(self.closed(MONDAY + 29 * MINUTE), [])

    def test_a_restart_takes_off_what_would_have_gone_meanwhile(self):
        self.begin()
        start = self.note(MONDAY - 2 * MINUTE)
        self.world.kill()
        self.world.start(MONDAY + 6 * MINUTE)
        self.assertEqual(self.on_screen(), set())
        events = self.world.until(self.world.events)
        self.assertEqual([(e['event'], e['id']) for e in events], [('close', start['id'])])

    def test_a_question_waits_for_the_next_gap_and_goes_when_it_is_over(self):
        self.begin(hana(MONDAY + 40 * MINUTE, 35), event(
            'cy@x', MONDAY + 2 * HOUR, person='cy@example.com', name='Cy Young', summary='Cy / me'))
        self.world.set(MONDAY + 29 * MINUTE)
        self.world.notes()
        self.world.set(MONDAY + 30 * MINUTE)
        question, = [n for n in self.world.notes() if n['hints']['category'] == 'x-oned.nudge']
        self.assertNotIn('transient', question['hints'])
        self.assertEqual(question['timeout'], 0)
        for instant in (MONDAY + 40 * MINUTE, MONDAY + 75 * MINUTE, MONDAY + 2 * HOUR - 1):
            self.world.set(instant)  # what is said of the others comes and goes
            self.assertIn(question['id'], self.on_screen(), instant)
            self.assertNotIn(question['id'], [n['replaces'] for n in self.world.notes()])
        self.world.set(MONDAY + 2 * HOUR)
        self.assertNotIn(question['id'], self.on_screen())
        self.assertEqual(len(self.on_screen()), 1)  # the start of the third; Hana's question has gone too

    def test_a_question_after_the_last_meeting_stays_until_the_evening(self):
        self.begin()
        self.world.set(MONDAY)
        self.world.notes()
        question = self.note(MONDAY + 30 * MINUTE)
        self.assertEqual(self.closed(MONDAY + 9 * HOUR - 1), [])
        self.assertEqual(self.closed(MONDAY + 9 * HOUR), [question['id']])
        self.assertEqual(self.closed(MONDAY + 20 * HOUR), [])

    def test_an_answer_takes_the_question_off(self):
        self.begin()
        self.world.set(MONDAY)
        self.world.notes()
        question = self.note(MONDAY + 30 * MINUTE)
        self.world.onectl('log', 'ada', '--note', 'We spoke')
        self.assertEqual(self.on_screen(), set())
        events = self.world.until(self.world.events)
        self.assertEqual([(e['event'], e['id']) for e in events], [('close', question['id'])])

    def test_two_at_one_time_are_said_to_be(self):
        self.remind('prep=30 min\nstart=off')
        self.begin(hana(MONDAY + 15 * MINUTE))
        self.assertTrue(self.note(MONDAY - 30 * MINUTE)['body'].startswith(
            'At the same time: Hana Kim, 10:15–10:45\n'))
        self.assertTrue(self.note(MONDAY - 15 * MINUTE)['body'].startswith(
            'At the same time: Ada Lovelace, 10:00–10:30\n'))

    def test_two_in_one_notification_are_said_to_clash_once(self):
        self.begin(hana(MONDAY))
        body = self.note(MONDAY - 30 * MINUTE)['body']
        self.assertEqual(body.count('are at the same time'), 1, body)
        self.assertIn('\nAda Lovelace and Hana Kim are at the same time', body)

    def review(self, mine, start=MONDAY, **more):
        """A meeting of four, every week."""
        return event('review@x', start, 60, person='cy@example.com', name='Cy Young', summary='Sprint review',
                     mine=mine, lines=['ATTENDEE;PARTSTAT=ACCEPTED:mailto:dave@example.com',
                                       'ATTENDEE;PARTSTAT=ACCEPTED:mailto:eve@example.com'], **more)

    def test_another_meeting_that_i_accepted_is_said_to_be_at_that_time(self):
        self.begin(self.review('ACCEPTED'))
        self.assertTrue(self.note(MONDAY - 30 * MINUTE)['body'].startswith(
            'At the same time: Sprint review, 10:00–11:00\n'))
        self.world.kill()
        self.world.start(MONDAY - 29 * MINUTE)
        again = self.world.until(self.world.notes)[0]  # shown again in its place, from the cache
        self.assertIn('At the same time: Sprint review', again['body'])

    def test_one_that_i_did_not_accept_is_not(self):
        for mine in ('TENTATIVE', 'NEEDS-ACTION', 'DECLINED'):
            with self.subTest(mine=mine):
                another = world.World()
                self.addCleanup(another.end)
                another.write('ada.ics', calendar(event('ada@x', MONDAY), self.review(mine)))
                another.start(MONDAY - HOUR)
                another.set(MONDAY - 30 * MINUTE)
                body, = [n['body'] for n in another.notes()]
                self.assertNotIn('Sprint review', body)

    def test_what_is_known_to_be_no_clash_is_not_said_to_be_one(self):
        for other in (hana(MONDAY + 30 * MINUTE), hana(MONDAY - 30 * MINUTE), hana(MONDAY, mine='DECLINED'),
                      hana(MONDAY, partstat='DECLINED'), hana(MONDAY, lines=['STATUS:CANCELLED']),
                      event('twin@x', MONDAY)):
            with self.subTest(other=other):
                another = world.World()
                self.addCleanup(another.end)
                another.write('ada.ics', calendar(event('ada@x', MONDAY), other))
                another.start(MONDAY - 2 * HOUR)
                another.set(MONDAY - 30 * MINUTE)
                bodies = [n['body'] for n in another.notes()]
                self.assertTrue(bodies)
                self.assertNotIn('at the same time', ' '.join(bodies).lower())


if __name__ == '__main__':
    world.main()
