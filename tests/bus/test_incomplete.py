#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What was known stays known: a reading that fails, or that lacks a part, takes no meeting away."""
import datetime
import itertools
import os
import shutil

import world
from world import WorldTest, at, calendar, event

MONDAY = at('2026-11-23 10:00')
HOUR = 3600
BOB = event('bob@x', MONDAY + HOUR, person='bob@example.com', name='Bob Braun')
EVE = event('eve@x', MONDAY + 2 * HOUR, person='eve@example.com', name='Eve Ernst')


def ada(**more):
    return event('ada@x', MONDAY, **more)


class IncompleteTest(WorldTest):
    def meetings(self):
        answer = self.world.json('meetings', '--from', '2026-11-23', '--to', '2026-11-24')
        return sorted(m['uid'] for m in answer['meetings'])

    def planned(self):
        """State and start of each meeting of that day, by start."""
        answer = self.world.json('meetings', '--from', '2026-11-23', '--to', '2026-11-24')
        return sorted(((m['state'], int(datetime.datetime.fromisoformat(m['start']).timestamp()))
                       for m in answer['meetings']), key=lambda m: m[1])

    def begin(self, *events):
        self.world.write('a.ics', calendar(*events))
        self.world.start(MONDAY - 2 * HOUR)

    def troubles(self):
        return ' '.join(trouble['what'] for trouble in self.world.json('status')['troubles'])

    def await_trouble(self, text):
        self.world.until(lambda: text in self.troubles())

    def rewrite(self, text, trouble, restart):
        """The file becomes that text: while oned runs, or while it is away ('cached', 'uncached')."""
        if restart:
            self.world.stop()
            if restart == 'uncached':
                shutil.rmtree(self.world.env['XDG_CACHE_HOME'])
        self.world.write('a.ics', text)
        if restart:
            self.world.start(self.world.now + 60)
        self.await_trouble(trouble)

    def reminded(self):
        """Of whom there is a reminder in the half hour before ten."""
        self.world.events()
        self.world.set(MONDAY - 30 * 60)
        return [note['summary'].split(' in ')[0] for note in self.world.notes()]


def override(uid, original, start):
    rid = 'RECURRENCE-ID;TZID=Europe/Berlin:' + world.stamp(original)
    return event(uid, start, rule='').replace('\r\nDTSTART', '\r\n' + rid + '\r\nDTSTART', 1)


