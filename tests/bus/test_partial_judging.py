#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What changes is judged without the rest: what comes of it must be what comes of judging all."""
import contextlib
import os
import random
import sqlite3

import world
from test_reminders import override
from world import PROGRAMS, WorldTest, at, calendar, event, stamp

MONDAY = at('2026-11-23 10:00')
HOUR = 3600
WEEK = 7 * 24 * HOUR
NAMES = {'ada': 'Ada Lovelace', 'ben': 'Ben Braun', 'cy': 'Cy Young'}
SCRIPTS = 4
STEPS = 14


class PartialJudgingTest(WorldTest):
    def setUp(self):
        super().setUp()
        self.told = self.world.home + '/judgements'
        telling = self.world.home + '/telling'
        with open(telling, 'w', encoding='utf-8') as file:
            file.write('#!/bin/sh\nexec %s --judgements=%s "$@"\n'
                       % (os.path.abspath(PROGRAMS['oned-at']), self.told))
        os.chmod(telling, 0o700)
        kept = PROGRAMS['oned-at']
        self.addCleanup(lambda: PROGRAMS.update({'oned-at': kept}))
        PROGRAMS['oned-at'] = telling

    def judgements(self):
        """How often all was judged, and how many series alone."""
        with open(self.told, encoding='utf-8') as file:
            told = file.read().split()
        self.assertNotIn('twice', told)  # a reminder's row, when it is shown with another
        return told.count('all'), told.count('one')

    def rows(self):
        path = 'file:%s/oned/oned.db?mode=ro' % self.world.env['XDG_DATA_HOME']
        with contextlib.closing(sqlite3.connect(path, uri=True)) as store:
            return store.execute('SELECT * FROM meeting ORDER BY id').fetchall()

    def write(self, name, *who, **more):
        self.world.write(name + '.ics', calendar(
            *(event(uid + '@x', start, person=person + '@example.com', name=NAMES[person], **more)
              for uid, person, start in who)))

    def catch_up(self):
        """Until all that was written is known. The files are written one after another."""
        self.world.until(
            lambda: self.world.call('GetStatus', '()')[0]['sources'][0]['changed'] == self.world.writes)

    def meetings(self):
        return [(m['id'], m['person'], m['start'][11:16]) for m in self.world.json(
            'meetings', '--from', '2026-11-23', '--to', '2026-11-24')['meetings']]

    def test_one_series_is_judged_alone(self):
        self.write('ada', ('ada', 'ada', MONDAY))
        self.write('ben', ('ben', 'ben', MONDAY + HOUR))
        self.world.start(MONDAY - HOUR)
        whole, part = self.judgements()
        self.write('ada', ('ada', 'ada', MONDAY + 2 * HOUR))
        self.catch_up()
        self.write('ben')
        self.catch_up()
        self.assertEqual(self.judgements(), (whole, part + 2))
        self.assertEqual([m[1:] for m in self.meetings()], [('Ada Lovelace', '12:00')])

    def test_a_twin_that_shows_up_or_goes_is_judged_with_its_twin(self):
        self.write('one', ('one', 'ada', MONDAY))
        self.world.start(MONDAY - HOUR)
        for names in (['one', 'two'], ['two'], ['one', 'two'], ['one']):
            for name in ('one', 'two'):
                self.write(name, *[(name, 'ada', MONDAY)] * (name in names))
            self.catch_up()
            self.assertEqual(self.meetings(), [('m1', 'Ada Lovelace', '10:00')], names)

    def test_started_again_it_judges_nothing_that_it_knows(self):
        self.write('ada', ('ada', 'ada', MONDAY))
        self.world.start(MONDAY - HOUR)
        self.world.stop()
        whole, part = self.judgements()
        self.world.start(MONDAY - HOUR)
        self.assertEqual(self.judgements(), (whole, part))
        self.assertEqual(self.world.json('next')['next']['person'], 'Ada Lovelace')

    def test_an_older_store_is_not_taken_for_what_the_cache_has(self):
        self.write('ada', ('ada', 'ada', MONDAY))
        self.world.start(MONDAY - HOUR)
        self.world.stop()
        path = self.world.env['XDG_DATA_HOME'] + '/oned/oned.db'
        with open(path, 'rb') as file:
            old = file.read()
        self.write('ben', ('ben', 'ben', MONDAY + HOUR))
        self.world.start(MONDAY - HOUR)
        self.world.stop()
        with open(path, 'wb') as file:
            file.write(old)
        self.world.start(MONDAY - HOUR)
        self.assertEqual(len(self.world.json('people')['people']), 2)

    def change(self, dice):
        """One of many things that happen to a calendar."""
        person = dice.choice(sorted(NAMES))
        start = MONDAY + dice.choice((0, 0, 1, 2, 3, 24, 25, 26, 27, 48, 49, 50)) * HOUR
        uid = dice.choice('stuvwx')
        name = dice.choice('123456')
        path = '%s/%s.ics' % (self.world.calendars, name)
        more = {'rule': dice.choice(('FREQ=WEEKLY', 'FREQ=WEEKLY', 'FREQ=WEEKLY;COUNT=3', 'FREQ=DAILY;COUNT=2')),
                'lines': dice.choice(([], [], ['SEQUENCE:2'], ['STATUS:CANCELLED'],
                                      ['EXDATE;TZID=Europe/Berlin:' + stamp(start + WEEK)]))}
        did = dice.randrange(8)
        if did == 0:
            self.write(name)
        elif did == 1:
            self.write(name, (uid, person, start), (dice.choice('yz'), person, start + HOUR), **more)
        elif did == 2:
            who = {'person': person + '@example.com', 'name': NAMES[person]}
            self.world.write(name + '.ics', calendar(
                event(uid + '@x', start, **who),
                override(uid + '@x', start + WEEK, start + WEEK + dice.choice((0, 1, 24)) * HOUR, **who)))
        elif did == 3:
            self.world.write(name + '.ics', calendar(override(
                uid + '@x', start, start + HOUR, person=person + '@example.com', name=NAMES[person])))
        elif did == 4 and os.path.exists(path):
            with open(path, encoding='utf-8', newline='') as file:
                self.world.write(dice.choice('789') + '.ics', file.read())
            self.write(name)
        else:
            self.write(name, (uid, person, start), **more)

    def alone_and_all(self):
        """The meetings as they were judged, and after all were judged anew. A file that was read in the
        instant in which it was written is read once more in its own time: then again."""
        while True:
            whole, part = self.judgements()
            alone = self.rows()
            self.world.onectl('person', 'ben', '--role', ('peer', 'manager')[whole % 2])
            if self.judgements() == (whole + 1, part):
                return alone, self.rows()

    def test_what_is_judged_alone_is_as_if_all_had_been(self):
        whole = part = 0
        for seed in range(SCRIPTS):
            dice = random.Random(seed)
            self.write('base', ('base', 'ben', MONDAY - 3 * WEEK + 5 * HOUR))
            self.world.start(MONDAY - HOUR)
            for step in range(STEPS):
                for _ in range(dice.choice((1, 1, 1, 2, 3))):
                    self.change(dice)
                self.write('base', ('base', 'ben', MONDAY - 3 * WEEK + 5 * HOUR))
                self.catch_up()
                self.world.set(self.world.now + dice.choice((1, HOUR, 20 * HOUR, 2 * WEEK)))
                self.assertEqual(*self.alone_and_all(), (seed, step))
            self.world.stop()
            whole, part = self.judgements()
            for entry in os.scandir(self.world.calendars):
                os.unlink(entry.path)
        self.assertGreater(part, SCRIPTS * STEPS // 8)
        self.assertGreater(whole, SCRIPTS * STEPS)


if __name__ == '__main__':
    world.main()
