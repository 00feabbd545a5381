#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Pages, through the real bus: oned makes one, an editor saves it, and what it says is known."""
import os
import pathlib
import pty
import re
import subprocess

import world
from world import WorldTest, at, calendar, event

HOUR = 3600
FIRST = at('2026-11-23 10:00')


class PagesTest(WorldTest):
    def setUp(self):
        super().setUp()
        self.pages = pathlib.Path(self.world.home, 'pages')
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com\n[pages]\nfolder=%s\n'
                            % (self.world.calendars, self.pages))
        self.world.write('ada.ics', calendar(event('ada@x', FIRST)))
        self.world.start(FIRST - 2 * HOUR)
        self.world.onectl('act', 'ada', 'Send the draft')
        self.world.onectl('add', 'ada', '--category', 'wins', 'The release')
        self.world.set(FIRST - HOUR // 2)

    def page(self):
        return self.pages / 'Ada Lovelace' / '2026-11-23.md'

    def save(self, text):
        """As most editors do: another file, then a rename."""
        part = self.page().with_suffix('.part')
        part.write_text(text, encoding='utf-8')
        os.rename(part, self.page())

    def edit(self, *changes):
        text = self.page().read_text(encoding='utf-8')
        for old, new in changes:
            self.assertIn(old, text)
            text = text.replace(old, new)
        self.save(text)
        return text

    def read(self):
        return self.world.call('ReadPage', '(s)', 'm1')[0]

    def actions(self):
        return [(a['id'], a['owner'], a['text'], a['due'], a['state'])
                for a in self.world.json('actions', 'ada', '--all')['actions']]

    def touched(self):
        rows = self.world.json('coverage', 'ada')['people'][0]['categories']
        return [r['category'] for r in rows if r['last_touched']]

    def test_made_once_with_the_reminder(self):
        text = self.page().read_text(encoding='utf-8')
        self.assertIn('# One-on-one with Ada Lovelace', text)
        self.assertIn('@me Send the draft', text)
        self.assertIn('The release #p1', text)
        self.assertEqual(self.page().stat().st_mode & 0o777, 0o600)
        before = self.page().stat()
        self.world.set(FIRST + HOUR)
        self.assertEqual(self.page().stat().st_mtime_ns, before.st_mtime_ns)
        self.assertEqual(self.read()['changes'], 0)

    def test_saved_and_read_back_by_itself(self):
        self.world.set(FIRST + HOUR)
        self.edit(('- [ ] **Wins**', '- [x] **Wins**'), ('- [ ] The release', '- [x] The release'),
                  ('- [ ] @me Send the draft', '- [x] @me Send the draft'),
                  ('## Notes\n', '## Notes\n\nIt went well.\n- [ ] @ada Ask Bob (due fri)\n'))
        self.world.until(lambda: len(self.actions()) == 2)
        self.assertEqual(self.actions(), [
            ('a1', 'me', 'Send the draft', None, 'done'),
            ('a2', 'them', 'Ask Bob', '2026-11-27', 'open')])
        self.assertEqual(self.touched(), ['wins'])
        self.assertEqual(self.world.json('points', 'ada', '--all')['points'][0]['state'], 'done')
        self.assertEqual(self.world.json('meetings')['meetings'][0]['state'], 'held')

    def test_saved_five_times_is_one_action(self):
        self.world.set(FIRST + HOUR)
        text = self.page().read_text(encoding='utf-8')
        for words in ('S', 'Send', 'Send it', 'Send it to Bob', 'Send it to Bob (due 2026-12-01)'):
            self.save(text + '- [ ] @me %s\n' % words)
            self.read()
            self.read()
        self.assertEqual(self.actions()[1:], [('a2', 'me', 'Send it to Bob', '2026-12-01', 'open')])

    def test_a_deleted_line_drops_its_action_until_it_is_back(self):
        self.world.set(FIRST + HOUR)
        text = self.page().read_text(encoding='utf-8')
        self.save(text + '- [ ] @me Call Bob\n- [ ] @me Write\n')
        self.read()
        self.world.onectl('done', 'a3')
        self.save(text)
        self.read()
        self.assertEqual([a[4] for a in self.actions()[1:]], ['dropped', 'done'])
        self.save(text + '- [ ] @me Call Bob\n')
        self.read()
        self.assertEqual([a[4] for a in self.actions()[1:]], ['open', 'done'])

    def test_unticked_is_taken_back(self):
        self.world.set(FIRST + HOUR)
        self.edit(('- [ ] **Wins**', '- [x] **Wins**'), ('- [ ] @me', '- [x] @me'))
        self.read()
        self.assertEqual(self.touched(), ['wins'])
        self.edit(('- [x] **Wins**', '- [ ] **Wins**'), ('- [x] @me', '- [ ] @me'))
        self.read()
        self.assertEqual(self.touched(), [])
        self.assertEqual(self.actions()[0][4], 'open')

    def test_what_was_changed_elsewhere_stays(self):
        self.world.set(FIRST + HOUR)
        self.edit(('- [ ] @me', '- [x] @me'))
        self.read()
        self.world.onectl('reopen', 'a1')
        self.save(self.page().read_text(encoding='utf-8') + 'More.\n')
        self.read()
        self.assertEqual(self.actions()[0][4], 'open')

    def test_saved_while_oned_is_away(self):
        self.world.set(FIRST + HOUR)
        self.world.stop()
        self.edit(('- [ ] **Wins**', '- [x] **Wins**'))
        self.world.start(FIRST + 2 * HOUR)
        self.world.until(lambda: self.touched() == ['wins'])

    def test_ahead_of_the_meeting_nothing_is_held(self):
        self.save(self.page().read_text(encoding='utf-8') + 'Remember the budget.\n')
        self.assertEqual(self.read()['notes'], 1)
        self.assertEqual(self.world.json('meetings')['meetings'][0]['state'], 'planned')

    def test_ticked_ahead_of_the_meeting_is_prepared_and_not_talked_about(self):
        self.assertIn('> [x] before the meeting: prepared', self.page().read_text(encoding='utf-8'))
        text = self.edit(('- [ ] **Wins**', '- [x] **Wins**'), ('- [ ] **Project in brief**', '- [X] **Project in brief**'))
        said = self.read()
        self.assertEqual((said.get('touched'), said['prepared'], said['taken_back']), (None, ['update', 'wins'], 0))
        self.world.set(FIRST + HOUR)
        self.assertTrue([n for n in self.world.notes() if 'What did you cover' in n['summary']])
        self.assertEqual([m['id'] for m in self.world.json('log', '--open')['meetings']], ['m1'])
        self.save(text + 'It was fine.\n')
        said = self.read()
        self.assertEqual((self.touched(), said['prepared']), ([], ['update', 'wins']))
        self.save(text.replace('- [x] **Wins**', '- [X] **Wins**').replace('- [X] **Project', '- [ ] **Project'))
        said = self.read()
        self.assertEqual((self.touched(), said['touched'], said.get('prepared')), (['wins'], ['wins'], None))

    def test_a_page_ahead_by_the_command(self):
        self.world.set(FIRST + HOUR)
        path = self.world.onectl('page', 'ada').strip()
        self.assertTrue(path.endswith('/Ada Lovelace/2026-11-30.md'), path)
        page = self.world.json('page', 'next')
        self.assertEqual((page['path'], page['meeting']['state'], page['meeting']['person']),
                         (path, 'planned', 'Ada Lovelace'))
        self.assertTrue(self.world.onectl('page', 'm1').strip().endswith('/2026-11-23.md'))
        status, said = self.on_terminal('sed -i "s/- \\[ \\] \\*\\*Wins/- [x] **Wins/" "$2"', 'page', 'ada')
        self.assertEqual(status, 0, said)
        self.assertIn('prepared wins', said)
        self.assertIn('planned', said)
        self.world.write('ben.ics', calendar(event('ben@x', FIRST + 7 * 24 * HOUR, person='ben@example.com', name='Ben Braun')))
        self.world.until(lambda: len(self.world.json('people')['people']) == 2)
        self.assertIn('Ben Braun', self.world.onectl('page', '2026-11-30', expect=3))
        self.assertIn('2027-01-01', self.world.onectl('page', '2027-01-01', expect=3))
        self.world.onectl('page', 'zoe', expect=3)

    def test_emptied_binary_and_deleted_pages_change_nothing(self):
        self.world.set(FIRST + HOUR)
        text = self.edit(('- [ ] **Wins**', '- [x] **Wins**'),
                         ('## Notes\n', '## Notes\n- [ ] @me Call Bob\n'))
        self.read()
        for odd in (b'', b'\x89PNG\0\0', b'\n\n'):
            self.page().write_bytes(odd)
            self.assertEqual(self.read()['changes'], 0)
        self.page().unlink()
        error = self.refused(lambda: self.read())
        self.assertIn('cannot open the page', error)
        self.assertEqual(self.touched(), ['wins'])
        self.assertEqual(self.actions()[1][4], 'open')
        self.save(text)
        self.assertEqual(self.read()['changes'], 0)

    def refused(self, ask):
        try:
            ask()
        except world.GLib.Error as error:
            return error.message
        raise AssertionError('it was not refused')

    def test_two_meetings_on_a_day_have_two_pages(self):
        self.world.write('more.ics', calendar(event('more@x', FIRST + 4 * HOUR, rule='FREQ=DAILY')))
        self.world.until(lambda: len(self.world.json('meetings')['meetings']) > 10)
        self.world.set(FIRST + 4 * HOUR - HOUR // 2)
        second = self.pages / 'Ada Lovelace' / '2026-11-23 2.md'
        self.assertIn('14:00', second.read_text(encoding='utf-8'))
        self.assertIn('10:00', self.page().read_text(encoding='utf-8'))

    def test_a_moved_meeting_keeps_its_page(self):
        self.world.write('ada.ics', calendar(event('ada@x', FIRST), event(
            'ada@x', FIRST + 48 * HOUR, rule='',
            lines=['RECURRENCE-ID;TZID=Europe/Berlin:20261123T100000'])))
        self.world.until(lambda: self.world.json('meetings')['meetings'][0]['moved_from'])
        self.world.set(FIRST + 49 * HOUR)
        path, _ = self.world.call('MakePage', '(s)', 'ada')
        self.assertEqual(path, str(self.page()))

    def test_a_page_ahead_of_the_first_meeting_invents_none(self):
        self.world.write('eve.ics', calendar(event('eve@x', FIRST + 72 * HOUR, name='Eve', person='eve@x.org',
                                                   summary='Eve / me')))
        self.world.until(lambda: len(self.world.json('people')['people']) == 2)
        path, meeting = self.world.call('MakePage', '(s)', 'eve')
        self.assertTrue(re.search(r'/Eve/2026-11-26\.md$', path))
        self.assertEqual(meeting['state'], 'planned')
        eve = next(p for p in self.world.json('people')['people'] if p['name'] == 'Eve')
        self.assertEqual((eve['held'], eve['last_met'], eve['held_since']), (0, None, None))
        self.assertEqual(self.world.json('agenda', 'eve')['agendas'][0]['note'], None)

    def test_a_page_for_a_meeting_in_no_calendar(self):
        self.world.write('eve.ics', calendar(event('eve@x', FIRST + 72 * HOUR, name='Eve', person='eve@x.org',
                                                   summary='Eve / me')))
        self.world.until(lambda: len(self.world.json('people')['people']) == 2)
        self.world.remove('eve.ics')
        self.world.until(lambda: all(p['next_meeting'] is None for p in self.world.json('people')['people']
                                     if p['name'] == 'Eve'))
        path, meeting = self.world.call('MakePage', '(s)', 'eve')
        self.assertTrue(re.search(r'/Eve/2026-11-23\.md$', path))
        self.assertEqual(meeting['state'], 'held')

    def test_undo_takes_back_a_page_until_its_lines_change(self):
        self.world.set(FIRST + HOUR)
        text = self.edit(('- [ ] **Wins**', '- [x] **Wins**'),
                         ('## Notes\n', '## Notes\n\nFine.\n- [ ] @me Call Bob\n'))
        said = self.read()
        self.assertEqual((said['touched'], said['notes'], said['actions'], said['taken_back']), (['wins'], 1, ['a2'], 0))
        self.assertEqual((self.touched(), len(self.actions())), (['wins'], 2))
        self.world.onectl('undo')
        self.assertEqual((self.touched(), len(self.actions())), ([], 1))
        said = self.read()
        self.assertEqual((said.get('touched'), said['notes'], said.get('actions'), said['taken_back']), (None, 0, None, 3))
        self.save(text + 'More.\n')
        self.read()
        self.assertEqual((self.touched(), len(self.actions())), ([], 1))
        self.save(text.replace('Call Bob', 'Call Bob today'))
        self.read()
        self.assertEqual(self.actions()[1], ('a3', 'me', 'Call Bob today', None, 'open'))

    def on_terminal(self, editor, *words):
        """What onectl says on a terminal, with that editor: a shell's command on the page "$1"."""
        script = pathlib.Path(self.world.home, 'editor')
        script.write_text('#!/bin/sh\n' + editor + '\n', encoding='utf-8')
        script.chmod(0o700)
        ours, theirs = pty.openpty()
        done = subprocess.Popen([world.PROGRAMS['onectl'], *words], stdin=theirs, stdout=theirs, stderr=theirs,
                                env={**self.world.env, 'VISUAL': "'%s' --wait" % script, 'TERM': 'dumb'})
        os.close(theirs)
        said = b''
        while True:
            try:
                more = os.read(ours, 4096)
            except OSError:  # Linux says so when the other end is closed
                break
            if not more:
                break
            said += more
        os.close(ours)
        return done.wait(world.DEADLINE), said.decode().replace('\r\n', '\n')

    def test_log_on_a_terminal_opens_the_page(self):
        self.world.set(FIRST + HOUR)
        status, said = self.on_terminal(
            'test "$1" = --wait || exit 9; sed -i "s/- \\[ \\] \\*\\*Wins/- [x] **Wins/" "$2";'
            'echo "- [ ] @me Call Bob (due fri)" >>"$2"; echo Fine >>"$2"', 'log', 'ada')
        self.assertEqual(status, 0, said)
        self.assertIn('Ada Lovelace', said)
        self.assertIn('covered wins; actions a2; 1 note', said)
        self.assertEqual(self.actions()[1], ('a2', 'me', 'Call Bob', '2026-11-27', 'open'))

    def test_log_names_the_lines_that_it_left(self):
        self.world.set(FIRST + HOUR)
        status, said = self.on_terminal('echo "- [ ] @me Call #a99" >>"$2"', 'log', 'ada')
        self.assertEqual(status, 0, said)
        line = len(self.page().read_text(encoding='utf-8').splitlines())
        self.assertIn("2026-11-23.md:%d: there is no '#a99' with this person: the line is left as it is" % line,
                      ' '.join(said.split()))
        self.assertEqual(len(self.actions()), 1)

    def test_log_with_an_editor_that_fails(self):
        self.world.set(FIRST + HOUR)
        status, said = self.on_terminal('exit 3', 'log', 'ada')
        self.assertEqual(status, 1)
        self.assertIn('the editor', said)
        status, said = self.on_terminal('true', 'log', 'ada')
        self.assertEqual(status, 0)
        self.assertIn('nothing is ticked or written on the page yet', said)


if __name__ == '__main__':
    world.main()
