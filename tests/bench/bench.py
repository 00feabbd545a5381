#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""usage: bench.py BUILD SCRATCH [N…]

For calendars of N events (1000 and 10000), as one file and as a folder of files: what it costs to
read them and to expand 14 days, oned (read-all: a locked-in oned-reader, asked as the daemon asks
it, the two processes together) against plain libical, in turn; for a folder also against what no
reader can go below (floor: list it, and open, fstat, read and close each file) and, where khal is
installed and N is at most 10000, its first sync. Time is the least of some runs, user and
system, the files read once before. Memory is the larger of the processes. Instructions are callgrind's,
of the reader's work alone (read-here, without the child, which a seccomp filter keeps valgrind out of).
A ratio above 1 is for oned. What the prefilter leaves out must change no answer: that is checked first."""
import os
import re
import resource
import shutil
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


def least(*commands):
    """For each command the least of its costs; they take turns, so that all have the same weather."""
    rounds = [[cost_of(command) for command in commands] for _ in range(RUNS)]
    return [tuple(map(min, zip(*costs))) for costs in zip(*rounds)]


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


def khal_seconds(vdir, scratch):
    """Of khal that sees the folder for the first time."""
    home = os.path.join(scratch, 'khal')
    os.makedirs(home)
    with open(os.path.join(home, 'config'), 'w', encoding='utf-8') as file:
        file.write('[calendars]\n[[bench]]\npath = %s\nreadonly = True\n[sqlite]\npath = %s/khal.db\n'
                   '[locale]\nlocal_timezone = Europe/Berlin\ndefault_timezone = Europe/Berlin\n' % (vdir, home))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(['khal', '-c', os.path.join(home, 'config'), 'list', 'today', '14d'], check=True,
                   env={'HOME': home, 'PATH': os.environ['PATH'], 'LC_ALL': 'C.UTF-8'},
                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    shutil.rmtree(home)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def check_answers(here, path):
    some, whole = (subprocess.run([here, path, str(NOW), how], stdout=subprocess.PIPE, check=True).stdout
                   for how in ('some', 'all'))
    if some != whole or not some:
        sys.exit('%s: the prefilter changes the answer' % path)


def compare(bench, n, corpus, scratch):
    """The lines of one size."""
    here = os.path.join(bench, 'read-here')
    reader = os.path.abspath(os.path.join(bench, '..', '..', 'daemon', 'reader', 'oned-reader'))
    for shape, name in (('file', 'cal.ics'), ('folder', 'vdir')):
        path = os.path.join(corpus, name)
        yard = [os.path.join(bench, 'plain-libical'), path, str(NOW)]
        ours = [os.path.join(bench, 'read-all'), reader, path, str(NOW)]
        floor = [[os.path.join(bench, 'floor'), path]] if shape == 'folder' else []
        (yard_time, yard_memory), (our_time, our_memory), *bottom = least(yard, ours, *floor)
        print('%-7s %8d | %9.1f %8.1f %6.1f | %8d %7d %6.1f | %s' % (
            shape, n, yard_time * 1e3, our_time * 1e3, yard_time / our_time,
            yard_memory, our_memory, yard_memory / our_memory,
            instruction_ratio(here, yard, path, scratch) if shape == 'file' and n <= 10000 else ''), flush=True)
        for floor_time, _ in bottom:
            print('                 | open, fstat, read and close alone %.1f: oned %.2f times that' % (
                floor_time * 1e3, our_time / floor_time), flush=True)
        if shape == 'folder' and n <= 10000 and shutil.which('khal'):
            khal_time = khal_seconds(path, scratch)
            print('                 | khal for the first time %.0f: %.0f times oned' % (
                khal_time * 1e3, khal_time / our_time), flush=True)


def main():
    build, scratch = sys.argv[1:3]
    sizes = [int(n) for n in sys.argv[3:]] or [1000, 10000]
    bench = os.path.join(build, 'tests', 'bench')
    here = os.path.join(bench, 'read-here')
    print('                 |        CPU time, ms        |       memory, KB         |  million instructions')
    print('shape     events |   libical     oned  ratio |  libical    oned  ratio | libical     oned  ratio')
    for n in sizes:
        corpus = os.path.join(scratch, str(n))
        subprocess.run([sys.executable, '-B', os.path.join(HERE, 'gen_corpus.py'), '--n', str(n), '--out', corpus],
                       check=True)
        warm(corpus)
        for name in ('cal.ics', 'vdir'):
            check_answers(here, os.path.join(corpus, name))
        compare(bench, n, corpus, scratch)


if __name__ == '__main__':
    main()
