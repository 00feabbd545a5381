#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What is asked wrongly, or at an odd moment, through the real bus."""
import os
import sqlite3

import world
from world import WorldTest, at, calendar, event

MONDAY = at('2026-11-23 10:00')
HOUR = 3600
WEEK = 7 * 24 * HOUR


class BadRequestsTest(WorldTest):
    def setUp(self):
        super().setUp()
        self.world.write('a.ics', calendar(event('ada@x', MONDAY - 2 * WEEK)))
        self.world.start(MONDAY - HOUR)

    def test_the_last_day_there_is_ends_a_list(self):
        listed = self.world.json('meetings', '--from', '2026-11-23', '--to', '9999-12-31')
        self.assertEqual(listed['meetings'][0]['start'], '2026-11-23T10:00:00+01:00')

    def test_an_option_without_its_value_is_no_silence(self):
        for words in (['person', 'ada', '--name', ''], ['person', 'ada', '--merge='],
                      ['person', 'ada', '--address', ''], ['person', 'ada', '--role='],
                      ['add', 'ada', 'text', '--category', ''], ['act', 'ada', 'text', '--due='],
                      ['categories', '--role', ''], ['log', 'ada', '--note', '']):
            with self.subTest(words=words):
                self.assertIn('needs a value', self.world.onectl(*words, expect=2))
        self.assertEqual(self.world.json('points')['points'], [])

    def test_an_address_is_one_with_and_without_its_scheme(self):
        self.world.onectl('person', 'ada', '--address', 'MAILTO:Ada@Example.org')
        self.assertEqual(self.world.json('person', 'ada')['people'][0]['addresses'],
                         ['ada@example.com', 'ada@example.org'])

    def test_my_own_address_is_nobody_elses(self):
        self.assertIn('address of yours', self.world.onectl('person', 'ada', '--address', 'Me@example.com',
                                                 expect=5))
        self.assertEqual(self.world.json('people')['people'][0]['addresses'], ['ada@example.com'])

    def test_the_next_meeting_can_be_logged_once_it_has_begun(self):
        self.assertIn('not begun', self.world.onectl('log', 'next', '--skipped', expect=5))
        self.world.set(MONDAY + 60)
        logged = self.world.json('log', 'next', '--covered', 'wins')['meetings'][0]
        self.assertEqual(logged['start'], '2026-11-23T10:00:00+01:00')

    def test_a_folder_is_no_file_to_explain(self):
        said = self.world.onectl('explain', self.world.calendars, expect=2)
        self.assertIn('is a folder', said)

    def test_a_window_to_explain_has_an_end(self):
        self.assertEqual(len(self.world.json('explain', '--from', '2026-01-01', '--to', '2028-01-03')['events']), 1)
        for end in ('2028-01-04', '9999-12-31'):
            with self.subTest(end=end):
                said = self.world.onectl('explain', '--from', '2026-01-01', '--to', end, expect=2)
                self.assertIn('longer than 732 days', said)

    def test_a_source_counts_its_own_series_only(self):
        self.world.write('more/b.ics', calendar(event('bob@x', MONDAY, person='bob@example.com')))
        other = self.world.calendars + '-old'
        os.mkdir(other)
        os.rename(self.world.calendars + '/more/b.ics', other + '/b.ics')
        self.world.settings('[calendar]\nsources=%s;%s\nme=me@example.com\n'
                            % (self.world.calendars, other))
        sources = self.world.until(lambda: self.two_sources())
        self.assertEqual([s['series'] for s in sources], [1, 1])

    def two_sources(self):
        sources = self.world.json('status')['sources']
        return sources if [s['files'] for s in sources] == [1, 1] else None

    def test_a_clock_that_was_wrong_leaves_nothing_held_that_is_yet_to_come(self):
        self.world.set(MONDAY + 52 * WEEK)
        self.world.set(MONDAY - HOUR)
        self.world.events()
        self.assertEqual(self.world.json('next')['next']['start'], '2026-11-23T10:00:00+01:00')
        ahead = self.world.json('meetings', '--from', '2026-11-23', '--to', '2026-12-31')
        self.assertEqual({m['state'] for m in ahead['meetings']}, {'planned'})
        self.world.set(MONDAY - HOUR // 2)
        self.assertEqual(len(self.world.notes()), 1)

    def test_a_meeting_put_off_after_its_end_is_yet_to_come(self):
        self.world.set(MONDAY + HOUR)
        moved = event('ada@x', MONDAY + 5 * HOUR, rule='', lines=[
            'SEQUENCE:1', 'RECURRENCE-ID;TZID=Europe/Berlin:20261123T100000'])
        self.world.write('a.ics', calendar(event('ada@x', MONDAY - 2 * WEEK), moved))
        self.world.until(lambda: self.world.json('next')['next']['start']
                         == '2026-11-23T15:00:00+01:00')
        self.assertEqual(self.world.json('next')['next']['state'], 'planned')

    def test_what_a_busy_store_refused_is_kept_as_soon_as_it_can_be(self):
        other = sqlite3.connect(self.world.env['XDG_DATA_HOME'] + '/oned/oned.db')
        self.addCleanup(other.close)
        other.execute('BEGIN IMMEDIATE')
        self.world.write('b.ics', calendar(event('bob@x', MONDAY + HOUR, name='Bob Quick',
                                                 person='bob@example.com')))
        self.world.until(lambda: self.world.json('status')['troubles'])
        other.rollback()
        self.world.set(MONDAY - HOUR // 2)
        self.assertEqual([p['name'] for p in self.world.json('people')['people']],
                         ['Ada Lovelace', 'Bob Quick'])
        self.assertEqual(self.world.json('status')['troubles'], [])

    def test_a_snooze_takes_no_reminder_away(self):
        self.world.set(MONDAY - 20 * HOUR)
        self.assertIn('later than that', self.world.onectl('snooze', 'ada', '10m', expect=5))
        self.world.onectl('snooze', 'ada', 'start')
        self.world.onectl('snooze', 'ada', '19h45m')
        self.assertIn('later than that', self.world.onectl('snooze', 'ada', '10m', expect=5))
        self.world.events()
        self.world.set(MONDAY - HOUR // 2)
        self.assertEqual(self.world.notes(), [])
        self.world.set(MONDAY - HOUR // 4)
        self.assertEqual(len(self.world.notes()), 1)

    def test_explain_names_what_is_wrong_in_files_without_any_series(self):
        self.world.write('bad.ics', calendar('BEGIN:VEVENT\r\nUID:bad@x\r\nDTSTART:nope\r\n'
                                             'RRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\n'))
        self.world.until(lambda: self.world.json('status')['troubles'])
        troubles = self.world.json('explain')['troubles']
        self.assertEqual([os.path.basename(t['source']) for t in troubles], ['bad.ics'])

    def test_a_file_that_is_removed_while_it_is_read_leaves_no_ghost(self):
        hold, answer = self.world.home + '/hold', self.world.home + '/answer'
        script = self.world.home + '/reader'
        self.world.stop()
        with open(script, 'w', encoding='utf-8') as file:
            file.write('#!/bin/sh\n[ -p %s ] || exec %s\n%s | { /bin/cat >%s; read -r x <%s; /bin/cat %s; }\n'
                       % (hold, world.PROGRAMS['reader'], world.PROGRAMS['reader'], answer, hold,
                          answer))
        os.chmod(script, 0o700)
        real = world.PROGRAMS['reader']
        self.addCleanup(world.PROGRAMS.update, reader=real)
        world.PROGRAMS['reader'] = script
        self.world.start(MONDAY - HOUR)
        os.mkfifo(hold)
        self.world.write('b.ics', calendar(event('bob@x', MONDAY + HOUR, name='Bob Quick',
                                                 person='bob@example.com')))
        with open(hold, 'w', encoding='utf-8'):  # it has been read by then
            self.world.remove('b.ics')
            while self.world.json('status')['sources'][0]['files'] > 1:
                pass
            os.unlink(hold)
        self.world.until(lambda: True)
        self.world.set(self.world.now)
        agendas = self.world.json('agenda')['agendas']
        self.assertEqual([a['meeting']['person'] for a in agendas], ['Ada Lovelace'])

    def test_a_catalogue_made_later_is_read_whenever_it_is_saved(self):
        folder = self.world.env['XDG_CONFIG_HOME'] + '/oned/catalogue'
        os.makedirs(folder)
        for title in ('Feats', 'Deeds'):
            with open(folder + '/mine.ini', 'w', encoding='utf-8') as file:
                file.write('[wins]\ntitle=%s\n' % title)
            self.world.until(lambda: title in self.world.onectl('categories'))


if __name__ == '__main__':
    world.main()
