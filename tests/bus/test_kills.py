#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""oned is killed 200 times around the instant at which a reminder goes out: never a loss, at most one
repeat, and that under the same tag.

    test_kills.py ONED-AT ONED-READER ONECTL NOTIFY-SERVER [--rounds N] [--seed N]
"""
import argparse
import contextlib
import datetime
import json
import random
import sqlite3
import sys

import world
from world import WorldTest, at, calendar, event

MINUTE = 60
OPTIONS = argparse.Namespace(rounds=200, seed=5)


def week(number):
    """Its Monday at ten by the clock on the wall."""
    day = datetime.date(2026, 11, 23) + datetime.timedelta(weeks=number)
    return at('%s 10:00' % day)


class KillTest(WorldTest):
    def row(self):
        """State of the youngest row of a reminder."""
        path = 'file:%s/oned/oned.db?mode=ro' % self.world.env['XDG_DATA_HOME']
        with contextlib.closing(sqlite3.connect(path, uri=True)) as store:
            return store.execute('SELECT state FROM sent ORDER BY id DESC').fetchone()

    def let_go_on(self, chance):
        """The daemon goes on for as long as it takes to answer a few calls."""
        for _ in range(chance.randint(0, 6)):
            self.world.call('GetStatus', '()')

    def listen(self):
        """What was shown; also by a server that is gone since."""
        if self.world.server.process.poll() is None:
            with contextlib.suppress(BrokenPipeError):
                self.world.server.say('mark')
        out = []
        while True:
            record = json.loads(self.world.server.line() or '{"event": "mark"}')
            if record['event'] == 'mark':
                return out
            if record['event'] == 'notify':
                out.append(record)

    def kill_once(self, chance, instant):
        mode = chance.choice(['ok', 'ok', 'ok', 'hang', 'die-before', 'die-after'])
        self.world.server.say('mode ' + mode)
        self.world.server.line()
        self.world.jump(instant)
        self.let_go_on(chance)
        if mode == 'hang' and chance.random() < 0.5:
            self.world.server.say('mode ok')
            self.let_go_on(chance)
        self.world.kill()

    def server_again(self, heard):
        """Well again; True if it is another one, with an empty screen. What it had been told before
        is added to `heard`."""
        if self.world.server.process.poll() is None:
            with contextlib.suppress(BrokenPipeError, TypeError):
                self.world.server.say('mode ok')
                while True:
                    record = json.loads(self.world.server.line())
                    if record['event'] == 'mode':
                        return False
                    heard += [record] if record['event'] == 'notify' else []
        self.world.server.end()
        self.world.start_server()
        return True

    def test_killed_around_a_reminder_it_is_shown_and_at_most_once_more(self):
        chance = random.Random(OPTIONS.seed)
        self.world.write('ada.ics', calendar(event('ada@x', week(0))))
        self.world.start(week(-2))
        for number in range(OPTIONS.rounds):
            instant = week(number) - 30 * MINUTE
            self.world.set(instant - MINUTE)
            self.listen()
            self.kill_once(chance, instant)
            before = self.listen()
            state = self.row()
            emptied = self.server_again(before)
            self.world.start(instant)
            after = self.world.until(lambda: self.listen())
            fresh = [n for n in before + after if n['replaces'] == 0]
            self.assertEqual(self.row()[0], 'shown', number)
            self.assertIn(len(fresh), (1, 2), number)
            self.assertEqual(len({n['hints']['x-dunst-stack-tag'] for n in fresh}), 1)
            if state and state[0] == 'shown' and not emptied:
                self.assertEqual(len(fresh), 1, 'repeated, though it was known to be shown')
            self.world.set(instant)
            self.assertEqual(self.listen(), [], number)


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('--rounds', type=int, default=OPTIONS.rounds)
    parser.add_argument('--seed', type=int, default=OPTIONS.seed)
    OPTIONS, sys.argv[1:] = parser.parse_known_args()
    world.main()
