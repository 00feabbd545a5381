#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""usage: run-named.py BUILD-FOLDER NAME…

Runs single tests of a build and shows all that they print. A NAME is a test of meson's ("bus-pages",
"core-plan"), the name of a method in a Python test ("test_a_page_is_read_back"), or its beginning
with "…" or "*" behind it. Exit 1 if one fails, or if there is none of that name."""
import fnmatch
import json
import os
import re
import subprocess
import sys

METHOD = re.compile(r'^(?:class (\w+)|    def (test_\w+))', re.M)


def list_tests(folder):
    told = subprocess.run(['meson', 'introspect', '--tests', folder], check=True, capture_output=True)
    return json.loads(told.stdout)


def list_methods(test):
    """[Class.test_name] of a test that is a Python file."""
    scripts = [word for word in test['cmd'] if re.search(r'/test_\w+\.py$', word)]
    methods, owner = [], None
    for script in scripts[:1]:
        with open(script, encoding='utf-8') as file:
            for match in METHOD.finditer(file.read()):
                owner = match.group(1) or owner
                if match.group(2):
                    methods.append('%s.%s' % (owner, match.group(2)))
    return methods


def find(tests, name):
    """[(test, methods)]: no methods for the whole of it."""
    pattern = re.sub(r'…$', '*', name)
    whole = [(test, []) for test in tests if fnmatch.fnmatchcase(test['name'], pattern)]
    if whole:
        return whole
    found = [(test, [m for m in list_methods(test) if fnmatch.fnmatchcase(m.split('.')[1], pattern)])
             for test in tests]
    return [(test, methods) for test, methods in found if methods]


def run(folder, test, methods):
    print('== %s' % ' '.join([test['name']] + methods), flush=True)
    return subprocess.run(test['cmd'] + methods, cwd=test['workdir'] or folder, check=False,
                          env={**os.environ, **test['env']}).returncode == 0


def main():
    folder, names = sys.argv[1], sys.argv[2:]
    tests = list_tests(folder)
    plan = []
    for name in names:
        found = find(tests, name)
        if not found:
            sys.exit('%s is neither a test of meson\'s nor a method of a Python test' % name)
        plan += found
    passed = sum([run(folder, test, methods) for test, methods in plan])
    print('%d passed, %d failed' % (passed, len(plan) - passed))
    sys.exit(0 if passed == len(plan) else 1)


if __name__ == '__main__':
    main()
