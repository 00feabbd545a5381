#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What a test that fails says: the end of what its daemons have logged, and nothing if it does not."""
import contextlib
import io
import os
import unittest

import world
from world import World, WorldTest, at

LINES = world.LOGGED + 10


class Sample(WorldTest):
    """Played by the tests below: its daemon logs lines, then it ends as its name says."""

    def setUp(self):
        super().setUp()
        self.world.start(at('2026-11-23 09:00'))

    def succeeds(self):
        pass

    def fails(self):
        self.assertEqual(1, 2)

    def breaks(self):
        self.world.onectl('no-such-command')

    def fails_in_part(self):
        for number in (1, 2):
            with self.subTest(number=number):
                self.assertEqual(number, 2)

    def fails_in_another_world(self):
        self.world.stop()
        with contextlib.ExitStack() as stack:
            other = World(server=False)
            stack.callback(other.end)
            other.start(at('2026-11-23 09:00'))
            self.fail()


class FailureTest(unittest.TestCase):
    def setUp(self):
        talkative = World(server=False)
        self.addCleanup(talkative.end)
        path = talkative.home + '/oned-at'
        with open(path, 'w', encoding='utf-8') as file:
            file.write('#!/bin/sh\nfor n in $(seq %d); do echo "line $n of $$" >&2; done\nexec %s "$@"\n'
                       % (LINES, os.path.abspath(world.PROGRAMS['oned-at'])))
        os.chmod(path, 0o700)
        self.addCleanup(world.PROGRAMS.update, {'oned-at': world.PROGRAMS['oned-at']})
        world.PROGRAMS['oned-at'] = path

    def play(self, name):
        """The lines that it says."""
        with contextlib.redirect_stdout(io.StringIO()) as said:
            Sample(name).run(world.TapResult())
        return said.getvalue().splitlines()

    def logged(self, said):
        return [line.split()[2] for line in said if line.startswith('# line ')]

    def test_a_failure_shows_the_end_of_the_log(self):
        for name in ('fails', 'breaks', 'fails_in_part'):
            with self.subTest(name=name):
                said = self.play(name)
                self.assertEqual(said[0], 'not ok 1 - Sample.' + name)
                self.assertIn('# oned has logged at the end:', said)
                self.assertEqual(self.logged(said), [str(n) for n in range(11, LINES + 1)])

    def test_a_failure_shows_the_log_of_each_daemon(self):
        said = self.play('fails_in_another_world')
        self.assertEqual(said.count('# oned has logged at the end:'), 2)
        self.assertEqual(len({line.split()[-1] for line in said if line.startswith('# line ')}), 2)

    def test_a_daemon_that_ends_before_it_is_on_the_bus_is_not_waited_for(self):
        world.PROGRAMS['oned-at'] = '/bin/false'
        self.assertIn('# AssertionError: org.oned.Oned1.Clock never came to the bus', self.play('succeeds'))

    def test_what_goes_well_says_no_more(self):
        self.assertEqual(self.play('succeeds'), ['ok 1 - Sample.succeeds'])


if __name__ == '__main__':
    world.main()
