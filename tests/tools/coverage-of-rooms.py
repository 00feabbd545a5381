#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""usage: gcovr --csv … | coverage-of-rooms.py: how many lines of each room the tests reached, and the
files of which they reached least."""
import csv
import os
import sys

LEAST = 10


def main():
    rooms, files = {}, []
    for row in csv.DictReader(sys.stdin):
        lines, reached = int(row['line_total']), int(row['line_covered'])
        room = rooms.setdefault(os.path.dirname(row['filename']), [0, 0])
        room[0] += lines
        room[1] += reached
        if lines:
            files.append((reached / lines, row['filename'], lines - reached))
    if not files:
        sys.exit('no lines were counted')
    for room, (lines, reached) in sorted(rooms.items()) + [('all', [sum(x) for x in zip(*rooms.values())])]:
        print('%-20s %6d of %6d lines %6.1f %%' % (room, reached, lines, 100 * reached / max(lines, 1)))
    print('\nleast reached:')
    for share, name, missing in sorted(files)[:LEAST]:
        print('%5.1f %%  %s (%d lines not reached)' % (100 * share, name, missing))


if __name__ == '__main__':
    main()
