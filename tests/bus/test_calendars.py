#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What is read and what is made of it, through the real reader and the real bus."""
import datetime
import os
import shutil

import world
from world import WorldTest, at, calendar, event, stamp

MONDAY = at('2026-11-23 10:00')
HOUR = 3600
DAY = 24 * HOUR
WEEK = 7 * DAY
ROOM = 'ATTENDEE;%s;PARTSTAT=ACCEPTED:mailto:%s'


class CalendarTest(WorldTest):
    def begin(self, *events, **more):
        self.world.write('a.ics', calendar(*events, **more))
        self.world.start(MONDAY - HOUR)

    def meetings(self, *more):
        return self.world.json('meetings', '--from', '2026-11-23', '--to', '2026-11-24', *more)['meetings']

    def test_rooms_are_no_people(self):
        for room in (ROOM % ('CUTYPE=ROOM', 'room@example.com'),
                     ROOM % ('CUTYPE=RESOURCE;ROLE=NON-PARTICIPANT', 'projector@example.com'),
                     ROOM % ('CUTYPE=INDIVIDUAL', 'c_188@resource.calendar.google.com')):
            with self.subTest(room=room):
                other = self.renew(server=False)
                other.write('a.ics', calendar(event('ada@x', MONDAY, lines=[room])))
                other.start(MONDAY - HOUR)
                self.assertEqual(other.json('next')['next']['address'], 'ada@example.com')

    def test_a_third_person_makes_it_no_one_on_one_and_explain_says_so(self):
        self.begin(event('ada@x', MONDAY, lines=['ATTENDEE;PARTSTAT=DECLINED:mailto:c@example.com']))
        self.assertEqual(self.meetings(), [])
        explained = self.world.json('explain', self.world.calendars + '/a.ics')['events'][0]
        self.assertEqual(explained['verdict'], 'not')
        self.assertTrue(explained['reason'])

    def test_a_split_series_keeps_its_history_and_nothing_is_there_twice(self):
        self.begin(event('ada@x', MONDAY - 4 * WEEK))
        self.world.onectl('log', 'ada', '--covered', 'growth')
        self.world.onectl('act', 'ada', 'Keep this')
        before = self.world.json('people')['people'][0]['held']
        until = 'FREQ=WEEKLY;UNTIL=' + stamp(MONDAY - HOUR, datetime.timezone.utc) + 'Z'
        self.world.write('a.ics', calendar(event('ada@x', MONDAY - 4 * WEEK, rule=until),
                                           event('ada_R20261123@x', MONDAY + HOUR)))
        self.world.until(lambda: self.world.json('next')['next']['uid'] == 'ada_R20261123@x')
        people = self.world.json('people')['people']
        self.assertEqual([(p['name'], p['held']) for p in people], [('Ada Lovelace', before)])
        self.assertEqual(len(self.meetings()), 1)
        agenda = self.world.json('agenda', 'ada')['agendas'][0]
        self.assertEqual(agenda['items'][0]['actions'][0]['text'], 'Keep this')
        touched = {r['category']: r['last_touched']
                   for r in self.world.json('coverage', 'ada')['people'][0]['categories']}
        self.assertIsNotNone(touched['growth'])

    def test_seven_hundred_copies_of_one_uid_are_one_meeting_and_one_trouble(self):
        self.world.write('a.ics', calendar(*[event('ada@x', MONDAY)] * 350))
        for n in range(350):
            self.world.write('vdir/%d.ics' % n, calendar(event('ada@x', MONDAY)))
        self.world.start(MONDAY - HOUR)
        self.assertEqual(len(self.meetings()), 1)
        troubles = self.world.json('status')['troubles']
        self.assertTrue(1 <= len(troubles) <= 2, troubles)

    def test_one_uid_in_two_calendars_counts_once_and_the_newer_one_rules(self):
        self.world.write('one/a.ics', calendar(event('ada@x', MONDAY, lines=['SEQUENCE:1'])))
        self.world.write('two/a.ics', calendar(event('ada@x', MONDAY + HOUR, lines=['SEQUENCE:2'])))
        self.world.start(MONDAY - HOUR)
        self.assertEqual([m['start'] for m in self.meetings()], ['2026-11-23T11:00:00+01:00'])

    def test_one_bad_event_or_file_takes_nothing_else_down(self):
        bad = event('bad@x', MONDAY).replace('RRULE:FREQ=WEEKLY', 'RRULE:FREQ=WEAKLY')
        self.world.write('a.ics', calendar(bad, event('ada@x', MONDAY)))
        self.world.write('b.ics', 'this is no calendar\n')
        self.world.start(MONDAY - HOUR)
        self.assertEqual([m['uid'] for m in self.meetings()], ['ada@x'])
        troubles = self.world.json('status')['troubles']
        named = {os.path.basename(t['source']): t['line'] for t in troubles}
        self.assertIn('a.ics', named)
        self.assertEqual(named['a.ics'], calendar(bad).split('\r\n').index('RRULE:FREQ=WEAKLY') + 1)
        self.assertIn('b.ics', named)

    def test_a_half_written_file_changes_nothing_until_it_is_whole(self):
        self.begin(event('ada@x', MONDAY))
        path = self.world.calendars + '/a.ics'
        whole = calendar(event('ada@x', MONDAY + HOUR))
        with open(path, 'w', encoding='utf-8', newline='') as file:
            file.write(whole[:len(whole) // 2])
            file.flush()
            self.world.write('b.ics', calendar(event('ben@x', MONDAY + DAY, person='ben@example.com', name='Ben')))
            self.world.until(lambda: len(self.world.json('people')['people']) == 2)
            self.assertEqual(self.meetings()[0]['start'], '2026-11-23T10:00:00+01:00')
            self.assertEqual(self.world.json('status')['troubles'], [])
            file.write(whole[len(whole) // 2:])
        self.world.until(lambda: self.meetings()[0]['start'] == '2026-11-23T11:00:00+01:00')

    def test_a_file_that_cannot_be_read_any_more_keeps_its_meetings(self):
        self.begin(event('ada@x', MONDAY))
        for text in ('this is no calendar\n', 'nor is this one\n'):
            self.world.write('a.ics', text)
            before = self.world.json('status')['sources'][0]['changed']
            self.world.until(lambda: self.world.json('status')['troubles'])
            self.world.write('b.ics', calendar())
            self.world.until(lambda: self.world.json('status')['sources'][0]['changed'] != before)
            self.assertEqual([m['uid'] for m in self.meetings()], ['ada@x'])
        self.world.write('a.ics', calendar(event('ada@x', MONDAY + HOUR)))
        self.world.until(lambda: self.meetings()[0]['start'] == '2026-11-23T11:00:00+01:00')
        self.assertEqual(self.world.json('status')['troubles'], [])

    def test_a_source_that_goes_away_takes_no_meeting_with_it(self):
        self.begin(event('ada@x', MONDAY))
        self.world.onectl('add', 'ada', 'Still here')
        shutil.move(self.world.calendars, self.world.home + '/away')
        self.world.until(lambda: self.world.json('status')['sources'][0]['stale'])
        self.assertEqual(len(self.meetings()), 1)
        shutil.move(self.world.home + '/away', self.world.calendars)
        self.world.until(lambda: not self.world.json('status')['sources'][0]['stale'])
        self.assertEqual(len(self.meetings()), 1)
        self.assertEqual(self.world.json('points')['points'][0]['text'], 'Still here')

    def test_a_source_that_is_away_when_oned_starts_anew_loses_nothing(self):
        self.begin(event('ada@x', MONDAY - WEEK))
        self.world.set(MONDAY - 30 * 60)
        number = self.world.json('next')['next']['id']
        shown = self.world.notes()
        self.world.kill()
        shutil.rmtree(self.world.env['XDG_CACHE_HOME'])
        shutil.move(self.world.calendars, self.world.home + '/away')
        self.world.start(MONDAY - 20 * 60)
        self.assertEqual(self.world.json('people')['people'][0]['held'], 1)
        self.assertEqual([m['id'] for m in self.meetings()], [number])
        self.assertEqual([r for r in self.world.events() if r['event'] == 'close'], [])
        self.world.set(MONDAY - 2 * 60)
        self.assertEqual([n['replaces'] for n in self.world.notes()], [shown[0]['id']])
        shutil.move(self.world.home + '/away', self.world.calendars)
        self.world.until(lambda: self.world.json('next')['next'])
        self.assertEqual(self.world.json('next')['next']['id'], number)
        self.world.set(MONDAY - 60)
        self.assertEqual(self.world.events(), [])

    def test_a_reader_that_does_not_start_takes_no_meeting_with_it(self):
        self.begin(event('ada@x', MONDAY))
        self.world.set(MONDAY - 30 * 60)
        self.world.kill()
        shutil.rmtree(self.world.env['XDG_CACHE_HOME'])
        self.addCleanup(world.PROGRAMS.update, reader=world.PROGRAMS['reader'])
        world.PROGRAMS['reader'] = '/bin/false'
        self.world.start(MONDAY - 20 * 60)
        self.assertIn('no calendar file can be read', self.world.onectl('status'))
        self.assertEqual([m['uid'] for m in self.meetings()], ['ada@x'])
        self.world.events()
        self.world.set(MONDAY - 2 * 60)
        self.assertEqual(len(self.world.notes()), 1)

    def test_a_meeting_without_an_end_is_half_an_hour_and_says_so(self):
        text = event('ada@x', MONDAY)
        self.begin('\r\n'.join(line for line in text.split('\r\n') if not line.startswith('DTEND')))
        self.assertEqual(self.meetings()[0]['end'], '2026-11-23T10:30:00+01:00')
        self.assertIn('no end', self.world.onectl('agenda', 'ada'))
        self.world.set(MONDAY - 30 * 60)
        self.assertIn('30 minutes are assumed', self.world.notes()[0]['body'])

    def test_a_deleted_file_takes_its_meetings_with_it_but_no_history(self):
        self.begin(event('ada@x', MONDAY - WEEK))
        self.world.remove('a.ics')
        self.world.until(lambda: not self.meetings())
        self.assertEqual(self.world.json('people')['people'][0]['held'], 1)

    def test_it_can_be_ignored_and_tracked(self):
        alone = event('solo@x', MONDAY)
        alone = '\r\n'.join(l for l in alone.split('\r\n') if not l.startswith(('ATT', 'ORG')))
        self.begin(event('ada@x', MONDAY), alone.replace('Ada / me', 'Walk'))
        self.assertEqual([m['uid'] for m in self.meetings()], ['ada@x'])
        self.world.onectl('ignore', 'ada@x')
        self.assertEqual(self.meetings(), [])
        self.world.onectl('track', 'solo@x', '--person', 'sue@example.com')
        self.assertEqual([m['address'] for m in self.meetings()], ['sue@example.com'])
        self.assertIn('nope', self.world.onectl('ignore', 'nope', expect=3))

    def test_my_address_is_inferred_and_said_so(self):
        self.world.settings('[calendar]\nsources=%s\n' % self.world.calendars)
        self.begin(event('ada@x', MONDAY),
                   event('ben@x', MONDAY + HOUR, person='ben@example.com', name='Ben Braun'),
                   event('cy@x', MONDAY + 2 * HOUR, person='cy@example.com', name='Cy Costa'))
        self.assertEqual(self.world.json('status')['me'], ['me@example.com'])
        self.assertIn('found in the calendars', self.world.onectl('status'))
        self.assertEqual(len(self.meetings()), 3)

    def test_explain_lists_every_event_of_a_file(self):
        private = event('dentist@x', MONDAY, rule='', summary='Dentist')
        self.begin(event('ada@x', MONDAY), private)
        answer = self.world.json('explain', self.world.calendars + '/a.ics', '--from', '2026-11-23',
                                 '--to', '2026-12-08')
        found = {e['uid']: e for e in answer['events']}
        self.assertEqual(found['ada@x']['verdict'], 'one-on-one')
        self.assertEqual([o['start'][:10] for o in found['ada@x']['occurrences']],
                         ['2026-11-23', '2026-11-30', '2026-12-07'])
        self.assertEqual(found['dentist@x']['verdict'], 'not')
        self.assertEqual(len(found['dentist@x']['occurrences']), 1)

    def reminders(self, uid):
        return [(r['stage'], r['at'][5:16]) for r in self.world.json('explain', uid)['events'][0]['reminders']]

    def test_explain_says_when_it_will_be_reminded_of(self):
        self.begin(event('ada@x', MONDAY), event('dentist@x', MONDAY + HOUR, rule='', summary='Dentist'))
        self.assertEqual(self.reminders('ada@x'),
                         [('prep', '11-23T09:30'), ('start', '11-23T09:58'), ('nudge', '11-23T10:30')])
        path = self.world.calendars + '/a.ics'
        self.assertEqual([len(e['reminders']) for e in self.world.json('explain', path)['events']], [3, 0])
        self.world.set(MONDAY - 600)
        self.assertEqual(self.reminders('ada@x'), [('start', '11-23T09:58'), ('nudge', '11-23T10:30')])
        self.world.set(MONDAY + DAY)
        self.assertEqual(self.reminders('ada@x')[0], ('prep', '11-30T09:30'))


if __name__ == '__main__':
    world.main()
