# SPDX-License-Identifier: MIT
"""cases.py FOLDER EXPAND: all of the cases in FOLDER that count must come out right.

FOLDER holds score.py and the cases; EXPAND is oned-expand. Exotic cases may be refused and quirks are
choices; what has to be right is every must and should, and every one-on-one.
"""
import json
import os
import subprocess
import sys
import tempfile


def run(folder, cases, command):
    with tempfile.TemporaryDirectory() as place:
        out = os.path.join(place, 'out.json')
        subprocess.run([sys.executable, os.path.join(folder, 'score.py'), '--cases', cases,
                        '--level', 'must,should', '--cmd', command, '--json', out, '-v'])
        with open(out, encoding='utf-8') as file:
            results = json.load(file)
    return bool(results) and all(result['status'] == 'PASS' for result in results)


def main():
    folder, expand = sys.argv[1:]
    times = '{ics} {start} {end} {tz}'
    right = run(folder, 'recurrence', f'{expand} {times}')
    right = run(folder, 'one-on-one', f'{expand} --me {{me}} {times}') and right
    sys.exit(0 if right else 1)


main()
