#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Several meetings on one notification, through the real bus: its buttons are for all of them, and it
goes on speaking of those that are left."""
import contextlib
import json
import sqlite3

import world
from test_reminders import override
from world import WorldTest, at, calendar, event, stamp

MONDAY = at('2026-11-23 10:00')
MINUTE = 60
HOUR = 60 * MINUTE
NAMES = {'ada': 'Ada Lovelace', 'ben': 'Ben Braun', 'cy': 'Cy Young'}


def link(name):
    return 'https://meet.google.com/%s-aaaa-aaa' % (name * 3)[:3]


class MergedNotificationsTest(WorldTest):
    def write(self, name, start=MONDAY, lines=(), **more):
        self.world.write(name + '.ics', calendar(
            event(name + '@x', start, person=name + '@example.com', name=NAMES[name],
                  lines=['X-GOOGLE-CONFERENCE:' + link(name), *lines], **more)))

    def begin(self, *names, now=MONDAY - 30 * MINUTE, **starts):
        """All of them on one notification."""
        for name in names:
            self.write(name, starts.get(name, MONDAY))
        self.world.start(MONDAY - HOUR)
        self.world.set(now)
        notes = self.world.notes()
        self.assertEqual(len(notes), 1)
        for name in names:
            self.assertIn(NAMES[name], notes[0]['body'])
        return notes[0]

    def wait_event(self, wanted, count=1):
        """What the server hears until so many of these have come."""
        heard = []

        def come():
            heard.extend(self.world.events())
            return [r for r in heard if r['event'] == wanted][count - 1:]
        self.world.until(come)
        return heard

    def by_place(self, count):
        """The notifications that come next, by the id that each replaces."""
        return {r['replaces']: r for r in self.wait_event('notify', count)
                if r['event'] == 'notify'}

    def left(self, first, *names):
        """The notification is sent again in its place, and speaks of these."""
        heard = self.wait_event('notify')
        again = [r for r in heard if r['event'] == 'notify' and r['replaces'] == first['id']]
        self.assertEqual(len(again), 1, heard)
        # Another one at the same time is said to be that, wherever it is announced itself.
        text = again[0]['summary'] + '\n'.join(
            line for line in again[0]['body'].split('\n') if 'at the same time' not in line.lower())
        for name, known in NAMES.items():
            self.assertEqual(known in text, name in names, text)
        return again[0]

    def states(self):
        path = 'file:%s/oned/oned.db?mode=ro' % self.world.env['XDG_DATA_HOME']
        with contextlib.closing(sqlite3.connect(path, uri=True)) as store:
            return [row[0] for row in store.execute('SELECT state FROM sent ORDER BY id')]

    def test_snooze_puts_off_all_and_they_come_again_together(self):
        first = self.begin('ada', 'ben')
        self.world.press(first['id'], 'snooze')
        self.wait_event('close')
        for instant in (MONDAY - 25 * MINUTE, MONDAY - 20 * MINUTE - 1):
            self.world.set(instant)
            self.assertEqual(self.world.notes(), [])
        self.world.set(MONDAY - 20 * MINUTE)
        notes = self.world.notes()
        self.assertEqual([n['body'] for n in notes], [first['body']])
        self.world.press(notes[0]['id'], 'snooze')
        self.wait_event('close')
        self.world.set(MONDAY - 20 * MINUTE)  # it is written by then
        self.world.kill()
        self.world.start(MONDAY - 15 * MINUTE)
        self.assertEqual(self.world.notes(), [])
        self.world.set(MONDAY - 10 * MINUTE)
        self.assertEqual([n['body'] for n in self.world.notes()], [first['body']])

    def test_put_off_it_comes_again_together_with_another(self):
        self.write('ada')
        self.write('cy', MONDAY + 10 * MINUTE)
        self.world.start(MONDAY - HOUR)
        self.world.set(MONDAY - 30 * MINUTE)
        self.world.onectl('snooze', 'ada')
        self.wait_event('close')
        self.world.set(MONDAY - 20 * MINUTE)
        notes = self.world.notes()
        self.assertEqual(len(notes), 1)
        for name in ('ada', 'cy'):
            self.assertIn(NAMES[name], notes[0]['body'])
        self.assertEqual(self.world.json('status')['troubles'], [])
        self.assertEqual(self.states(), ['shown', 'shown'])

    def test_one_of_them_can_be_put_off_alone(self):
        first = self.begin('ada', 'ben', 'cy')
        self.world.onectl('snooze', 'ben')
        self.left(first, 'ada', 'cy')
        self.world.onectl('snooze', 'ada')
        self.left(first, 'cy')
        self.world.set(MONDAY - 20 * MINUTE)
        again = self.world.notes()
        self.assertEqual(len(again), 1)
        self.assertNotEqual(again[0]['id'], first['id'])
        self.assertNotIn(NAMES['cy'], again[0]['summary'] + again[0]['body'])

    def test_dismissed_all_stay_dismissed(self):
        first = self.begin('ada', 'ben')
        self.world.server.say('close %d 2' % first['id'])
        self.world.until(lambda: self.states() == ['dismissed', 'dismissed'])
        self.world.kill()
        self.world.start(MONDAY - 10 * MINUTE)
        self.world.server.end()
        self.world.start_server()
        self.world.set(MONDAY - 9 * MINUTE)
        self.assertEqual(self.world.notes(), [])

    def opened(self, services, count):
        """What the portal was asked to open. It is asked for all at once, in no order."""
        records = [json.loads(services.line()) for _ in range(count)]
        self.assertEqual({r['method'] for r in records}, {'OpenFile'})
        return sorted(r['target'].split('/')[-2] for r in records)

    def test_agenda_opens_a_page_for_each(self):
        services = self.world.start_services('portal')
        self.addCleanup(services.end)
        first = self.begin('ada', 'ben', 'cy')
        self.world.press(first['id'], 'agenda')
        self.assertEqual([n.lower() for n in self.opened(services, 3)],
                         [NAMES[n].lower() for n in sorted(NAMES)])

    def test_log_opens_a_page_for_each(self):
        services = self.world.start_services('portal')
        self.addCleanup(services.end)
        first = self.begin('ada', 'ben', now=MONDAY + 30 * MINUTE)
        self.assertNotIn('skipped', first['actions'])
        self.world.press(first['id'], 'default')
        self.assertEqual([n.lower() for n in self.opened(services, 2)],
                         ['ada lovelace', 'ben braun'])

    def test_join_says_whom_and_joins_them(self):
        services = self.world.start_services('portal')
        self.addCleanup(services.end)
        first = self.begin('ada', 'ben', ben=MONDAY - 5 * MINUTE, now=MONDAY - 20 * MINUTE)
        labels = dict(zip(first['actions'][::2], first['actions'][1::2]))
        self.assertEqual(labels['join'], 'Join Ben Braun')
        self.world.press(first['id'], 'join')
        self.assertEqual(json.loads(services.line())['target'], link('ben'))

    def test_cancelled_it_is_told_and_the_others_stay(self):
        first = self.begin('ada', 'ben', 'cy')
        self.write('ada', lines=['STATUS:CANCELLED'])
        notes = self.by_place(2)
        self.assertIn('Cancelled: Ada Lovelace', notes[0]['summary'])
        self.assertIn('2 one-on-ones: Ben Braun', notes[first['id']]['summary'])
        self.assertNotIn(NAMES['ada'], notes[first['id']]['body'])
        self.write('cy', lines=['STATUS:CANCELLED'])
        notes = self.by_place(2)
        self.assertIn('Cancelled: Cy Young', notes[0]['summary'])
        self.assertTrue(notes[first['id']]['summary'].startswith('Ben Braun'))
        self.write('ben', lines=['STATUS:CANCELLED'])
        heard = self.wait_event('notify')
        self.assertEqual([(r['event'], r.get('replaces')) for r in heard],
                         [('notify', first['id'])])

    def test_all_cancelled_at_once_nothing_is_left_of_it(self):
        self.world.write('all.ics', calendar(
            *(event(n + '@x', MONDAY, person=n + '@example.com', name=NAMES[n]) for n in NAMES)))
        self.world.start(MONDAY - HOUR)
        self.world.set(MONDAY - 30 * MINUTE)
        self.assertEqual(len(self.world.notes()), 1)
        self.world.write('all.ics', calendar(
            *(event(n + '@x', MONDAY, person=n + '@example.com', name=NAMES[n],
                    lines=['STATUS:CANCELLED']) for n in NAMES)))
        shown = {}

        def told():
            shown.update((r['id'], r['summary']) for r in self.world.notes())
            return len([s for s in shown.values() if s.startswith('Cancelled')]) == 3
        self.world.until(told)
        self.assertEqual(len(shown), 3, shown)

    def test_deleted_its_line_goes(self):
        first = self.begin('ada', 'ben', 'cy')
        self.write('ben', lines=['EXDATE;TZID=Europe/Berlin:' + stamp(MONDAY)])
        self.left(first, 'ada', 'cy')

    def test_moved_it_says_from_where_by_itself_and_the_others_stay(self):
        first = self.begin('ada', 'ben')
        self.world.write('ada.ics', calendar(event('ada@x', MONDAY, name=NAMES['ada']), override(
            'ada@x', MONDAY, MONDAY + 4 * HOUR, name=NAMES['ada'])))
        notes = self.by_place(2)
        self.assertEqual(set(notes), {0, first['id']})
        self.assertIn('14:00', notes[0]['summary'])
        self.assertIn('Moved from 10:00', notes[0]['body'])
        self.assertIn(NAMES['ben'], notes[first['id']]['summary'])
        self.assertNotIn(NAMES['ada'], notes[first['id']]['summary'] + notes[first['id']]['body'])

    def test_over_its_line_goes_and_the_question_comes(self):
        for name, start in (('ada', MONDAY), ('ben', MONDAY + 33 * MINUTE)):
            self.write(name, start)
        self.world.start(MONDAY - HOUR)
        self.world.set(MONDAY + 5 * MINUTE)
        first = self.world.notes()[0]
        self.world.set(MONDAY + 30 * MINUTE)
        notes = self.by_place(2)
        self.assertEqual(notes[0]['summary'], 'What did you cover with Ada Lovelace?')
        self.assertTrue(notes[first['id']]['summary'].startswith('Ben Braun'), notes)

    def test_the_start_of_one_leaves_the_others(self):
        first = self.begin('ada', 'ben', ben=MONDAY + 20 * MINUTE, now=MONDAY - 8 * MINUTE)
        self.world.set(MONDAY - 2 * MINUTE)
        notes = self.by_place(2)
        self.assertEqual(notes[0]['hints']['category'], 'x-oned.start')
        self.assertIn(NAMES['ada'], notes[0]['summary'])
        self.assertEqual(notes[first['id']]['hints']['category'], 'x-oned.prep')
        self.assertIn(NAMES['ben'], notes[first['id']]['summary'])

    def test_the_start_of_all_takes_its_place(self):
        first = self.begin('ada', 'ben')
        self.world.set(MONDAY - 2 * MINUTE)
        heard = self.world.events()
        self.assertEqual([(r['event'], r['replaces']) for r in heard], [('notify', first['id'])])
        self.world.set(MONDAY + 30 * MINUTE)
        heard = self.world.events()
        self.assertEqual([(r['event'], r['replaces']) for r in heard], [('notify', first['id'])])

    def test_led_by_the_same_meeting_another_takes_nothing_from_what_is_left(self):
        self.write('cy', MONDAY - 35 * MINUTE)
        self.write('ben', MONDAY + 5 * MINUTE, minutes=60)
        self.write('ada', MONDAY + 75 * MINUTE)
        self.world.start(MONDAY - 2 * HOUR)
        self.world.set(MONDAY - 4 * MINUTE)
        first = self.world.notes()[0]
        self.assertIn('Ben Braun in 9 min', first['summary'])
        self.assertIn(NAMES['cy'], first['body'])
        self.world.set(MONDAY + 56 * MINUTE)
        notes = self.by_place(2)
        self.assertIn('Ben Braun, started', notes[0]['summary'])
        self.assertIn(NAMES['ada'], notes[0]['body'])
        self.assertEqual(notes[first['id']]['summary'], 'What did you cover with Cy Young?')

    def test_over_while_oned_was_away_it_goes(self):
        for name, start in (('ben', MONDAY), ('ada', MONDAY + 5 * MINUTE)):
            self.write(name, start)
        self.world.start(MONDAY - HOUR)
        self.world.set(MONDAY + 40 * MINUTE)
        first = self.world.notes()[0]
        self.world.kill()
        self.world.start(MONDAY + 26 * HOUR)
        heard = self.wait_event('close')
        self.assertEqual([(r['event'], r['id']) for r in heard], [('close', first['id'])])

    def test_a_server_that_refuses_is_asked_again_to_leave_out_a_line(self):
        first = self.begin('ada', 'ben')
        self.world.server.say('mode error')
        self.world.server.line()
        self.world.onectl('snooze', 'ada')
        self.world.until(lambda: self.world.json('status')['troubles'])
        self.world.events()
        self.world.set(MONDAY - 28 * MINUTE)
        self.left(first, 'ben')

    def test_refused_at_the_end_only_the_question_comes(self):
        first = self.begin('ada', 'ben')
        self.world.server.say('mode error')
        self.world.server.line()
        self.world.set(MONDAY + 30 * MINUTE)
        self.world.until(lambda: self.world.json('status')['troubles'])
        self.world.events()
        self.world.set(MONDAY + 32 * MINUTE)
        self.assertEqual([(r['event'], r['replaces'], r['hints']['category'])
                          for r in self.wait_event('notify')],
                         [('notify', first['id'], 'x-oned.nudge')])

    def test_put_off_it_does_not_come_back_over_a_restart_of_the_server(self):
        first = self.begin('ada', 'ben')
        self.world.onectl('snooze', 'ada')
        self.left(first, 'ben')
        self.world.server.end()
        self.world.start_server()
        again = self.world.until(self.world.notes)
        self.assertEqual(len(again), 1)
        self.assertIn(NAMES['ben'], again[0]['summary'])

    def test_killed_while_its_lines_change_it_is_put_right(self):
        first = self.begin('ada', 'ben')
        self.world.server.say('mode hang')
        self.world.server.line()
        self.world.onectl('snooze', 'ada')
        self.world.kill()
        self.world.events()
        self.world.start(MONDAY - 29 * MINUTE)
        self.left(first, 'ben')


if __name__ == '__main__':
    world.main()
