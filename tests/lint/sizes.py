#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Size, as a smell: functions up to 60 lines, files up to 300, headers up to 60 lines of C. Run
with --report it prints, for each room, how far from these limits it is."""
import re
import statistics
import sys
from tree import Tree, main, without_comments

FUNCTION, FILE, HEADER = 60, 300, 60


def functions_of(tree, path):
    """(name, line, length) of each function: from its name to its closing brace."""
    lines = without_comments(tree.text(path)).split('\n')
    name, start = None, 0
    for number, line in enumerate(lines, 1):
        match = re.match(r'([a-z_]\w*) \(', line)
        if match:
            name, start = match.group(1), number
        elif line == '}' and name:
            yield name, start, number - start + 1
            name = None


def code_lines(tree, path):
    return sum(1 for line in without_comments(tree.text(path)).split('\n') if line.strip())


def functions(tree):
    for path in tree.sources(suffixes=('.c',)):
        if tree.waives(path, 'function-length'):
            continue
        for name, line, length in functions_of(tree, path):
            if length > FUNCTION:
                yield '%s:%d: %s has %d lines, %d are enough' % (path, line, name, length, FUNCTION)


def files(tree):
    for path in tree.sources('daemon', 'ctl', 'fetch', 'share', suffixes=('.c',)):
        count = len(tree.lines(path))
        if count > FILE and not tree.waives(path, 'file-length'):
            yield '%s: %d lines, %d are enough' % (path, count, FILE)


def headers(tree):
    for path in tree.sources('daemon', 'ctl', 'fetch', 'share', suffixes=('.h',)):
        count = code_lines(tree, path)
        if count > HEADER and not tree.waives(path, 'header-length'):
            yield '%s: %d lines of C, %d are enough for a header' % (path, count, HEADER)


def report(tree):
    rooms = {}
    for path in tree.sources():
        parts = path.split('/')
        room = parts[0] if len(parts) < 3 or parts[0] == 'ctl' else '/'.join(parts[:2])
        rooms.setdefault(room, []).append(path)
    print('%-16s %5s %6s %7s %7s  %s' % ('room', 'files', 'lines', 'median', 'longest', 'function'))
    for room, paths in sorted(rooms.items()):
        lengths = [(length, name) for p in paths if p.endswith('.c') for name, _, length in functions_of(tree, p)]
        longest = max(lengths, default=(0, ''))
        print('%-16s %5d %6d %7.0f %7d  %s' % (
            room, len(paths), sum(len(tree.lines(p)) for p in paths),
            statistics.median([n for n, _ in lengths] or [0]), longest[0], longest[1]))


if __name__ == '__main__':
    if '--report' in sys.argv:
        report(Tree(sys.argv[1]))
    else:
        main(functions, files, headers)
