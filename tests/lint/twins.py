#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A decision has a unit test of its own: for each file of core there is a test that includes its header."""
import re
from tree import main

# Files whose tables are those of their only caller, because they make no sense without it.
WAIVED = {
    'core/detect/participants.c': 'people are judged in whole events: test-detect.c',
    'core/notice/fingerprint.c': 'a hash; what changes it is seen in "refresh": test-plan-preps.c',
    'core/notice/reminder-phrases.c': 'parts of a sentence, read as a whole: test-notice.c',
    'core/page/page-action.c': 'one kind of line of a page: test-page-read.c',
    'core/page/page-tag.c': 'tags mean something on a page only: test-page-read.c',
    'core/plan/plan-group.c': 'groups are of steps of a whole plan: test-plan.c',
    'core/plan/plan-steps.c': 'steps are of a whole plan: test-plan.c',
}
INCLUDE = re.compile(r'^#include "([^"]+\.h)"', re.M)


def twins(tree):
    tests = [f for f in tree.sources('tests') if f.startswith('tests/unit/core/')]
    included = {header for path in tests for header in INCLUDE.findall(tree.text(path))}
    for path in tree.sources('daemon', suffixes=('.c',)):
        file = path.removeprefix('daemon/')
        header = file[:-1] + 'h'
        if not file.startswith('core/') or 'daemon/' + header not in tree.files:  # a part of another file's
            continue
        if header not in included and file not in WAIVED:
            yield '%s: no test in tests/unit/core includes "%s"' % (path, header)
        if header in included and file in WAIVED:
            yield '%s has a test now: take it off the list in twins.py' % path


if __name__ == '__main__':
    main(twins)
