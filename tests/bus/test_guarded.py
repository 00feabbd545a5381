#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What others can put in oned's way, through the real bus: files that are none, and words that are more
than words."""
import os
import pathlib
import shutil

from gi.repository import Gio, GLib

import world
from world import WorldTest, at, calendar, event

HOUR = 3600
MONDAY = at('2026-11-23 10:00')
OURS = 'org.oned.Oned1.Error.'


def replace(path, kind, target=None):
    """Puts something that is no file where one is expected."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    elif path.is_symlink() or path.exists():
        path.unlink()
    if kind == 'fifo':
        os.mkfifo(path)
    elif kind == 'folder':
        path.mkdir()
    elif kind == 'link':
        path.symlink_to(target)


class SettingsTest(WorldTest):
    """Opening must not wait: each of these would stop the main loop, or fill the memory."""

    def setUp(self):
        super().setUp()
        self.settings = pathlib.Path(self.world.env['XDG_CONFIG_HOME'], 'oned', 'oned.conf')
        self.catalogue = self.settings.parent / 'catalogue' / 'manager.ini'
        self.world.write('ada.ics', calendar(event('ada@x', MONDAY)))
        # Found without any settings, too.
        os.symlink(self.world.calendars, self.world.home + '/.calendars')

    def told(self, path):
        return [t['what'] for t in self.world.json('status')['troubles'] if t['source'] == str(path)]

    def things(self):
        return (self.settings, 'fifo', None), (self.settings, 'link', '/dev/zero'), \
            (self.catalogue, 'fifo', None), (self.catalogue, 'link', '/dev/zero')

    def test_at_a_start(self):
        self.catalogue.parent.mkdir()
        for path, kind, target in self.things():
            with self.subTest(path=path.name, kind=kind):
                before = self.settings.read_text(encoding='utf-8')
                replace(path, kind, target)
                self.world.start(MONDAY - HOUR)
                self.assertEqual(self.told(path), ['it is no file'])
                self.world.stop()
                path.unlink()
                self.settings.write_text(before, encoding='utf-8')

    def test_while_it_runs(self):
        self.world.start(MONDAY - HOUR)
        self.catalogue.parent.mkdir()
        for path, kind, target in self.things():
            with self.subTest(path=path.name, kind=kind):
                before = self.settings.read_text(encoding='utf-8')
                replace(path, kind, target)
                self.world.until(lambda: self.told(path) == ['it is no file'])
                path.unlink()
                self.settings.write_text(before, encoding='utf-8')
                self.world.until(lambda: self.told(path) == [])
        self.assertEqual({m['person'] for m in self.world.json('meetings')['meetings']}, {'Ada Lovelace'})


if __name__ == '__main__':
    world.main()
