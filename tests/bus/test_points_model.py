#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""No point is ever lost: random edits, moves, splits, restarts and undo, against a list in Python."""
import copy
import datetime
import os
import random

import world
from world import WorldTest, at, calendar, event

HOUR = 3600
DAY = 24 * HOUR
MONDAY = at('2026-11-23 10:00')
CATEGORIES = ('', 'wins', 'challenges', 'growth', 'flip')


class PointsModelTest(WorldTest):
    def begin(self, seed):
        self.renew(server=False)
        self.dice = random.Random(seed)
        self.points = {}    # id -> (text, day before which it waits or '', state)
        self.before = []    # what undo goes back to
        self.start, self.series = MONDAY, 0
        self.write()
        self.world.start(MONDAY - 2 * DAY)

    def write(self):
        self.world.write('ada.ics', calendar(event('ada-%d@x' % self.series, self.start)))

    def changed(self, points):
        self.before.append(self.points)
        self.points = points

    def add(self):
        day = self.dice.choice(('', '', '2026-11-23', '2026-12-24'))
        words = ['add', 'ada', 'point %d' % self.dice.randint(0, 10 ** 9)]
        category = self.dice.choice(CATEGORIES)
        words += ['--category', category] if category else []
        words += ['--on', day] if day else []
        made = self.world.json(*words)['points'][0]
        self.assertNotIn(made['id'], self.points)
        self.changed({**self.points, made['id']: (made['text'], day, 'open')})

    def set_state(self):
        command, state = self.dice.choice((('done', 'done'), ('drop', 'dropped'), ('reopen', 'open')))
        if not self.points:
            return
        ids = self.dice.sample(sorted(self.points), self.dice.randint(1, min(3, len(self.points))))
        self.world.onectl(command, *ids)
        points = copy.copy(self.points)
        for number in ids:
            text, day, was = points[number]
            points[number] = (text, day, state)
        if points != self.points:
            self.changed(points)

    def undo(self):
        if self.before:
            self.world.onectl('undo')
            self.points = self.before.pop()

    def move(self):
        self.start = MONDAY + self.dice.randint(0, 4) * DAY + self.dice.randint(-2, 6) * HOUR
        self.write()
        self.settle()

    def split(self):
        self.series += 1
        self.write()
        self.settle()

    def settle(self):
        self.world.until(lambda: self.world.json('next')['next']['uid'] == 'ada-%d@x' % self.series
                         and at_of(self.world.json('next')['next']['start']) == self.start)

    def restart(self):
        self.world.kill()
        self.world.start(self.world.now)

    def save_page(self):
        """The page of the meeting is saved as it is, whatever became of the points on it; their lines are
        none of the user's new words."""
        path, meeting = self.world.call('MakePage', '(s)', 'ada')
        with open(path, encoding='utf-8') as file:
            text = file.read()
        with open(path + '.new', 'w', encoding='utf-8') as file:
            file.write(text + '\n')
        os.rename(path + '.new', path)
        self.world.call('ReadPage', '(s)', meeting['id'])

    def undo_and_save_page(self):
        self.save_page()
        self.undo()
        self.save_page()

    def prepare(self):
        self.world.set(self.start - HOUR // 2)
        self.world.set(MONDAY - 2 * DAY)

    def check(self):
        listed = {p['id']: (p['text'], p['on'] or '', p['state'])
                  for p in self.world.json('points', '--all')['points']}
        self.assertEqual({k: v for k, v in self.points.items()},
                         {k: v for k, v in listed.items() if k in self.points})
        self.assertEqual({k for k, v in listed.items() if v[2] == 'open'},
                         {k for k, v in self.points.items() if v[2] == 'open'})
        agenda = self.world.json('agenda', 'ada')['agendas'][0]
        shown = [p['id'] for i in agenda['items'] for p in i['points']] \
            + [p['id'] for p in agenda['parked']]
        day = agenda['meeting']['start'][:10]
        due = {k for k, (text, on, state) in self.points.items() if state == 'open' and on <= day}
        self.assertEqual(sorted(shown), sorted(due))

    def test_no_point_is_lost_whatever_happens_in_whatever_order(self):
        for seed in range(6):
            with self.subTest(seed=seed):
                self.begin(seed)
                for _ in range(25):
                    step = self.dice.choice((self.add, self.add, self.add, self.set_state, self.set_state,
                                             self.undo, self.move, self.split, self.restart, self.prepare,
                                             self.save_page, self.undo_and_save_page))
                    step()
                    self.check()


def at_of(text):
    return int(datetime.datetime.fromisoformat(text).timestamp())


if __name__ == '__main__':
    world.main()
