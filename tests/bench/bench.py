#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""usage: bench.py BUILD SCRATCH [N…]

For calendars of N events (1000 and 10000), as one file and as a folder of files: what it costs to
read them and to expand 14 days, oned (read-all: a locked-in oned-reader, asked as the daemon asks
it, the two processes together) against plain libical. Time is the least of some runs, user and
system, the files read once before. Memory is the larger of the processes. Instructions are callgrind's,
of the reader's work alone (read-here, without the child, which a seccomp filter keeps valgrind out of).
A ratio above 1 is for oned. What the prefilter leaves out must change no answer: that is checked first."""
import os
import re
import resource
import subprocess
import sys

NOW = 1795435200  # 2026-11-23 12:00 UTC
RUNS = 5
HERE = os.path.dirname(os.path.abspath(__file__))


def cost_of(command):
    """(seconds of it and all its children, the kilobytes it says itself) of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    output = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, int(re.search(r'(\d+) KB', output).group(1))


def least(command):
    costs = [cost_of(command) for _ in range(RUNS)]
    return min(c[0] for c in costs), min(c[1] for c in costs)


def instructions(command, scratch):
    """Millions of instructions."""
    output = os.path.join(scratch, 'callgrind')
    result = subprocess.run(['valgrind', '--tool=callgrind', '--callgrind-out-file=' + output] + command,
                            capture_output=True, text=True, check=True)
    return int(re.search(r'Collected : (\d+)', result.stderr).group(1)) / 1e6


def warm(path):
    for folder, _, files in os.walk(path):
        for name in files:
            with open(os.path.join(folder, name), 'rb') as file:
                file.read()


def instruction_ratio(here, yard, path, scratch):
    plain = instructions(yard, scratch)
    ours = instructions([here, path, str(NOW), 'some', 'quiet'], scratch)
    return '%7.0f %8.0f %6.1f' % (plain, ours, plain / ours)


def check_answers(here, path):
    some, whole = (subprocess.run([here, path, str(NOW), how], stdout=subprocess.PIPE, check=True).stdout
                   for how in ('some', 'all'))
    if some != whole or not some:
        sys.exit('%s: the prefilter changes the answer' % path)


def main():
    build, scratch = sys.argv[1:3]
    sizes = [int(n) for n in sys.argv[3:]] or [1000, 10000]
    bench = os.path.join(build, 'tests', 'bench')
    here = os.path.join(bench, 'read-here')
    reader = os.path.abspath(os.path.join(build, 'daemon', 'reader', 'oned-reader'))
    print('                 |        CPU time, ms        |       memory, KB         |  million instructions')
    print('shape     events |   libical     oned  ratio |  libical    oned  ratio | libical     oned  ratio')
    for n in sizes:
        corpus = os.path.join(scratch, str(n))
        subprocess.run([sys.executable, '-B', os.path.join(HERE, 'gen_corpus.py'), '--n', str(n), '--out', corpus],
                       check=True)
        warm(corpus)
        check_answers(here, os.path.join(corpus, 'cal.ics'))
        for shape, name in (('file', 'cal.ics'), ('folder', 'vdir')):
            path = os.path.join(corpus, name)
            yard = [os.path.join(bench, 'plain-libical'), path, str(NOW)]
            ours = [os.path.join(bench, 'read-all'), reader, path, str(NOW)]
            (yard_time, yard_memory), (our_time, our_memory) = least(yard), least(ours)
            print('%-7s %8d | %9.1f %8.1f %6.1f | %8d %7d %6.1f | %s' % (
                shape, n, yard_time * 1e3, our_time * 1e3, yard_time / our_time,
                yard_memory, our_memory, yard_memory / our_memory,
                instruction_ratio(here, yard, path, scratch) if shape == 'file' and n <= 10000 else ''), flush=True)


if __name__ == '__main__':
    main()
