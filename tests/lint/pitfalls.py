#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tests/pitfalls.txt names tests that are there, for one number after the other."""
import re
from tree import main

LIST = 'tests/pitfalls.txt'


def is_there(tree, path, name):
    if path not in tree.files:
        return False
    if path.endswith('.py'):
        return 'def %s(' % name in tree.text(path)
    return not name if path.endswith('.ics') else '"%s"' % name in tree.text(path)


def pitfalls(tree):
    last, count = 0, 1
    for number, line in enumerate(tree.lines(LIST) + ['0'], 1):
        row = re.match(r'\d+', line)
        if row:
            if count == 0:
                yield '%s:%d: no test for %d' % (LIST, number - 1, last)
            if int(row.group()) not in (0, last + 1):
                yield '%s:%d: %s follows %d' % (LIST, number, row.group(), last)
            last, count = int(row.group()), 0
        elif line.startswith(' '):
            path, _, name = line.strip().partition(' ')
            count += 1
            if not is_there(tree, path, name):
                yield '%s:%d: no %s in %s' % (LIST, number, name or 'such file', path)


if __name__ == '__main__':
    main(pitfalls)
