#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""A year with people of each role, through oned-at and onectl, against two other ways to prepare.

The user covers some of what is on the agenda and now and then logs nothing. The same user with the
same dice gets, in the same run, a fixed template (the first categories of the catalogue, always)
and a random choice, with as many categories each time as oned proposed. How long a category was
away is worked out here from what was covered.
"""
import datetime
import random
import unittest

import world
from world import BERLIN, World, at, calendar, event

HOUR = 3600
ROLES = ('manager', 'report', 'peer', 'mentor', 'skip-level')
FIRST = datetime.datetime(2026, 1, 5, 9, 0)


class Person:
    def __init__(self, role, step, weeks, careful):
        self.role, self.step, self.weeks, self.careful = role, step, weeks, careful
        self.name = '%s %s' % (role.split('-')[0].title(), {1: 'Weekly', 2: 'Fortnight', 4: 'Monthly'}[step]
                               + (' Careful' if careful else ''))
        self.address = self.name.lower().replace(' ', '.') + '@example.com'
        self.core, self.prompts = {}, set()
        self.ways = {way: Way() for way in ('oned', 'template', 'random')}

    def start(self, number, slot):
        day = FIRST + datetime.timedelta(weeks=number * self.step, minutes=35 * slot)
        return int(day.replace(tzinfo=BERLIN).timestamp())


class Way:
    """What one way to prepare has led to."""

    def __init__(self):
        self.touched = {}
        self.meetings = self.past = self.longest = 0

    def look(self, core, number, step):
        """Before the meeting: is anything past its limit?"""
        self.meetings += 1
        late = False
        for category, limits in core.items():
            away = number - self.touched.get(category, 0)
            self.longest = max(self.longest, away)
            late |= away >= limits['max_meetings'] or away * step >= limits['max_weeks']
        self.past += late

    def cover(self, categories, number):
        self.touched.update({category: number for category in categories})

    def share(self):
        return 100 * self.past / self.meetings


class YearPolicyTest(unittest.TestCase):
    def setUp(self):
        self.world = World(server=False)  # nothing needs to be shown here
        self.addCleanup(self.world.end)
        self.dice = random.Random(7)
        self.people = [Person(role, 1, 52, True) for role in ROLES]
        self.people += [Person('manager', 1, 52, False), Person('manager', 2, 26, False),
                        Person('manager', 4, 13, False), Person('report', 2, 26, False)]
        events = []
        for slot, person in enumerate(self.people):
            events.append(event('u%d@x' % slot, person.start(0, slot), person=person.address,
                                name=person.name, rule='FREQ=WEEKLY;INTERVAL=%d' % person.step))
        self.world.write('all.ics', calendar(*events))
        self.world.start(at('2026-01-05 06:00'))
        for person in self.people:
            self.world.onectl('person', person.address, '--role', person.role)
            found = self.world.json('categories', '--role', person.role)['categories']
            person.core = {c['id']: c for c in found if c['rule'] == 'core' and c['enabled']}

    def covered_of(self, person, categories, dice):
        """What the user talks about of these: a careful one three, another some or none."""
        if person.careful:
            return categories[:3]
        if dice.random() < 0.15:
            return []
        return dice.sample(categories, dice.randint(0, len(categories)))

    def meet(self, person, number, start):
        self.world.set(start - HOUR // 2)
        items = self.world.json('agenda', person.address)['agendas'][0]['items']
        self.assertTrue(3 <= len(items) <= 5, items)
        self.assertEqual(sum(item['minutes'] for item in items), 30)
        person.prompts.update(p['id'] for item in items for p in item['prompts'])
        chosen = {'oned': [i['category'] for i in items if i['category'] in person.core]}
        count = len(chosen['oned'])
        chosen['template'] = list(person.core)[:count]
        chosen['random'] = self.dice.sample(list(person.core), count)
        throw = self.dice.random()
        for way, state in person.ways.items():
            state.look(person.core, number, person.step)
            covered = self.covered_of(person, chosen[way], random.Random(throw))
            state.cover(covered, number)
            if way == 'oned' and covered:
                self.world.set(start + HOUR // 2)
                self.world.onectl('log', person.address, '--covered', ','.join(covered))

    def test_a_year_with_everybody(self):
        plan = sorted((person.start(number, slot), slot, number)
                      for slot, person in enumerate(self.people) for number in range(person.weeks))
        for start, slot, number in plan:
            self.meet(self.people[slot], number, start)
        print('# %-24s %6s  %-21s  %-18s  %s' % ('', '', 'past a limit, % of', 'longest absence,', 'prompts'))
        print('# %-24s %6s  %-21s  %-18s  %s' % ('person', 'met', 'oned templ. random', 'oned templ. random', 'asked'))
        for person in self.people:
            ways = [person.ways[way] for way in ('oned', 'template', 'random')]
            print('# %-24s %6d  %5.1f %6.1f %6.1f   %4d %6d %6d  %4d' % (
                (person.name, ways[0].meetings) + tuple(w.share() for w in ways)
                + tuple(w.longest for w in ways) + (len(person.prompts),)))
        for person in self.people:
            ways = person.ways
            if person.careful:
                self.assertEqual(ways['oned'].past, 0, person.name)
            # Thirteen meetings with some of two or three conversations cannot hold eight categories.
            compare = self.assertLessEqual if person.step == 4 else self.assertLess
            compare(ways['oned'].share(), ways['template'].share(), person.name)
            self.assertLess(ways['oned'].longest, ways['template'].longest, person.name)
        total = {way: sum(p.ways[way].past for p in self.people) for way in ('oned', 'random')}
        self.assertLess(total['oned'], total['random'])


if __name__ == '__main__':
    world.main()