class CutTest(IncompleteTest):
    """A writer died in the middle, and a disk was full: the file ends too soon, and nobody has it open."""

    def check(self, left, trouble='the file '):
        for restart in (None, 'cached', 'uncached'):
            with self.subTest(restart=restart):
                self.begin(ada(), BOB)
                self.rewrite(left(calendar(ada(), BOB)), trouble, restart)
                self.assertEqual(self.meetings(), ['ada@x', 'bob@x'])
                self.assertEqual(self.reminded(), ['Ada Lovelace'])
                self.renew()

    def test_only_the_end_is_missing(self):
        self.check(lambda text: text.replace('END:VCALENDAR\r\n', ''))

    def test_cut_inside_the_second_event(self):
        self.check(lambda text: text[:text.index('UID:bob@x') + 20])

    def test_cut_inside_the_first_event(self):
        self.check(lambda text: text[:text.index('UID:ada@x') + 20])

    def test_cut_between_the_two_events(self):
        self.check(lambda text: text[:text.rindex('BEGIN:VEVENT')])

    def test_cut_inside_the_head(self):
        self.check(lambda text: text[:40])

    def test_a_whole_file_takes_away_what_is_not_in_it(self):
        self.begin(ada(), BOB)
        self.rewrite(calendar(ada(), BOB)[:-20], 'the file ', None)
        self.world.write('a.ics', calendar(ada()))
        self.world.until(lambda: self.meetings() == ['ada@x'])
        self.assertEqual(self.world.json('status')['troubles'], [])

    def test_it_may_add_and_change(self):
        self.begin(ada(), BOB)
        moved = event('ada@x', MONDAY + 3 * HOUR)
        self.rewrite(calendar(moved, EVE).replace('END:VCALENDAR\r\n', ''), 'the file ', None)
        self.assertEqual(self.meetings(), ['ada@x', 'bob@x', 'eve@x'])
        self.assertEqual(self.world.json('next')['next']['uid'], 'bob@x')

    def test_a_moved_instance_behind_the_cut_stays_moved(self):
        moved = override('ada@x', MONDAY, MONDAY + 2 * HOUR)
        self.begin(ada(), moved)
        text = calendar(ada(), moved)
        self.rewrite(text[:text.rindex('BEGIN:VEVENT')], 'the file ', None)
        self.assertEqual(self.world.json('next')['next']['start'], '2026-11-23T12:00:00+01:00')

    def test_a_changed_instance_behind_the_cut_stays_so(self):
        """Cancelled or moved, until a whole file has it as its series says, also in another life of oned."""
        moved = override('ada@x', MONDAY, MONDAY + 2 * HOUR)
        cancelled = override('ada@x', MONDAY, MONDAY).replace('\r\nDTSTART', '\r\nSTATUS:CANCELLED\r\nDTSTART', 1)
        for changed, restart in itertools.product((moved, cancelled), (None, 'cached', 'uncached')):
            for end in ('before', 'inside', 'behind'):
                with self.subTest(cancelled=changed is cancelled, restart=restart, end=end):
                    self.begin(ada(), changed)
                    known = self.planned()
                    text = calendar(ada(), changed)
                    cut = {'before': text.rindex('BEGIN:VEVENT'), 'inside': text.rindex('RECURRENCE-ID') + 9,
                           'behind': text.rindex('END:VCALENDAR')}
                    self.rewrite(text[:cut[end]], 'the file ' if end == 'inside' else 'is cut off', restart)
                    self.assertEqual(self.planned(), known)
                    self.world.stop()
                    self.world.start(self.world.now + 60)
                    self.assertEqual(self.planned(), known)
                    self.assertEqual(self.reminded(), [])
                    self.world.write('a.ics', calendar(ada()))
                    self.world.until(lambda: self.planned() == [('planned', MONDAY)])
                    self.world.until(lambda: self.world.notes())
                    self.renew()

    def test_an_override_in_front_of_the_cut_counts(self):
        for restart in (None, 'cached', 'uncached'):
            with self.subTest(restart=restart):
                self.begin(ada(), override('ada@x', MONDAY, MONDAY + 2 * HOUR), BOB)
                text = calendar(ada(), override('ada@x', MONDAY, MONDAY + 3 * HOUR), BOB)
                self.rewrite(text[:text.rindex('BEGIN:VEVENT')], 'is cut off', restart)
                self.assertEqual(self.planned(), [('planned', MONDAY + HOUR), ('planned', MONDAY + 3 * HOUR)])
                self.renew()

    def test_one_file_of_a_folder(self):
        self.world.write('vdir/bob.ics', calendar(BOB))
        self.begin(ada())
        self.world.write('vdir/bob.ics', calendar(BOB)[:60])
        self.await_trouble('the file ')
        self.assertEqual(self.meetings(), ['ada@x', 'bob@x'])
        self.world.remove('vdir/bob.ics')
        self.world.until(lambda: self.meetings() == ['ada@x'])


