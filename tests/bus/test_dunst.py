#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""A meeting's reminders on a real screen: dunst under Xvfb. Run it within xvfb-run.

A picture of each stage is left in the folder named by ONED_SHOTS.
"""
import os
import subprocess
import unittest

import world
from world import World, at, calendar, event

MONDAY = at('2026-11-23 10:00')
MINUTE = 60

DUNSTRC = '''[global]
    width = (0, 420)
    origin = top-right
    offset = 20x20
    font = DejaVu Sans 10
    markup = full
    format = "<b>%%s</b>\\n%%b"
    word_wrap = yes
    height = 400
    show_indicators = no
    icon_position = left
    dmenu = %s
[urgency_low]
    timeout = 0
[urgency_normal]
    timeout = 0
[urgency_critical]
    timeout = 0
'''


class DunstTest(unittest.TestCase):
    def setUp(self):
        self.world = World(server=False)
        self.addCleanup(self.world.end)
        self.world.env.update({k: os.environ[k] for k in ('DISPLAY', 'XAUTHORITY')})
        choose = os.path.join(self.world.home, 'choose')
        with open(choose, 'w', encoding='utf-8') as file:
            file.write('#!/bin/sh\ngrep -m1 -i snooze\n')
        os.chmod(choose, 0o700)
        config = os.path.join(self.world.home, 'dunstrc')
        with open(config, 'w', encoding='utf-8') as file:
            file.write(DUNSTRC % choose)
        self.dunst = subprocess.Popen(['dunst', '-conf', config], env=self.world.env,
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(self.dunst.wait)
        self.addCleanup(self.dunst.terminate)
        self.world.wait_name('org.freedesktop.Notifications')

    def ctl(self, *arguments):
        return subprocess.run(['dunstctl', *arguments], env=self.world.env, check=True,
                              capture_output=True, text=True).stdout

    def displayed(self):
        return int(self.ctl('count', 'displayed'))

    def picture(self, name):
        folder = os.environ.get('ONED_SHOTS')
        if folder:
            subprocess.run(['import', '-window', 'root', os.path.join(folder, name + '.png')],
                           env=self.world.env, check=True)

    def heard(self):
        """The text of the last notification, as dunst itself keeps it."""
        self.ctl('close-all')
        text = self.ctl('history')
        self.ctl('history-pop')
        return text

    def test_a_meeting_from_prep_to_nudge(self):
        self.world.write('ada.ics', calendar(event('ada@x', MONDAY)))
        self.world.start(MONDAY - 60 * MINUTE)
        self.assertEqual(self.displayed(), 0)
        self.world.set(MONDAY - 30 * MINUTE)
        self.world.until(lambda: self.displayed() == 1)
        items = self.world.json('agenda', 'ada')['agendas'][0]['items']
        self.picture('dunst-prep')
        self.ctl('context')
        self.world.until(lambda: self.displayed() == 0)
        self.world.until(lambda: self.world.json('status')['reminder']['at'].startswith(
            '2026-11-23T09:40'))
        self.world.set(MONDAY - 20 * MINUTE)
        self.world.until(lambda: self.displayed() == 1)
        self.world.set(MONDAY - 2 * MINUTE)
        self.world.until(lambda: self.displayed() == 1)
        self.picture('dunst-start')
        self.world.set(MONDAY + 30 * MINUTE)
        self.world.until(lambda: self.displayed() >= 1)
        self.picture('dunst-nudge')
        text = self.heard()
        for item in items:
            self.assertIn(item['title'].replace('&', '&amp;'), text)


if __name__ == '__main__':
    world.main()
