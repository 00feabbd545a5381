#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What a daemon that starts again knows before it has looked, and what it finds out then."""
import contextlib
import os
import shutil
import tempfile

import world
from world import PROGRAMS, WorldTest, at, calendar, event

MONDAY = at('2026-11-23 10:00')
HOUR = 3600


class CacheTest(WorldTest):
    def setUp(self):
        super().setUp()
        beside = tempfile.mkdtemp(prefix='oned-cache-')
        self.addCleanup(shutil.rmtree, beside)
        self.stuck = beside + '/stuck'
        self.asked = beside + '/asked'
        reader = beside + '/reader'
        with open(reader, 'w', encoding='utf-8') as file:
            file.write('#!/bin/sh\n: >>%s\n[ -e %s ] && exec sleep 1000\nexec %s\n'
                       % (self.asked, self.stuck, PROGRAMS['reader']))
        os.chmod(reader, 0o700)
        kept = PROGRAMS['reader']
        self.addCleanup(lambda: PROGRAMS.update(reader=kept))
        PROGRAMS['reader'] = reader

    def stop_reading(self):
        open(self.stuck, 'w', encoding='utf-8').close()

    def start_without_waiting(self, now):
        self.world.launch(now)
        self.world.wait_name('org.oned.Oned1')

    def next(self):
        return self.world.json('next')['next']

    def test_it_answers_before_anything_is_read_and_reminds_of_nothing_unverified(self):
        self.world.write('a.ics', calendar(event('ada@x', MONDAY)))
        self.world.start(MONDAY - 48 * HOUR)
        self.world.stop()
        self.world.write('a.ics', calendar(event('ada@x', MONDAY + 2 * HOUR)))
        self.world.write('b.ics', calendar(event('bob@x', MONDAY + 3 * HOUR, person='bob@example.com', name='Bob')))
        self.stop_reading()
        self.start_without_waiting(MONDAY - HOUR // 4)
        self.assertEqual(self.next()['start'], '2026-11-23T10:00:00+01:00')
        self.assertEqual(self.world.notes(), [])
        self.world.stop()
        os.unlink(self.stuck)
        self.world.start(MONDAY - HOUR // 4)
        self.assertEqual(self.next()['start'], '2026-11-23T12:00:00+01:00')
        self.assertEqual(len(self.world.json('meetings', '--from', '2026-11-23', '--to', '2026-11-24')['meetings']), 2)

    def cached(self):
        """All bytes that lie in the cache."""
        found = b''
        for folder, _, names in os.walk(self.world.env['XDG_CACHE_HOME']):
            for name in names:
                # What is being written has another name in a moment; the cache itself is always there.
                with contextlib.suppress(FileNotFoundError), open(os.path.join(folder, name), 'rb') as file:
                    found += file.read()
        return found

    def test_what_it_knew_of_a_source_goes_with_the_source(self):
        for running, kept in ((True, True), (True, False), (False, True), (False, False)):
            with self.subTest(running=running, kept=kept):
                self.world.write('one/a.ics', calendar(event('ada@x', MONDAY, summary='Ada / me about secrets')))
                self.world.write('two/b.ics', calendar(event('bob@x', MONDAY, person='bob@example.com', name='Bob')))
                self.world.start(MONDAY - HOUR)
                self.world.until(lambda: b'secrets' in self.cached())
                if not running:
                    self.world.stop()
                self.world.settings('[calendar]\nsources=%s\nme=me@example.com\n'
                                    % (self.world.calendars + ('/two' if kept else '/nowhere')))
                if not running:
                    self.world.start(MONDAY - HOUR)
                self.world.until(lambda: b'secrets' not in self.cached())
            self.renew()

    def test_what_went_away_while_it_was_down_is_gone(self):
        self.world.write('a.ics', calendar(event('ada@x', MONDAY)))
        self.world.write('b.ics', calendar(event('bob@x', MONDAY + HOUR, person='bob@example.com', name='Bob')))
        self.world.start(MONDAY - HOUR)
        self.world.stop()
        self.world.remove('a.ics')
        self.world.start(MONDAY - HOUR)
        self.world.until(lambda: self.next()['uid'] == 'bob@x')

    def meetings_of_monday(self):
        return [(m['id'], m['uid'], m['state']) for m in self.world.json(
            'meetings', '--all', '--from', '2026-11-23', '--to', '2026-11-23')['meetings']]

    def crash_after(self, *events):
        """The cache does not know of the change yet; it is the day after when oned is there again."""
        self.world.write('a.ics', calendar(event('ada@x', MONDAY)))
        self.world.start(MONDAY - HOUR)
        self.world.stop()
        self.world.start(MONDAY - HOUR)
        before = self.meetings_of_monday()
        self.world.write('a.ics', calendar(*events))
        self.world.until(lambda: self.meetings_of_monday() != before)
        known = self.meetings_of_monday()
        self.world.kill()
        self.world.start(MONDAY + 24 * HOUR)
        self.world.until(lambda: self.world.json('status')['sources'][0]['changed'])
        return known

    def test_deleted_before_a_crash_it_was_not_held_after_it(self):
        self.crash_after(event('ada@x', MONDAY, lines=['EXDATE;TZID=Europe/Berlin:' + world.stamp(MONDAY)]))
        self.assertEqual(self.meetings_of_monday(), [])

    def test_under_another_uid_before_a_crash_it_is_one_meeting_after_it(self):
        known = self.crash_after(event('other@x', MONDAY))
        self.assertEqual(self.meetings_of_monday(), [(known[0][0], 'other@x', 'held')])

    def test_nothing_is_read_again_when_nothing_has_changed(self):
        self.world.write('a.ics', calendar(event('ada@x', MONDAY)))
        self.world.start(MONDAY - HOUR)
        # The first one may have been written in the tick in which it was read.
        self.world.stop()
        self.world.start(MONDAY - HOUR)
        self.world.stop()
        os.unlink(self.asked)
        self.world.start(MONDAY - HOUR)
        self.assertEqual(self.next()['uid'], 'ada@x')
        self.assertFalse(os.path.exists(self.asked))

    def test_a_damaged_cache_another_zone_or_a_far_horizon_is_as_none(self):
        path = self.world.env['XDG_CACHE_HOME'] + '/oned/calendars.cache'
        self.world.write('a.ics', calendar(event('ada@x', MONDAY)))
        self.world.start(MONDAY - HOUR)
        self.world.stop()
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)
        with open(path, 'r+b') as file:
            file.seek(os.path.getsize(path) // 2)
            file.write(b'damage')
        for zone, now in (('Europe/Berlin', MONDAY - HOUR), ('Europe/London', MONDAY - HOUR),
                          ('Europe/London', MONDAY - HOUR + 7 * 7 * 24 * HOUR)):
            with self.subTest(zone=zone, now=now):
                self.world.env['TZ'] = zone
                if os.path.exists(self.asked):
                    os.unlink(self.asked)
                self.world.start(now)
                self.assertEqual(self.next()['uid'], 'ada@x')
                self.assertTrue(os.path.exists(self.asked))
                self.world.stop()


if __name__ == '__main__':
    world.main()
