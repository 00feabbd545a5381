# SPDX-License-Identifier: MIT
"""expects.py FOLDER EXPAND: each calendar of FOLDER must come out as the .expect beside it says.

The first line of that is how to run it, "# oned-expand --me … FILE START END ZONE"; the other lines
with a "#" say why; the rest is what oned-expand prints, in any order. EXPAND is oned-expand.
"""
import datetime
import os
import re
import shlex
import subprocess
import sys

STAMP = '%Y%m%dT%H%M%SZ'
NEWER = "is newer than this system's zone data"


def parse(path):
    with open(path, encoding='utf-8') as file:
        lines = file.read().splitlines()
    command = shlex.split(lines[0].removeprefix('#'))
    assert command[0] == 'oned-expand', path
    return command[1:], sorted(line for line in lines if line and not line.startswith('#'))


def earlier(line):
    """An hour earlier: where this machine's zone data is older than the zone, that is said."""
    return re.sub(r'\d{8}T\d{6}Z', lambda m: (datetime.datetime.strptime(m[0], STAMP)
                                             - datetime.timedelta(hours=1)).strftime(STAMP), line)


def run(folder, name, expand):
    words, wanted = parse(os.path.join(folder, name))
    done = subprocess.run([expand, *words], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          encoding='utf-8')
    got = sorted(done.stdout.splitlines())
    if done.returncode == 0 and (got == wanted or NEWER in done.stderr and [earlier(line) for line in got] == wanted):
        return True
    print('%s:\n  wanted: %s\n  got:    %s\n  %s' % (name, wanted, got, done.stderr), file=sys.stderr)
    return False


def main():
    folder, expand = sys.argv[1], os.path.abspath(sys.argv[2])
    names = sorted(name for name in os.listdir(folder) if name.endswith('.expect'))
    right = [run(folder, name, expand) for name in names]
    print('%d of %d calendars are right' % (sum(right), len(right)))
    sys.exit(0 if right and all(right) else 1)


main()
