#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""`onectl export --ics` as Thunderbird's ical.js reads it: the tests of tests/bus/test_export.py, by its eyes.

    test_thunderbird.py ICAL.MJS ONED-AT ONED-READER ONECTL NOTIFY-SERVER ONED-WRITER [NAME…]"""
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.join(HERE, '../../bus'))
import test_export
import world
from test_export import EmptyTest, ExportTest

ICAL = sys.argv.pop(1)


def read(text):
    done = subprocess.run(['node', os.path.join(HERE, 'read.mjs'), ICAL], input=text.encode(), check=True,
                          stdout=subprocess.PIPE, timeout=world.DEADLINE)
    return json.loads(done.stdout)


if __name__ == '__main__':
    test_export.read = read
    world.PROGRAMS['writer'] = sys.argv.pop(5)
    world.main()
