#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What a page says and oned does not take over, through the real bus: lines of oned's own that mean nothing
any more, what is over a limit, and what is no page."""
import os
import pathlib

from gi.repository import GLib

import world
from world import WorldTest, at, calendar, event

HOUR = 3600
FIRST = at('2026-11-23 10:00')
SECRET = 'Zaragossa'
RAISED = 'Montevideo'
OVER = {'note': 'a note is longer than 20,000 characters: the rest of it is not taken over',
        'promises': 'more than 200 promises are written on the page: from here on none is taken over',
        'promise': 'a promise is longer than 1,000 characters: the rest is not taken over',
        'page': 'the page is longer than 20,000 lines or 1 MB: from here on it is not read'}


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

    def again(self):
        self.world.stop()
        self.world.start(self.world.now)

    def actions(self, who='ada'):
        return [(a['id'], a['text'], a['state']) for a in self.world.json('actions', who, '--all')['actions']]

    def points(self, who='ada'):
        return [(p['id'], p['text'], p['state']) for p in self.world.json('points', who, '--all')['points']]

    def notes(self, who='ada'):
        people = self.world.call('GetChronicle', '(sxa{sv})', who, 0, {})[0]
        return [note['text'] for person in people for meeting in person['meetings']
                for note in meeting.get('notes', [])]

    def left(self, meeting):
        return [(t['line'], t['what']) for t in self.read(meeting).get('left', [])]

    def troubles(self, page):
        return [(t['line'], t['what']) for t in self.world.json('status')['troubles'] if t['source'] == str(page)]


class UndoneTest(PageTest):
    def test_what_was_taken_back_does_not_come_back_from_its_page(self):
        self.world.onectl('act', 'ada', SECRET)
        self.world.onectl('add', 'ada', RAISED)
        page, meeting = self.make()
        self.assertIn(SECRET, page.read_text(encoding='utf-8'))
        self.world.onectl('undo')
        self.world.onectl('undo')
        self.again()
        self.assertEqual((self.actions(), self.points(), self.notes()), ([], [], []))
        self.add(page, 'Fine.\n')
        self.assertEqual(self.read(meeting)['notes'], 1)
        self.save(page, page.read_text(encoding='utf-8').replace('- [ ]', '- [x]'))
        self.assertEqual([what for _, what in self.left(meeting)],
                         ["there is no '#%s' with this person: the line is left as it is" % tag
                          for tag in ('a1', 'p1')])
        self.assertEqual((self.actions(), self.points(), self.notes()), ([], [], ['Fine.']))
        self.world.stop()
        kept = b''.join(file.read_bytes() for file in pathlib.Path(self.world.env['XDG_DATA_HOME'], 'oned')
                        .glob('oned.db*'))
        self.assertNotIn(SECRET.encode(), kept)
        self.assertNotIn(RAISED.encode(), kept)

    def test_a_line_copied_to_the_page_of_somebody_else_is_nothing_there(self):
        self.world.onectl('act', 'ada', SECRET)
        page, _ = self.make()
        theirs, meeting = self.make('eve')
        line = next(line for line in page.read_text(encoding='utf-8').splitlines() if SECRET in line)
        self.add(theirs, line.replace('[ ]', '[x]') + '\n')
        self.assertEqual([what for _, what in self.left(meeting)],
                         ["there is no '#a1' with this person: the line is left as it is"])
        self.assertEqual((self.actions('eve'), self.notes('eve')), ([], []))
        self.assertEqual(self.actions(), [('a1', SECRET, 'open')])

    def test_people_who_were_merged_keep_their_lines(self):
        self.world.onectl('act', 'eve', SECRET)
        page, meeting = self.make('eve')
        self.world.call('SetPerson', '(sa{sv})', 'ada', {'merge': GLib.Variant('s', 'eve')})
        self.save(page, page.read_text(encoding='utf-8').replace('- [ ] @', '- [x] @'))
        self.read(meeting)
        self.assertEqual(self.actions(), [('a1', SECRET, 'done')])
        self.world.onectl('undo')
        self.world.onectl('undo')
        self.add(page, 'Fine.\n')
        self.assertEqual(self.left(meeting), [])
        self.assertEqual((self.actions(), self.actions('eve')), ([], [('a1', SECRET, 'open')]))

    def test_an_older_database_does_not_read_the_page_as_new(self):
        page, meeting = self.make()
        backup = os.path.join(self.world.home, 'backup.db')
        self.world.onectl('backup', backup)
        self.world.onectl('act', 'ada', SECRET)
        self.world.onectl('add', 'ada', RAISED)
        self.add(page, '- [ ] @me %s #a1\n- [ ] %s #p1\n' % (SECRET, RAISED))
        self.read(meeting)
        self.world.onectl('restore', backup)
        self.again()
        self.add(page, 'Fine.\n')
        self.assertEqual(self.read(meeting)['notes'], 1)
        self.assertEqual((self.actions(), self.points(), self.notes()), ([], [], ['Fine.']))
        self.world.onectl('act', 'ada', 'Another')
        self.save(page, page.read_text(encoding='utf-8').replace('- [ ]', '- [x]'))
        self.read(meeting)
        self.assertEqual(self.actions(), [('a2', 'Another', 'open')])


class LimitsTest(PageTest):
    def over(self, page, meeting, line, what):
        self.assertEqual(self.left(meeting), [(line, what)])
        self.assertEqual(self.troubles(page), [(line, what)])

    def test_what_is_over_a_limit_is_said(self):
        page, meeting = self.make()
        text = page.read_text(encoding='utf-8')
        line = len(text.splitlines()) + 1
        for added, first, what in (
                ('x' * 20000 + '\n', 0, None), ('x' * 20001 + '\n', line, 'note'),
                ('- [ ] @me task\n' * 200, 0, None), ('- [ ] @me task\n' * 201, line + 200, 'promises'),
                ('- [ ] @me %s\n' % ('x' * 1001), line, 'promise'),
                ('> %s\n' % ('x' * 1400000) + 'Bye.\n- [ ] @me task\n', line, 'page')):
            with self.subTest(what=what):
                self.save(page, text + added)
                if what:
                    self.over(page, meeting, first, OVER[what])
                    continue
                self.assertEqual(self.left(meeting), [])
                self.assertEqual(self.troubles(page), [])

    def test_it_is_said_until_the_page_is_shorter(self):
        page, meeting = self.make()
        text = page.read_text(encoding='utf-8')
        self.add(page, 'Fine.\n' + '- [ ] @me task\n' * 300)
        trouble = [(len(text.splitlines()) + 202, OVER['promises'])]
        self.world.until(lambda: self.troubles(page) == trouble)
        self.again()
        self.assertEqual(self.troubles(page), trouble)
        said = self.world.onectl('status')
        self.assertIn('make the page shorter', ' '.join(said.split()))
        self.save(page, text)
        self.world.until(lambda: self.troubles(page) == [])
        self.assertEqual(self.left(meeting), [])

    def test_a_line_pushed_over_a_limit_is_not_a_deleted_one(self):
        page, meeting = self.make()
        text = page.read_text(encoding='utf-8')
        tasks = ''.join('- [ ] @me task%d of%d mine%d\n' % (i, i, i) for i in range(200))
        self.save(page, text + tasks)
        self.assertEqual(self.read(meeting)['changes'], 200)
        self.save(page, text + '- [ ] @ada Another\n' + tasks)
        self.assertEqual(self.read(meeting)['changes'], 1)
        self.assertEqual({state for _, _, state in self.actions()}, {'open'})


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
                if path.is_dir():
                    path.rmdir()
                path.unlink(missing_ok=True)
                put()
                self.world.set(FIRST)
                message = self.refusal(which)
                self.assertRegex(message, r'^GDBus.Error:org\.oned\.Oned1\.Error\.(Refused|NotFound): ')
                self.assertIn(why, message)
                self.assertIn(path.name, message)
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
