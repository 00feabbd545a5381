#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""A year of weekly one-on-ones with Ada, through the real bus.

After each meeting what the agenda proposed is logged, up to four conversations of it. What the
agenda ought to say is
worked out here from the log alone, by the definitions and not by the code under test.
"""
import datetime

import world
from world import WorldTest, at, calendar, event

HOUR = 3600
WEEK = 7 * 24 * HOUR
FIRST = at('2026-01-05 10:00')


def week(number):
    """The start of that week's meeting: the same local time over both changes of the clocks."""
    day = datetime.datetime(2026, 1, 5, 10, 0) + datetime.timedelta(weeks=number)
    return at(day.strftime('%Y-%m-%d %H:%M'))


class YearTest(WorldTest):
    WEEKS = 52

    def setUp(self):
        super().setUp()
        self.world.write('ada.ics', calendar(event('ada@x', FIRST)))
        self.world.start(FIRST - 3 * HOUR)
        self.core = {c['id']: c for c in self.world.json('categories')['categories']
                     if c['rule'] == 'core' and c['enabled']}
        self.touched = {}  # category -> number of the week

    def expected(self, category, number):
        """Meetings and weeks since it was last spoken of, or since the first meeting."""
        since = number - self.touched.get(category, 0)
        return since, float(since)

    def check_figures(self, item, number):
        limits = self.core[item['category']]
        meetings, weeks = self.expected(item['category'], number)
        score = max(meetings / limits['ideal_meetings'], weeks / limits['ideal_weeks'])
        past = max(meetings / limits['max_meetings'], weeks / limits['max_weeks'])
        self.assertAlmostEqual(item['score'], score, 3, item)
        self.assertEqual(item['state'], 'overdue' if past >= 1 else 'due' if score >= 1 else 'fresh')
        if number > 0 and meetings > 1:
            self.assertIn(str(meetings), item['reason'])
        return past

    def check_agenda(self, number):
        agenda = self.world.json('agenda', 'ada')['agendas'][0]
        items = agenda['items']
        self.assertTrue(3 <= len(items) <= 5, [i['category'] for i in items])
        self.assertEqual(sum(i['minutes'] for i in items), 30)
        start = datetime.datetime.fromtimestamp(week(number), world.BERLIN)
        self.assertEqual(agenda['meeting']['start'], start.isoformat())
        for item in items:
            self.assertTrue(item['reason'], item)
            self.assertLessEqual(len(item['prompts']), 2)
            if item['category'] in self.core:
                self.check_figures(item, number)
            if item['category'] == 'update':
                self.assertLessEqual(item['minutes'], 2)
        return [i['category'] for i in items]

    def check_coverage(self, number):
        """No core category is away past its limit for who meets every week and follows the agenda."""
        rows = self.world.json('coverage', 'ada')['people'][0]['categories']
        self.assertEqual({r['category'] for r in rows}, set(self.core))
        for row in rows:
            meetings, weeks = self.expected(row['category'], number)
            self.assertEqual(row['meetings_since'], meetings, row)
            self.assertAlmostEqual(row['weeks_since'], weeks, 3)
            limits = self.core[row['category']]
            self.assertLessEqual(meetings, limits['max_meetings'], row)
            self.assertLessEqual(weeks, limits['max_weeks'], row)

    def test_a_year_with_ada(self):
        for number in range(self.WEEKS):
            start = week(number)
            self.world.set(start - 2 * HOUR)
            proposed = self.check_agenda(number)
            self.check_coverage(number)
            self.world.set(start - HOUR // 2)
            self.assertEqual(self.check_agenda(number), proposed)
            self.world.set(start + HOUR)
            core = [c for c in proposed if c in self.core]
            covered = core[:4]
            self.world.onectl('log', 'ada', '--covered', ','.join(covered))
            self.touched.update({c: number for c in covered})
        self.assertEqual(self.world.json('people')['people'][0]['held'], self.WEEKS)

    def test_why_explains_each_item(self):
        for number in range(6):
            self.world.set(week(number) + HOUR)
            self.world.onectl('log', 'ada', '--covered', 'wins')
        self.world.set(week(6) - HOUR)
        text = self.world.onectl('agenda', 'ada', '--why')
        for item in self.world.json('agenda', 'ada')['agendas'][0]['items']:
            self.assertIn(item['title'], text)
            if item['category'] in self.core:
                self.assertIn('%.2f' % item['score'], text)
        for line in text.splitlines():
            self.assertLessEqual(len(line), 80, line)


if __name__ == '__main__':
    world.main()
