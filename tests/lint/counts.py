#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""usage: counts.py ROOT: how the house stands one storey above its functions, in numbers that can be
compared from one year to the next. It complains of nothing: what must not be, the other lints say."""
import collections
import os
import re
import sys
from tree import Tree, without_comments

INCLUDE = re.compile(r'^#include "([^"]+\.h)"', re.M)
HEADLESS = re.compile(r'/\* (?:What|Those|Of|As|That|One that) ')


def count_fields(tree, path, name):
    """How many members the struct has."""
    body = re.search(r'^struct %s \{\n(.*?)^\}' % name, without_comments(tree.text(path)), re.M | re.S)
    members = re.sub(r'\([^()]*\)', '', body.group(1)) if body else ''
    return sum(len(line.split(',')) for line in members.splitlines() if line.strip().endswith(';'))


def stems(tree):
    """{folder: file names without their endings}"""
    found = collections.defaultdict(set)
    for path in tree.sources('daemon', 'ctl', 'fetch', 'share'):
        folder, _, name = path.rpartition('/')
        found[folder].add(os.path.splitext(name)[0])
    return found


def graph(tree, room):
    """{file without its ending: what it includes of its own room}"""
    edges = collections.defaultdict(set)
    for path in tree.sources('daemon', 'ctl', 'fetch'):
        if not path.startswith(room + '/'):
            continue
        here = os.path.splitext(path)[0].removeprefix('daemon/')
        for header in INCLUDE.findall(tree.text(path)):
            there = os.path.splitext(header)[0]
            if header.startswith(room.removeprefix('daemon/') + '/') and there != here:
                edges[here].add(there)
    return edges


def circles(edges):
    """Files that lead back to themselves, in groups, the largest first (Tarjan's)."""
    index, low, stack, found = {}, {}, [], []

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in sorted(edges.get(node, ())):
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            group = stack[stack.index(node):]
            del stack[stack.index(node):]
            if len(group) > 1:
                found.append(group)

    for node in sorted(edges):
        if node not in index:
            visit(node)
    return sorted(found, key=len, reverse=True)


def reached(tree, start):
    """Files of oned that a file leads to by what they include: what a change can have to do with."""
    edges = collections.defaultdict(set)
    for path in tree.sources('daemon'):
        here = os.path.splitext(path)[0].removeprefix('daemon/')
        edges[here] |= {os.path.splitext(h)[0] for h in INCLUDE.findall(tree.text(path)) if '/' in h} - {here}
    seen, next_ones = set(), {start}
    while next_ones:
        seen |= next_ones
        next_ones = set().union(*(edges.get(one, set()) for one in next_ones)) - seen
    return seen


def doubles(tree):
    """File names that one program has twice."""
    found = collections.defaultdict(set)
    for path in tree.sources('daemon', 'ctl', 'fetch', suffixes=('.c',)):
        room = '/'.join(path.split('/')[:2])
        own = {'daemon/reader': 'oned-reader', 'daemon/writer': 'oned-writer'}
        program = {'ctl': 'onectl', 'fetch': 'oned-fetch'}.get(path.split('/')[0], own.get(room, 'oned'))
        found[program, os.path.basename(path)].add(path)
    return {key: paths for key, paths in found.items() if len(paths) > 1}


def headless(tree, room):
    """Comments whose first words hide what they are about: "What is …", "Those that …"."""
    return sum(len(HEADLESS.findall(tree.text(path))) for path in tree.sources(room))


def main():
    tree = Tree(sys.argv[1])
    sys.setrecursionlimit(10000)
    print('fields of struct OneEngine: %d' % count_fields(tree, 'daemon/engine/state.h', 'OneEngine'))
    for room in ('model', 'reader', 'writer', 'config', 'core', 'store', 'edge', 'engine', 'bus', 'ctl', 'fetch'):
        groups = circles(graph(tree, room if room in ('ctl', 'fetch') else 'daemon/' + room))
        print('circles of includes in %-7s %d%s' % (room + ':', len(groups), ''.join(
            '\n  %d files: %s' % (len(g), ' '.join(sorted(g))) for g in groups)))
    print('files that a cycle leads to, of a calendar to its notification: %d' % len(reached(tree, 'engine/cycle')))
    print('folders with more than 20 names:')
    for folder, names in sorted(stems(tree).items(), key=lambda row: -len(row[1])):
        if len(names) > 20:
            print('  %-24s %d' % (folder, len(names)))
    print('comments that begin with What, Those, Of, As, That: %s' % ', '.join(
        '%d in %s' % (headless(tree, room), room) for room in ('daemon', 'ctl', 'fetch', 'share')))
    print('names that a program has twice:')
    for (program, name), paths in sorted(doubles(tree).items()):
        print('  %s: %s (%s)' % (program, name, ', '.join(sorted(os.path.dirname(p) for p in paths))))


if __name__ == '__main__':
    main()
