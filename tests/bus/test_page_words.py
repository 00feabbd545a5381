#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What oned does not take for a page, through the real bus."""
import os
import pathlib

from gi.repository import GLib

import world
from world import WorldTest, at, calendar, event

HOUR = 3600
FIRST = at('2026-11-23 10:00')


class PageTest(WorldTest):
    def setUp(self):
        super().setUp()
        self.pages = pathlib.Path(self.world.home, 'pages')
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com\n[pages]\nfolder=%s\n'
                            % (self.world.calendars, self.pages))
        self.world.write('ada.ics', calendar(event('ada@x', FIRST)))
        self.world.write('eve.ics', calendar(event('eve@x', FIRST, name='Eve', person='eve@x.org',
                                                   summary='Eve / me')))
        self.world.start(FIRST - 2 * HOUR)

    def make(self, who='ada'):
        """(path, id of the meeting) of the meeting that has begun."""
        self.world.set(FIRST)
        path, meeting = self.world.call('MakePage', '(s)', who)
        return pathlib.Path(path), meeting['id']

    def save(self, page, text):
        part = page.with_suffix('.part')
        part.write_text(text, encoding='utf-8')
        os.rename(part, page)

    def add(self, page, text):
        self.save(page, page.read_text(encoding='utf-8') + text)

    def read(self, meeting):
        return self.world.call('ReadPage', '(s)', meeting)[0]


class PathTest(PageTest):
    def refusal(self, which):
        with self.assertRaises(GLib.Error) as caught:
            self.world.call('MakePage', '(s)', which)
        return caught.exception.message

    def check(self, which, path):
        outside = pathlib.Path(self.world.home, 'outside.md')
        outside.write_text('mine\n', encoding='utf-8')
        for put, why in ((lambda: os.mkfifo(path), 'it is no file'), (path.mkdir, 'it is no file'),
                         (lambda: path.symlink_to(outside), 'it is a link out of the folder of the pages'),
                         (lambda: path.symlink_to('nowhere'), 'No such file or directory')):
            with self.subTest(which=which, why=why):
                path.unlink(missing_ok=True)
                put()
                self.world.set(FIRST)
                message = self.refusal(which)
                self.assertRegex(message, r'^GDBus.Error:org\.oned\.Oned1\.Error\.(Refused|NotFound): ')
                self.assertIn(why, message)
                self.assertIn(path.name, message)
                if path.is_dir():
                    path.rmdir()
        self.assertEqual(outside.read_text(encoding='utf-8'), 'mine\n')

    def test_no_path_is_given_that_would_not_be_read(self):
        """Of a page that was not made yet, and of one that was."""
        page = self.pages / 'Eve' / '2026-11-23.md'
        page.parent.mkdir(parents=True)
        self.check('eve', page)
        self.check('ada', self.make()[0])

    def test_a_link_within_the_folder_is_a_page(self):
        made, meeting = self.make()
        other = made.with_name('elsewhere.md')
        made.rename(other)
        made.symlink_to(other.name)
        self.assertEqual(self.make()[0], made)
        self.add(other, 'Fine.\n')
        self.assertEqual(self.read(meeting)['notes'], 1)


if __name__ == '__main__':
    world.main()