class LeftOutTest(IncompleteTest):
    """One event cannot be used: what was known of it stays, what is known of others changes."""

    def check(self, bad, trouble, gone=('bob@x',)):
        for restart in (None, 'cached', 'uncached'):
            with self.subTest(restart=restart):
                self.begin(ada(), BOB, EVE)
                self.rewrite(calendar(bad, EVE), trouble, restart)
                self.assertEqual(self.meetings(), sorted({'ada@x', 'bob@x', 'eve@x'} - set(gone)))
                self.assertEqual(self.reminded(), ['Ada Lovelace'])
                self.renew()

    def test_a_rule_that_nobody_knows(self):
        self.check(ada(rule='FREQ=WEAKLY'), 'the event is left out')

    def test_a_start_that_is_none(self):
        self.check(ada().replace('DTSTART;', 'DTSTART;X-A=1;').replace('T100000', 'Tten'), 'cannot be read')

    def test_a_component_over_the_cap_may_be_any(self):
        self.check(ada(lines=['X-FILLER:' + 'x' * 60] * 40_000), 'is left out', gone=())

    def test_a_rule_that_would_take_too_long_to_count(self):
        """What stands behind rules that are counted day by day since 1601 is counted no more."""
        last = MONDAY - 7 * 24 * HOUR
        known = event('ada@x', last), event('bob@x', last + HOUR, person='bob@example.com', name='Bob Braun')
        long = [event('a%d@x' % n, at('1601-01-01 10:00'), rule='FREQ=DAILY;BYMONTHDAY=31;COUNT=999999')
                for n in range(40)]
        for restart in (None, 'cached', 'uncached'):
            with self.subTest(restart=restart):
                self.begin(*known)
                self.rewrite(calendar(*long, *known), 'too long to count', restart)
                self.assertEqual(self.meetings(), ['ada@x', 'bob@x'])
                self.assertEqual(self.reminded(), ['Ada Lovelace'])
                self.renew()

    def test_an_event_that_was_never_known_holds_nothing_up(self):
        self.begin(ada(), BOB, event('odd@x', MONDAY, rule='FREQ=WEAKLY'))
        self.world.write('a.ics', calendar(ada(), event('odd@x', MONDAY, rule='FREQ=WEAKLY')))
        self.world.until(lambda: self.meetings() == ['ada@x'])


class FirstStartTest(IncompleteTest):
    def test_who_asks_at_once_is_answered_from_calendars_that_were_read(self):
        """Also from a file that was written just before, and rests for a moment until it is read."""
        for several in (1, 40):
            with self.subTest(several=several):
                self.world.write('a.ics', calendar(ada()))
                for n in range(1, several):
                    self.world.write('vdir/%d.ics' % n, calendar(event('%d@x' % n, MONDAY + n * 60)))
                for folder, _, names in os.walk(self.world.calendars):
                    for name in names:
                        os.utime(os.path.join(folder, name))
                self.world.launch(MONDAY - HOUR)
                self.world.wait_name('org.oned.Oned1')
                self.assertEqual(len(self.meetings()), several)
                self.renew()


class FailingTest(IncompleteTest):
    """A start, and the reading of a file fails: at once or when it was half answered, or there is no reader."""

    def check(self, name, reader):
        for edited, cached, several in itertools.product((False, True), repeat=3):
            with self.subTest(edited=edited, cached=cached, several=several):
                self.world.write(name, calendar(ada()))
                if several:
                    self.world.write('other.ics', calendar(BOB))
                self.world.start(MONDAY - 2 * HOUR)
                self.world.stop()
                if not cached:
                    shutil.rmtree(self.world.env['XDG_CACHE_HOME'])
                if edited:
                    self.world.write(name, calendar(ada(summary='Another summary')))
                kept = world.PROGRAMS['reader']
                world.PROGRAMS['reader'] = reader
                try:
                    self.world.start(MONDAY - HOUR)
                finally:
                    world.PROGRAMS['reader'] = kept
                self.assertIn('ada@x', self.meetings())
                self.assertIn('reader', self.troubles())
                self.assertEqual(self.reminded(), ['Ada Lovelace'])
                self.renew()

    def fake(self):
        """Does to a file what its name says (tests/unit/edge/fake-reader.c)."""
        return os.path.join(os.path.dirname(world.PROGRAMS['oned-at']), '../unit/edge/fake-reader')

    def test_it_crashes_on_the_file(self):
        self.check('crash.ics', self.fake())

    def test_it_ends_on_the_file(self):
        self.check('exit.ics', self.fake())

    def test_it_answers_nonsense(self):
        self.check('nonsense.ics', self.fake())

    def test_it_dies_in_the_middle_of_its_answer(self):
        self.check('half.ics', self.fake())

    def test_it_does_not_start(self):
        self.check('a.ics', '/bin/false')

    def test_it_is_not_there(self):
        self.check('a.ics', '/nonexistent')


if __name__ == '__main__':
    world.main()
