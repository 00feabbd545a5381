#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""usage: count-results.py BUILD-FOLDER… -- FOLDER-THAT-DID-NOT-BUILD…

Adds up what meson noted of its test runs. A test program that speaks TAP counts by its lines, any
other as one; one that broke off counts as failed on top of what it reached, as does a folder that
did not build. Prints what failed or was skipped, then one line: N passed, N failed, N skipped."""
import json
import os
import sys
import xml.etree.ElementTree as xml

FINE = ('OK', 'EXPECTEDFAIL')


def count_lines(folder):
    """{test program: [passed, failed, skipped]} of the TAP lines, from the JUnit file."""
    counts = {}
    for suite in xml.parse(os.path.join(folder, 'meson-logs', 'testlog.junit.xml')).getroot():
        for case in suite:
            if case.tag != 'testcase':
                continue
            count = counts.setdefault(suite.get('name', '').split('.', 1)[-1], [0, 0, 0])
            kinds = {child.tag for child in case}
            count[1 if kinds & {'failure', 'error'} else 2 if 'skipped' in kinds else 0] += 1
    return counts


def count_folder(folder, total):
    lines = count_lines(folder)
    with open(os.path.join(folder, 'meson-logs', 'testlog.json'), encoding='utf-8') as log:
        programs = [json.loads(line) for line in log if line.strip()]
    for program in programs:
        name, result = program['name'], program['result']
        count = list(lines.get(name, [0, 0, 0]))
        if sum(count) == 0:
            count[0 if result in FINE else 2 if result == 'SKIP' else 1] = 1
        elif result not in FINE + ('SKIP',) and count[1] == 0:
            count[1] = 1
        if count[1] or count[2]:
            print('%s: %s: %s (%d failed, %d skipped)' % (folder, program['name'], result, count[1], count[2]))
        for i in range(3):
            total[i] += count[i]
    if not programs:
        print('%s: no test was run' % folder)
        total[1] += 1


def main():
    split = sys.argv.index('--')
    total = [0, 0, 0]
    for folder in sys.argv[1:split]:
        try:
            count_folder(folder, total)
        except (OSError, ValueError, xml.ParseError) as error:
            print('%s: no results: %s' % (folder, error))
            total[1] += 1
    for folder in sys.argv[split + 1:]:
        print('%s: does not build' % folder)
        total[1] += 1
    print('%d passed, %d failed, %d skipped' % tuple(total))
    sys.exit(1 if total[1] or total[2] or not total[0] else 0)


if __name__ == '__main__':
    main()
