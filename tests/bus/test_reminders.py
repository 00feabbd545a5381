#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Reminders through the real bus: each stage once, none for what will not happen, none lost."""
import os
import re
import time
import zoneinfo

import world
from world import WorldTest, at, calendar, event, stamp

MONDAY = at('2026-11-23 10:00')
MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WEEK = 7 * DAY


def override(uid, original, start, minutes=30, lines=(), **more):
    text = event(uid, start, minutes, rule='', **more)
    rid = 'RECURRENCE-ID;TZID=Europe/Berlin:' + stamp(original)
    return text.replace('\r\nDTSTART', '\r\n' + '\r\n'.join([rid, *lines]) + '\r\nDTSTART', 1)


class ReminderTest(WorldTest):
    def begin(self, *events, now=MONDAY - HOUR):
        self.world.write('ada.ics', calendar(*(events or (event('ada@x', MONDAY),))))
        self.world.start(now)

    def rewrite(self, *events, **more):
        """Another content; answers when it has been read."""
        before = self.world.json('status')['sources'][0]['changed']
        self.world.write('ada.ics', calendar(*events, **more))
        self.world.until(lambda: self.world.json('status')['sources'][0]['changed'] != before)

    def go(self, *instants):
        """Time passes; the summaries of what was shown on the way."""
        for instant in instants:
            self.world.set(instant)
        return [n['summary'] for n in self.world.notes()]

    def test_each_stage_is_shown_exactly_once_also_when_the_loop_is_late(self):
        self.begin()
        self.assertEqual(self.go(MONDAY - 31 * MINUTE), [])
        for late in (0, 30, 90):
            with self.subTest(late=late):
                week = MONDAY + (late // 30) * WEEK
                self.world.set(week - 31 * MINUTE)
                self.world.notes()
                for instant in (week - 30 * MINUTE, week - 2 * MINUTE, week + 30 * MINUTE):
                    self.assertEqual(len(self.go(instant + late)), 1, instant)
                    self.assertEqual(self.go(instant + late + 1, instant + late + 20), [])

    def test_the_body_of_prep_is_the_agenda(self):
        self.begin()
        self.world.set(MONDAY - 30 * MINUTE)
        note = self.world.notes()[0]
        items = self.world.json('agenda', 'ada')['agendas'][0]['items']
        self.assertIn('Ada Lovelace', note['summary'])
        for item in items:
            self.assertIn(item['title'].replace('&', '&amp;'), note['body'])
        self.assertTrue(3 <= len(note['body'].strip().split('\n')) <= 6, note['body'])

    def test_an_instance_deleted_while_its_reminder_waits_is_not_reminded_of(self):
        self.begin()
        self.rewrite(event('ada@x', MONDAY, lines=['EXDATE;TZID=Europe/Berlin:' + stamp(MONDAY)]))
        self.assertEqual(self.go(MONDAY - 30 * MINUTE, MONDAY - MINUTE, MONDAY + HOUR), [])
        self.assertEqual(len(self.go(MONDAY + WEEK - 30 * MINUTE)), 1)

    def test_an_instance_deleted_while_its_reminder_is_shown_is_taken_off_the_screen(self):
        self.begin()
        self.assertEqual(len(self.go(MONDAY - 30 * MINUTE)), 1)
        self.rewrite(event('ada@x', MONDAY, lines=['EXDATE;TZID=Europe/Berlin:' + stamp(MONDAY)]))
        self.world.until(lambda: 'close' in [r['event'] for r in self.world.events()])
        self.assertEqual(self.go(MONDAY - MINUTE, MONDAY + HOUR), [])

    def test_a_moved_instance_is_reminded_of_at_its_new_time_only(self):
        tuesday = MONDAY + DAY + 3 * HOUR
        self.begin(event('ada@x', MONDAY), override('ada@x', MONDAY, tuesday))
        self.assertEqual(self.go(MONDAY - 30 * MINUTE, MONDAY - MINUTE, MONDAY + HOUR), [])
        meeting = self.world.json('agenda', 'ada')['agendas'][0]['meeting']
        self.assertEqual(meeting['moved_from'], '2026-11-23T10:00:00+01:00')
        self.assertEqual(len(self.go(tuesday - 30 * MINUTE)), 1)
        self.assertEqual(len(self.go(tuesday - 2 * MINUTE)), 1)

    def stages(self, other, *instants):
        """Time passes in another world; what was shown, and when."""
        shown = []
        for instant in instants:
            other.set(instant)
            shown += [(instant - MONDAY, n['hints']['category'][len('x-oned.'):]) for n in other.notes()]
        return shown

    def test_a_moved_instance_rings_at_its_new_time_whichever_way_it_was_moved(self):
        for shift in (0, -3 * HOUR, 3 * HOUR, -DAY - 2 * HOUR, DAY + 2 * HOUR):
            with self.subTest(shift=shift):
                other = self.renew()
                other.write('ada.ics', calendar(override('ada@x', MONDAY, MONDAY + shift), event('ada@x', MONDAY)))
                other.start(MONDAY - 2 * DAY)
                instants = {at + lead for at in (MONDAY, MONDAY + shift)
                            for lead in (-30 * MINUTE, -2 * MINUTE, 30 * MINUTE)}
                self.assertEqual(self.stages(other, *sorted(instants)),
                                 [(shift - 30 * MINUTE, 'prep'), (shift - 2 * MINUTE, 'start'),
                                  (shift + 30 * MINUTE, 'nudge')])

    def test_two_instances_deleted_in_one_line_do_not_ring_and_the_third_does(self):
        self.begin(event('ada@x', MONDAY, lines=[
            'EXDATE;TZID=Europe/Berlin:%s,%s' % (stamp(MONDAY), stamp(MONDAY + WEEK))]))
        self.assertEqual(self.go(MONDAY - 30 * MINUTE, MONDAY, MONDAY + HOUR, MONDAY + WEEK - 30 * MINUTE,
                                 MONDAY + WEEK + HOUR), [])
        self.assertEqual(len(self.go(MONDAY + 2 * WEEK - 30 * MINUTE)), 1)

    def test_a_meeting_moved_while_it_is_on_the_screen_says_from_where(self):
        self.begin()
        self.world.set(MONDAY - 30 * MINUTE)
        first = self.world.notes()[0]
        self.rewrite(event('ada@x', MONDAY), override('ada@x', MONDAY, MONDAY + 4 * HOUR))
        moved = self.world.until(self.world.notes)[0]
        self.assertEqual(moved['replaces'], first['id'])
        self.assertIn('10:00', moved['summary'] + moved['body'])
        self.assertIn('14:00', moved['summary'] + moved['body'])

    def test_a_cancelled_meeting_does_not_ring(self):
        cancelled = ['STATUS:CANCELLED']
        for events, more in (([event('ada@x', MONDAY, lines=cancelled)], {}),
                             ([event('ada@x', MONDAY)], {'lines': ['METHOD:CANCEL']}),
                             ([event('ada@x', MONDAY), override('ada@x', MONDAY, MONDAY, lines=cancelled)], {})):
            with self.subTest(events=events, more=more):
                other = self.renew()
                other.write('ada.ics', calendar(*events, **more))
                other.start(MONDAY - HOUR)
                for instant in (MONDAY - 30 * MINUTE, MONDAY - MINUTE, MONDAY + HOUR):
                    other.set(instant)
                self.assertEqual(other.notes(), [])

    def test_a_meeting_cancelled_on_the_screen_is_replaced_by_a_line_that_says_so(self):
        self.begin()
        self.world.set(MONDAY - 30 * MINUTE)
        first = self.world.notes()[0]
        self.rewrite(event('ada@x', MONDAY), override('ada@x', MONDAY, MONDAY,
                                                      lines=['STATUS:CANCELLED']))
        told = self.world.until(self.world.notes)[0]
        self.assertEqual(told['replaces'], first['id'])
        self.assertIn('cancelled', (told['summary'] + told['body']).lower())
        self.assertEqual(self.go(MONDAY - MINUTE, MONDAY + HOUR), [])

    def test_my_decline_silences_and_so_does_the_others_but_nobody_elses(self):
        for mine, theirs, count in (('ACCEPTED', 'ACCEPTED', 1), ('DECLINED', 'ACCEPTED', 0),
                                    ('ACCEPTED', 'DECLINED', 0), ('TENTATIVE', 'NEEDS-ACTION', 1)):
            with self.subTest(mine=mine, theirs=theirs):
                other = self.renew()
                text = event('ada@x', MONDAY, mine=mine, partstat=theirs)
                other.write('ada.ics', calendar(text.replace('mailto:me@', 'MAILTO:Me@')))
                other.start(MONDAY - HOUR)
                other.set(MONDAY - 30 * MINUTE)
                self.assertEqual(len(other.notes()), count)

    def test_one_instance_declined_by_me_is_silent_the_others_are_not(self):
        self.begin(event('ada@x', MONDAY), override('ada@x', MONDAY, MONDAY, mine='DECLINED'))
        self.assertEqual(self.go(MONDAY - 30 * MINUTE, MONDAY - MINUTE, MONDAY + HOUR), [])
        self.assertEqual(len(self.go(MONDAY + WEEK - 30 * MINUTE)), 1)

    def test_a_series_declined_by_me_rings_for_the_one_instance_i_accepted(self):
        self.begin(event('ada@x', MONDAY, mine='DECLINED'), override('ada@x', MONDAY, MONDAY, mine='ACCEPTED'))
        self.assertEqual(len(self.go(MONDAY - 30 * MINUTE)), 1)
        self.assertEqual(self.go(MONDAY + DAY, MONDAY + WEEK - 30 * MINUTE, MONDAY + WEEK + HOUR)[1:], [])

    def test_a_room_that_declined_is_nobody_and_my_other_address_is_me(self):
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com;i@example.org\n' % self.world.calendars)
        room = 'ATTENDEE;CUTYPE=RESOURCE;PARTSTAT=DECLINED:mailto:r1@resource.calendar.google.com'
        mine = event('ben@x', MONDAY + 2 * HOUR, person='ben@example.com', mine='DECLINED')
        self.begin(event('ada@x', MONDAY, lines=[room]), mine.replace('mailto:me@example.com', 'MAILTO:I@Example.org'))
        self.assertEqual(len(self.go(MONDAY - 30 * MINUTE)), 1)
        self.world.set(MONDAY + HOUR)
        self.world.notes()
        self.assertEqual(self.go(MONDAY + 2 * HOUR - 30 * MINUTE, MONDAY + 2 * HOUR, MONDAY + 3 * HOUR), [])

    def test_floating_and_all_day_times_are_those_of_the_clock_on_the_wall(self):
        for name in ('Pacific/Auckland', 'America/Los_Angeles'):
            with self.subTest(zone=name):
                zone = zoneinfo.ZoneInfo(name)
                nine = at('2026-11-23 09:00', zone)
                other = self.renew(zone=name)
                floating = event('ada@x', at('2026-11-23 09:00')).replace(';TZID=Europe/Berlin', '')
                days = re.sub(r'(DTSTART|DTEND)[^:]*:(........)T......', r'\1;VALUE=DATE:\2',
                              event('ben@x', at('2026-11-23 09:00'), minutes=24 * 60, person='ben@example.com'))
                other.write('ada.ics', calendar(floating, days))
                other.start(nine - 12 * HOUR)
                midnight = nine - 9 * HOUR
                self.assertEqual(
                    self.stages(other, midnight - 30 * MINUTE, midnight - MINUTE, midnight, nine - 31 * MINUTE,
                                nine - 30 * MINUTE, nine - 2 * MINUTE, midnight + DAY + HOUR)[:2],
                    [(nine - 30 * MINUTE - MONDAY, 'prep'), (nine - 2 * MINUTE - MONDAY, 'start')])
                self.assertEqual({m['person'] for m in other.json('meetings', '--from', '2026-11-01', '--to',
                                                                  '2026-12-31', '--all')['meetings']},
                                 {'Ada Lovelace'})

    def with_zone_of_its_own(self):
        """oned has a link of its own in the place of /etc/localtime; the answer is what sets it."""
        link, wrapper = self.world.home + '/localtime', self.world.home + '/oned-at'
        with open(wrapper, 'w', encoding='utf-8') as file:
            file.write('#!/bin/sh\nunset TZ\nexec %s --localtime=%s "$@"\n'
                       % (os.path.abspath(world.PROGRAMS['oned-at']), link))
        os.chmod(wrapper, 0o700)
        self.addCleanup(world.PROGRAMS.update, {'oned-at': world.PROGRAMS['oned-at']})
        world.PROGRAMS['oned-at'] = wrapper

        def zone(name):
            os.symlink('/usr/share/zoneinfo/' + name, link + '.new')
            os.rename(link + '.new', link)
        return zone

    def test_another_zone_while_it_runs_moves_what_floats_and_nothing_else(self):
        zone = self.with_zone_of_its_own()
        zone('Europe/Berlin')
        floating = event('ben@x', MONDAY, person='ben@example.com', name='Ben Braun')
        self.begin(event('ada@x', MONDAY), floating.replace(';TZID=Europe/Berlin', ''), now=MONDAY - 8 * HOUR)
        self.world.until(lambda: len(self.world.json('people')['people']) == 2)
        zone('America/New_York')
        self.world.set(MONDAY - 9 * HOUR)  # what a clock does of which that is told
        shown = self.go(MONDAY - 30 * MINUTE)
        self.assertEqual(len(shown), 1)
        self.assertIn('Ada', shown[0])
        self.assertIn('04:00', shown[0])
        self.go(MONDAY + HOUR)
        shown = self.go(MONDAY + 6 * HOUR - 30 * MINUTE)
        self.assertTrue([s for s in shown if 'Ben' in s and '10:00' in s], shown)

    def test_asleep_over_the_lead_it_is_shown_once_on_waking(self):
        self.begin()
        shown = self.go(MONDAY - 4 * MINUTE)
        self.assertEqual(len(shown), 1)
        self.assertIn('4 min', shown[0])

    def test_asleep_over_the_whole_meeting_only_the_nudge_comes(self):
        self.begin()
        self.assertEqual(len(self.go(MONDAY + HOUR)), 1)
        states = self.world.json('meetings', '--from', '2026-11-23', '--to', '2026-11-24')['meetings']
        self.assertEqual([m['state'] for m in states], ['held'])

    def test_five_years_of_past_meetings_are_met_with_silence(self):
        start = at('2021-11-22 10:00')
        self.begin(event('ada@x', start), now=MONDAY - DAY)
        self.assertEqual(self.go(MONDAY - DAY + HOUR), [])
        self.assertEqual(len(self.go(MONDAY - 30 * MINUTE)), 1)

    def test_six_due_at_once_become_one(self):
        people = ['ada', 'ben', 'cy', 'dee', 'eve', 'fay']
        self.begin(*(event(p + '@x', MONDAY + n * 5 * MINUTE, person=p + '@example.com', name=p.title())
                     for n, p in enumerate(people)))
        self.assertEqual(len(self.go(MONDAY - 3 * MINUTE)), 1)
        self.assertEqual(self.go(MONDAY - 3 * MINUTE + 1), [])

    def test_back_to_back_meetings_are_both_announced(self):
        self.begin(event('ada@x', MONDAY),
                   event('ben@x', MONDAY + 30 * MINUTE, person='ben@example.com', name='Ben Braun'))
        self.assertIn('Ada', self.go(MONDAY - 30 * MINUTE)[0])
        shown = self.go(MONDAY - 2 * MINUTE, MONDAY)
        self.assertTrue(any('Ada' in s for s in shown) and any('Ben' in s for s in shown), shown)

    def test_a_daily_and_a_weekly_meeting_with_one_person_are_both_announced(self):
        self.begin(event('daily@x', MONDAY + 4 * HOUR, rule='FREQ=DAILY'), event('weekly@x', MONDAY))
        self.assertEqual(len(self.go(MONDAY - 30 * MINUTE)), 1)
        self.assertEqual(len(self.go(MONDAY - 2 * MINUTE)), 1)
        self.world.set(MONDAY + 30 * MINUTE)
        self.world.notes()
        self.assertEqual(len(self.go(MONDAY + 3 * HOUR + 30 * MINUTE)), 1)

    def test_a_dismissed_reminder_stays_dismissed(self):
        self.begin()
        self.world.set(MONDAY - 30 * MINUTE)
        number = self.world.notes()[0]['id']
        self.world.server.say('close %d 2' % number)
        self.rewrite(event('ada@x', MONDAY, lines=['SEQUENCE:4']))
        self.assertEqual(self.go(MONDAY - 20 * MINUTE), [])
        self.world.kill()
        self.world.start(MONDAY - 15 * MINUTE)
        self.assertEqual(self.go(MONDAY - 10 * MINUTE), [])

    def test_a_resync_announces_nothing_again(self):
        self.begin()
        self.world.set(MONDAY - 30 * MINUTE)
        self.assertEqual(len(self.world.notes()), 1)
        text = event('ada@x', MONDAY, lines=['SEQUENCE:7', 'LAST-MODIFIED:20261122T000000Z'])
        text = text.replace('DTSTAMP:20260101T', 'DTSTAMP:20261123T')
        self.world.write('renamed.ics', calendar(text))
        self.world.remove('ada.ics')
        self.world.until(lambda: 'renamed' in self.world.json('next')['next']['source'])
        self.assertEqual(self.go(MONDAY - 20 * MINUTE), [])

    def make_again(self, monday, other):
        """Deletes it, and makes it again once oned has looked; the seconds between."""
        before = self.world.json('status')['sources'][0]['changed']
        gone = time.monotonic()
        self.world.remove('ada.ics')
        self.world.write(other + '.ics', calendar())
        self.world.until(lambda: self.world.json('status')['troubles'] or
                         self.world.json('status')['sources'][0]['changed'] != before)
        self.world.write('ada.ics', calendar(event('ada@x', MONDAY)))
        moment = time.monotonic() - gone
        self.world.write('last.ics', calendar(event(other + '@x', monday + DAY, person=other + '@example.com')))
        self.world.until(lambda: other + '@example.com' in str(self.world.json('people')['people']))
        return moment

    def test_deleted_and_made_again_within_a_moment_nothing_flickers(self):
        """oned waits a second for a file to come back. On a busy machine we may be too late: once more, then."""
        self.begin()
        for week, other in enumerate(('ben', 'cleo', 'dan', 'eve', 'finn', 'gus')):
            monday = MONDAY + week * WEEK
            self.go(monday - 31 * MINUTE)
            self.assertEqual(len(self.go(monday - 30 * MINUTE)), 1)
            if self.make_again(monday, other) < 0.9:
                self.assertEqual(self.world.events(), [])
                return
        self.fail('the machine was too busy, six times')

    def test_expired_is_not_dismissed_and_all_is_gone_when_the_meeting_is_over(self):
        self.begin()
        self.world.set(MONDAY - 30 * MINUTE)
        prep = self.world.notes()[0]
        self.world.server.say('close %d 1' % prep['id'])
        self.assertEqual(self.go(MONDAY - 20 * MINUTE), [])
        self.world.set(MONDAY - 2 * MINUTE)
        start = self.world.notes()
        self.assertEqual([n['hints']['category'] for n in start], ['x-oned.start'])
        self.world.set(MONDAY + 30 * MINUTE)
        told = self.world.events()
        self.assertTrue([r for r in told if r['event'] == 'close' and r['id'] == start[0]['id']
                         or r['event'] == 'notify' and r['replaces'] == start[0]['id']], told)

    def test_killed_after_it_was_shown_it_stays_where_it_is_and_its_buttons_work(self):
        self.begin()
        self.world.set(MONDAY - 30 * MINUTE)
        first = self.world.notes()[0]
        self.world.kill()
        self.world.start(MONDAY - 29 * MINUTE)
        again = self.world.until(self.world.notes)
        self.assertEqual([n['replaces'] for n in again], [first['id']])
        self.assertEqual(again[0]['body'], first['body'])
        self.world.press(again[0]['id'], 'snooze')
        self.world.until(lambda: self.world.json('status')['reminder']['at'].startswith(
            '2026-11-23T09:41'))
        self.assertEqual(self.go(MONDAY - 25 * MINUTE), [])

    def test_without_a_server_the_reminder_waits_for_one(self):
        self.world.server.end()
        self.begin()
        self.world.set(MONDAY - 30 * MINUTE)
        self.assertTrue(self.world.json('status')['troubles'])
        self.world.start_server()
        shown = self.world.until(self.world.notes)
        self.assertEqual(len(shown), 1)

    def test_a_server_killed_while_it_shows_the_reminder_gets_it_again(self):
        self.begin()
        self.world.set(MONDAY - 30 * MINUTE)
        self.assertEqual(len(self.world.notes()), 1)
        self.world.server.end()
        self.world.start_server()
        again = self.world.until(self.world.notes)
        self.assertEqual(len(again), 1)
        self.world.press(again[0]['id'], 'snooze')
        self.world.until(lambda: self.world.json('status')['reminder']['at'].startswith('2026-11-23T09:40'))

    def test_a_question_comes_back_from_a_server_that_died_though_the_times_were_corrected(self):
        self.begin()
        self.go(MONDAY + HOUR)
        self.rewrite(event('ada@x', MONDAY), override('ada@x', MONDAY, MONDAY - 10 * MINUTE))
        self.world.server.end()
        self.world.start_server()
        note = self.world.until(self.world.notes)
        self.assertEqual([n['hints']['category'] for n in note], ['x-oned.nudge'])

    def test_a_snooze_survives_a_restart_and_ends_with_the_meeting(self):
        self.begin()
        self.world.set(MONDAY - 30 * MINUTE)
        self.world.onectl('snooze', 'ada', '10m')
        self.world.notes()
        self.world.kill()
        self.world.start(MONDAY - 25 * MINUTE)
        self.assertEqual(self.go(MONDAY - 21 * MINUTE), [])
        self.assertEqual(len(self.go(MONDAY - 20 * MINUTE)), 1)
        self.world.onectl('snooze', 'ada', '10m')
        self.world.kill()
        self.world.start(MONDAY + 31 * MINUTE)
        self.assertEqual([n['hints']['category'] for n in self.world.notes()], ['x-oned.nudge'])

    def test_snooze_comes_again_and_never_past_the_start(self):
        self.begin()
        self.world.set(MONDAY - 30 * MINUTE)
        number = self.world.notes()[0]['id']
        self.world.press(number, 'snooze')
        self.world.until(lambda: self.world.json('status')['reminder']['at'].startswith(
            '2026-11-23T09:40'))
        self.assertEqual(len(self.go(MONDAY - 20 * MINUTE)), 1)
        self.world.onectl('snooze', 'ada', '3h')
        self.assertEqual(self.go(MONDAY - 10 * MINUTE), [])
        self.assertEqual(len(self.go(MONDAY)), 1)
        self.assertIn('begun', self.world.onectl('snooze', 'ada', expect=5))

    def test_a_snoozed_start_comes_again_as_a_start_and_not_as_an_old_agenda(self):
        self.begin()
        self.world.set(MONDAY - 30 * MINUTE)
        self.world.set(MONDAY - 2 * MINUTE)
        self.world.press(self.world.notes()[-1]['id'], 'snooze')
        self.world.until(lambda: self.world.json('status')['reminder']['stage'] == 'start')
        self.world.set(MONDAY)
        self.assertEqual([n['hints']['category'] for n in self.world.notes()], ['x-oned.start'])

    def test_a_series_split_under_another_uid_is_not_announced_again(self):
        self.begin()
        self.assertEqual(len(self.go(MONDAY - 30 * MINUTE)), 1)
        number = self.world.json('next')['next']['id']
        self.rewrite(event('ada@x', MONDAY - WEEK, rule='FREQ=WEEKLY;COUNT=1'),
                     event('ada_R20261123@x', MONDAY))
        self.assertEqual(self.world.json('next')['next']['id'], number)
        self.assertEqual(self.go(MONDAY - 20 * MINUTE), [])
        self.assertEqual(len(self.go(MONDAY - 2 * MINUTE)), 1)

    def test_a_twin_that_takes_over_is_not_announced_again(self):
        self.begin(event('ada@x', MONDAY), event('copy@x', MONDAY))
        self.assertEqual(len(self.go(MONDAY - 30 * MINUTE)), 1)
        self.rewrite(event('copy@x', MONDAY))
        self.assertEqual([r['event'] for r in self.world.events()], [])
        self.assertEqual(self.go(MONDAY - 20 * MINUTE), [])

    def merged(self):
        self.begin(event('ada@x', MONDAY),
                   event('ben@x', MONDAY, person='ben@example.com', name='Ben Braun'))
        self.world.set(MONDAY - 30 * MINUTE)
        return self.world.notes()[0]

    def test_a_merged_reminder_comes_back_whole_from_a_server_that_died(self):
        first = self.merged()
        self.world.server.end()
        self.world.start_server()
        self.assertEqual([n['body'] for n in self.world.until(self.world.notes)], [first['body']])

    def test_a_merged_reminder_stays_whole_over_a_restart(self):
        first = self.merged()
        self.world.kill()
        self.world.start(MONDAY - 30 * MINUTE)
        again = self.world.until(self.world.notes)
        self.assertEqual([(n['replaces'], n['body']) for n in again],
                         [(first['id'], first['body'])])

    def test_a_server_that_refused_is_asked_again_though_the_clock_was_set_back(self):
        self.begin(event('ada@x', MONDAY), now=MONDAY - DAY)
        self.world.server.say('mode error')
        self.world.set(MONDAY + WEEK - 30 * MINUTE)
        self.world.events()
        self.assertEqual(len(self.go(MONDAY - 30 * MINUTE)), 1)

    def test_what_a_wrong_clock_showed_silences_nothing(self):
        self.begin()
        self.assertEqual(len(self.go(MONDAY + 2 * DAY)), 0)
        self.assertEqual(len(self.go(MONDAY + HOUR)), 1)
        self.assertEqual(len(self.go(MONDAY - 30 * MINUTE)), 1)
        self.assertEqual(len(self.go(MONDAY - 2 * MINUTE)), 1)

    def test_did_not_happen_is_one_press(self):
        self.begin()
        self.world.set(MONDAY + 30 * MINUTE)
        number = self.world.notes()[-1]['id']
        self.world.press(number, 'skipped')
        self.world.until(lambda: self.world.json('people')['people'][0]['held'] == 0)

    def check_moved_ahead(self, *words):
        """As planned as any: announced, and called off."""
        self.begin(now=MONDAY + HOUR)
        self.world.onectl('log', 'ada', *words)
        self.world.notes()
        self.rewrite(event('ada@x', MONDAY), override('ada@x', MONDAY, MONDAY + 5 * HOUR))
        self.assertEqual(self.world.json('next')['next']['start'], '2026-11-23T15:00:00+01:00')
        self.assertEqual(len(self.go(MONDAY + 5 * HOUR - 30 * MINUTE)), 1)
        self.rewrite(event('ada@x', MONDAY), override('ada@x', MONDAY, MONDAY + 5 * HOUR,
                                                      lines=['STATUS:CANCELLED']))
        self.assertEqual([s.split(':')[0] for s in self.go(MONDAY + 5 * HOUR)], ['Cancelled'])

    def test_logged_and_then_moved_ahead_it_can_still_be_cancelled(self):
        self.check_moved_ahead('--note', 'We spoke')

    def test_what_did_not_happen_and_was_moved_ahead_is_reminded_of(self):
        self.check_moved_ahead('--skipped')

    def test_markup_in_a_title_stays_text(self):
        self.begin(event('ada@x', MONDAY, name='Ada <b>&amp; Co', summary='1:1 <img src=x> & \u202eevil'))
        self.world.set(MONDAY - 30 * MINUTE)
        note = self.world.notes()[0]
        self.assertNotIn('\u202e', note['summary'] + note['body'])
        self.assertNotIn('<b>', note['body'])
        self.assertNotIn('<img', note['body'])

    def remind(self, text):
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com\n[reminders]\n%s'
                            % (self.world.calendars, text))

    def test_quiet_hours_end_with_what_was_due_in_them(self):
        self.remind('prep=4 h\nquiet=22:00-07:00\n')
        self.begin(now=MONDAY - 12 * HOUR)
        self.assertEqual(self.go(MONDAY - 4 * HOUR, MONDAY - 3 * HOUR - 1), [])
        self.assertEqual(len(self.go(MONDAY - 3 * HOUR)), 1)

    def test_a_working_day_ahead_of_monday_is_friday(self):
        self.remind('prep=1 working day\nquiet=Sat;Sun\n')
        self.begin(now=MONDAY - 4 * DAY)
        self.assertEqual(self.go(MONDAY - 3 * DAY - 1), [])
        self.assertEqual(len(self.go(MONDAY - 3 * DAY)), 1)
        self.assertEqual(self.go(MONDAY - 2 * DAY, MONDAY - DAY, MONDAY - HOUR), [])

    def test_a_prep_of_long_before_comes_ahead_of_what_starts_sooner(self):
        """Ben's start comes a day after Ada's prep, and her meeting two weeks after that."""
        self.remind('prep=10 working days\n[person ben@example.com]\nprep=off\n')
        self.begin(event('ada@x', MONDAY + 2 * WEEK),
                   event('ben@x', MONDAY + DAY, person='ben@example.com', name='Ben Braun'),
                   now=MONDAY - HOUR)
        self.assertEqual(self.go(MONDAY - 1), [])
        self.assertIn('Ada', ''.join(self.go(MONDAY)))
        self.assertIn('Ben', ''.join(self.go(MONDAY + DAY - 2 * MINUTE)))

    def test_what_is_due_on_quiet_days_waits_for_their_end(self):
        self.remind('prep=1 day\nquiet=22:00-07:00;Sat;Sun\n')
        self.begin(now=MONDAY - 4 * DAY)
        self.assertEqual(self.go(MONDAY - DAY, MONDAY - 3 * HOUR - 1), [])
        self.assertEqual(len(self.go(MONDAY - 3 * HOUR)), 1)

    def test_what_is_of_the_quiet_day_itself_is_shown(self):
        self.remind('prep=30 min\nquiet=Mon;Sun\n')
        self.begin(now=MONDAY - HOUR)
        self.assertEqual(len(self.go(MONDAY - 30 * MINUTE)), 1)
        self.assertEqual(len(self.go(MONDAY - 2 * MINUTE)), 1)
        self.assertEqual(len(self.go(MONDAY + 30 * MINUTE)), 1)

    def test_the_start_comes_through_quiet_hours_unless_it_is_not_to(self):
        for wanted in ('true', 'false'):
            with self.subTest(wanted=wanted):
                other = self.renew()
                other.settings('[calendar]\nsources=%s\nme=me@example.com\n[reminders]\n'
                               'quiet=09:00-10:15\nquiet-start=%s\n' % (other.calendars, wanted))
                other.write('ada.ics', calendar(event('ada@x', MONDAY)))
                other.start(MONDAY - 2 * HOUR)
                other.set(MONDAY - 30 * MINUTE)
                other.set(MONDAY - 2 * MINUTE)
                self.assertEqual(len(other.notes()), 1 if wanted == 'true' else 0)
                other.set(MONDAY + 15 * MINUTE)
                self.assertEqual(len(other.notes()), 0 if wanted == 'true' else 1)

    def test_one_person_can_have_leads_of_her_own(self):
        self.remind('[person Ben@example.com]\nprep=2 h\nnudge=off\n')
        self.begin(event('ada@x', MONDAY),
                   event('ben@x', MONDAY + 2 * HOUR, person='ben@example.com', name='Ben Braun'),
                   now=MONDAY - 3 * HOUR)
        self.assertIn('Ada', self.go(MONDAY - 30 * MINUTE)[0])
        self.assertIn('Ben', ''.join(self.go(MONDAY)))
        self.assertEqual([s for s in self.go(MONDAY + HOUR, MONDAY + 4 * HOUR) if 'cover' in s],
                         ['What did you cover with Ada Lovelace?'])

    def test_prep_can_be_days_ahead(self):
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com\n[reminders]\nprep=3 days\n'
                            % self.world.calendars)
        self.begin(event('ada@x', MONDAY, rule='FREQ=MONTHLY;BYDAY=4MO'), now=MONDAY - 4 * DAY)
        self.assertEqual(self.go(MONDAY - 3 * DAY - 1), [])
        self.assertEqual(len(self.go(MONDAY - 3 * DAY)), 1)


if __name__ == '__main__':
    world.main()
