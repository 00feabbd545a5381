#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What changes is judged without the rest: what comes of it must be what comes of judging all."""
import contextlib
import os
import random
import sqlite3

from gi.repository import Gio, GLib

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


class InTurnsTest(WorldTest):
    """Very many one-on-ones in one file are judged in turns, between which the others are answered."""
    MANY = 2000
    ROUNDS = 10

    def write(self, number, shift=0, every=1):
        self.world.write('many.ics', calendar(
            *(event('%d-%d@x' % (number, n), MONDAY + n * 900 + shift, minutes=15, rule='FREQ=WEEKLY;COUNT=2',
                    person='%d-%d@example.com' % (number, n), name='Person %d' % n)
              for n in range(0, self.MANY, every))))

    def know(self, number, *which):
        """Who of them is known. All are asked for at once, so that the answers are of one moment, or in this order."""
        answers = []
        for n in which:
            self.world.connection.call(
                'org.oned.Oned1', '/org/oned/Oned1', 'org.oned.Oned1', 'GetPerson',
                GLib.Variant('(s)', ('%d-%d@example.com' % (number, n),)), None, Gio.DBusCallFlags.NONE,
                world.DEADLINE * 1000, None, lambda connection, result: answers.append(self.is_answer(result)))
        while len(answers) < len(which):
            GLib.MainContext.default().iteration(True)
        return answers

    def is_answer(self, result):
        try:
            self.world.connection.call_finish(result)
        except GLib.Error as error:
            self.assertIn('NotFound', Gio.DBusError.get_remote_error(error))
            return False
        return True

    def knows(self, number, n):
        return self.know(number, n)[0]

    def begin(self):
        self.world.write('ada.ics', calendar(event('ada@x', MONDAY)))
        self.world.start(MONDAY - HOUR)

    def come_between(self):
        """Until the first of many is known and the last is not; who is too slow for it tries with others.
        Without turns it never happens."""
        for number in range(self.ROUNDS):
            self.write(number)
            while True:
                first, last = self.know(number, 0, self.MANY - 1)
                if first and not last:
                    return number
                if last:
                    break
        raise AssertionError('nobody is answered in between')

    def rows(self):
        path = 'file:%s/oned/oned.db?mode=ro' % self.world.env['XDG_DATA_HOME']
        with contextlib.closing(sqlite3.connect(path, uri=True)) as store:
            return store.execute('SELECT * FROM meeting ORDER BY id').fetchall()

    def assert_as_if_at_once(self, number):
        """All is there, and to judge it again without turns changes nothing."""
        rows = self.rows()
        self.assertTrue(self.knows(number, self.MANY - 1))
        self.world.onectl('person', 'ada@example.com', '--role', 'peer')
        self.assertEqual(rows, self.rows())
        return rows

    def test_others_are_answered_in_between(self):
        self.begin()
        number = self.come_between()
        self.world.set(self.world.now)
        rows = self.assert_as_if_at_once(number)
        self.write(number, shift=300, every=2)
        self.world.until(lambda: self.rows() != rows)
        self.world.set(self.world.now)
        self.assertEqual(len(self.assert_as_if_at_once(number)), len(rows))
        self.assertEqual(len(self.world.call('ListMeetings', '(xxa{sv})', MONDAY, MONDAY + 4 * HOUR, {})[0]), 9)

    def test_whoever_speaks_in_between_speaks_of_all(self):
        self.begin()
        number = self.come_between()
        self.world.call('AddAction', '(ssa{sv})', '%d-0@example.com' % number, 'Send it', {})
        self.assertTrue(self.knows(number, self.MANY - 1))
        self.world.set(self.world.now)
        self.assert_as_if_at_once(number)

    def test_killed_in_between_it_goes_on(self):
        self.begin()
        number = self.come_between()
        self.world.kill()
        self.world.start(self.world.now)
        self.assert_as_if_at_once(number)

    def test_it_is_named_when_all_is_judged(self):
        self.write(0)
        self.begin()
        self.assertTrue(self.knows(0, self.MANY - 1))
        self.assert_as_if_at_once(0)


if __name__ == '__main__':
    world.main()
