#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What a large answer takes of memory is given back. (Under the sanitizers nothing ever is.)"""
import re

from gi.repository import GLib

import world
from world import WorldTest, at, calendar, event

MONDAY = at('2026-11-23 10:00')
DAY = 24 * 3600
SERIES = 12
EVER = 253402300799
NEAR = 4096  # kilobytes; several times as much stayed


class RestTest(WorldTest):
    def resident(self):
        """Kilobytes."""
        with open('/proc/%d/status' % self.world.daemon.process.pid, encoding='utf-8') as file:
            return int(re.search(r'^VmRSS:\s*(\d+)', file.read(), re.M).group(1))

    def ask(self):
        """For some thousand meetings."""
        return self.world.call('ListMeetings', '(xxa{sv})', 0, EVER, {'all': GLib.Variant('b', True)})[0]

    def test_a_large_answer_is_forgotten(self):
        self.world.write('a.ics', calendar(*[
            event('%d@x' % i, MONDAY - 200 * DAY + i * 60, person='p%d@example.com' % i, rule='FREQ=DAILY')
            for i in range(SERIES)]))
        self.world.env['G_SLICE'] = 'always-malloc'  # as in the unit
        self.world.start(MONDAY)
        self.world.call('GetStatus', '()')
        before = self.resident()
        self.assertGreater(len(self.ask()), SERIES * 300)
        self.world.until(lambda: self.resident() < before + NEAR)


if __name__ == '__main__':
    world.main()
