#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""usage: bench.py BUILD SCRATCH [N…]

For calendars of N events (1000 and 10000), as one file and as a folder of files: what reading and
expanding 14 days costs oned-expand (which starts the reader as the daemon does) and plain libical.
Time is the least of some runs, user and system together, children included, the files read once
before; instructions are callgrind's (plain libical parses the same bytes each time, so one run is
enough); memory is the largest of the processes. A ratio above 1 is for oned."""
import os
import re
import subprocess
import sys
import time

NOW = 1795435200  # 2026-11-23 12:00 UTC
DAY = 86400
RUNS = 5
HERE = os.path.dirname(os.path.abspath(__file__))


def stamp(seconds):
    return time.strftime('%Y%m%dT%H%M%SZ', time.gmtime(seconds))


def cost_of(command):
    """(seconds, kilobytes) of one run with all its children."""
    with open(os.devnull, 'w', encoding='utf-8') as nowhere:
        process = subprocess.Popen(command, stdout=nowhere)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit('%s: exit %d' % (' '.join(command), status))
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def least(command):
    costs = [cost_of(command) for _ in range(RUNS)]
    return min(c[0] for c in costs), min(c[1] for c in costs)


def instructions(command, scratch):
    """Millions of instructions, or None where valgrind cannot follow (a locked-in child)."""
    output = os.path.join(scratch, 'callgrind')
    result = subprocess.run(['valgrind', '--tool=callgrind', '--callgrind-out-file=' + output] + command,
                            capture_output=True, text=True, check=False)
    found = re.search(r'Collected : (\d+)', result.stderr)
    return int(found.group(1)) / 1e6 if found and result.returncode == 0 else None


def warm(path):
    for folder, _, files in os.walk(path):
        for name in files:
            with open(os.path.join(folder, name), 'rb') as file:
                file.read()


def main():
    build, scratch = sys.argv[1:3]
    sizes = [int(n) for n in sys.argv[3:]] or [1000, 10000]
    plain = os.path.join(build, 'tests', 'bench', 'plain-libical')
    expand = os.path.join(build, 'tests', 'tools', 'oned-expand')
    print('%-7s %8s | %9s %9s %6s | %8s %8s %6s | %s' % (
        'shape', 'events', 'plain ms', 'oned ms', 'ratio', 'plain KB', 'oned KB', 'ratio', 'plain Minstr'))
    for n in sizes:
        corpus = os.path.join(scratch, str(n))
        subprocess.run([sys.executable, '-B', os.path.join(HERE, 'gen_corpus.py'), '--n', str(n), '--out', corpus],
                       check=True)
        warm(corpus)
        for shape, name in (('file', 'cal.ics'), ('folder', 'vdir')):
            path = os.path.join(corpus, name)
            yard = [plain, path, str(NOW)]
            ours = [expand, path, stamp(NOW), stamp(NOW + 14 * DAY), 'Europe/Berlin']
            (yard_time, yard_memory), (our_time, our_memory) = least(yard), least(ours)
            count = instructions(yard, scratch) if n <= 10000 else None
            print('%-7s %8d | %9.1f %9.1f %6.1f | %8d %8d %6.1f | %s' % (
                shape, n, yard_time * 1e3, our_time * 1e3, yard_time / our_time, yard_memory, our_memory,
                yard_memory / our_memory, '%.0f' % count if count else '-'), flush=True)


if __name__ == '__main__':
    main()
