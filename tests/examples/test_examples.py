#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The example calendars mean what their README says: the one-on-ones of some weeks, by hand."""
import glob
import os
import subprocess
import sys
import unittest

EXPAND, CALENDARS = sys.argv[1:3]
ME = 'robin.sommer@example.com,robin@sommer.example'

# The times are UTC; Berlin is two hours ahead in summer and one in winter.
ADA_SPRING = '7k2m0q9d4t1vb8r3hc5e6n0paj@google.com'
ADA = '7k2m0q9d4t1vb8r3hc5e6n0paj_R20260831T073000@google.com'
JONAS = '2p5uo1c8s7r4gm0b3j6tqk9vde@google.com'
MARTA = '040000008200E00074C5B7101A82E0080000000060B2F19A3C51DC010000000000000000100000008F2D41C7A95E4B03B6E1D2093C7F5A60'
KARIM = '040000008200E00074C5B7101A82E00800000000A04C77E8128FDB010000000000000000100000008F2D41C7A95E4B03B6E1D2093C7F5AA0'
INES = 'B7E1D0C4-52A9-4F36-8C1E-93D4A6F0E2B5'
NOOR = 'c1f7e2a4-3d58-4b0c-9e6f-8a2d71b35c04'
LENA = '3b9d05f8-72c6-4e1a-b48d-15e6a0c97f21'
TOM = 'e4a8c613-0b7f-4c92-8d35-6f9201be7a58'

WEEKS = [
    ('around the day of the demonstration', '20261109T000000Z', '20261207T000000Z', [
        ('20261109T083000Z 20261109T090000Z', ADA),
        ('20261110T173000Z 20261110T181500Z', LENA),  # by RDATE
        ('20261111T130000Z 20261111T134500Z', JONAS),  # Noor's of that day is cancelled
        ('20261112T150000Z 20261112T152500Z', KARIM),
        ('20261113T073000Z 20261113T080000Z', TOM),
        ('20261117T130000Z 20261117T133000Z', ADA),  # moved from the 16th
        ('20261118T103000Z 20261118T110000Z', NOOR),
        ('20261120T073000Z 20261120T080000Z', TOM),
        ('20261120T083000Z 20261120T085500Z', KARIM),  # moved from the 19th
        ('20261123T083000Z 20261123T090000Z', ADA),
        ('20261124T173000Z 20261124T181500Z', LENA),
        ('20261125T103000Z 20261125T110000Z', NOOR),
        ('20261125T130000Z 20261125T134500Z', JONAS),
        ('20261126T150000Z 20261126T152500Z', KARIM),
        ('20261127T073000Z 20261127T080000Z', TOM),
        ('20261127T160000Z 20261127T164500Z', INES),
        ('20261201T100000Z 20261201T103000Z', ADA),  # moved from 30 November
        ('20261202T103000Z 20261202T110000Z', NOOR),
        ('20261203T100000Z 20261203T103000Z', MARTA),
        ('20261203T150000Z 20261203T152500Z', KARIM),
        ('20261204T073000Z 20261204T080000Z', TOM),
    ]),
    ('where the series with Ada was split', '20260817T000000Z', '20260908T000000Z', [
        ('20260817T080000Z 20260817T083000Z', ADA_SPRING),
        ('20260819T120000Z 20260819T124500Z', JONAS),
        ('20260820T140000Z 20260820T142500Z', KARIM),
        ('20260824T080000Z 20260824T083000Z', ADA_SPRING),
        ('20260827T140000Z 20260827T142500Z', KARIM),
        ('20260828T150000Z 20260828T154500Z', INES),
        ('20260831T073000Z 20260831T080000Z', ADA),
        ('20260901T163000Z 20260901T171500Z', LENA),
        ('20260902T093000Z 20260902T100000Z', NOOR),
        ('20260902T120000Z 20260902T124500Z', JONAS),
        ('20260903T090000Z 20260903T093000Z', MARTA),
        ('20260903T140000Z 20260903T142500Z', KARIM),
        ('20260907T073000Z 20260907T080000Z', ADA),
    ]),
    ('where summer time ended', '20261024T000000Z', '20261103T000000Z', [
        ('20261026T083000Z 20261026T090000Z', ADA),  # 2 November is cancelled
        ('20261028T103000Z 20261028T110000Z', NOOR),
        ('20261028T130000Z 20261028T134500Z', JONAS),
        ('20261029T150000Z 20261029T152500Z', KARIM),
        ('20261029T170000Z 20261029T174500Z', INES),  # moved from the 30th
        ('20261030T073000Z 20261030T080000Z', TOM),
    ]),
]


class Examples(unittest.TestCase):
    def test_one_on_ones(self):
        files = glob.glob(os.path.join(CALENDARS, '**', '*.ics'), recursive=True)
        self.assertEqual(len(files), 9)
        for title, start, end, expected in WEEKS:
            found = []
            for path in files:
                command = [EXPAND, '--me', ME, path, start, end, 'Europe/Berlin']
                result = subprocess.run(command, capture_output=True, text=True, check=True)
                self.assertEqual(result.stderr, '', path)
                found += result.stdout.splitlines()
            with self.subTest(title):
                self.assertEqual(sorted(found), sorted('%s %s' % row for row in expected))


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
