#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What others can put in oned's way, through the real bus: files that are none, and words that are more
than words."""
import contextlib
import errno
import json
import os
import pathlib
import shutil
import socket
import sqlite3
import subprocess
import tempfile

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


class ErrorsTest(WorldTest):
    def setUp(self):
        super().setUp()
        self.pages = pathlib.Path(self.world.home, 'pages')
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com\n[pages]\nfolder=%s\n'
                            % (self.world.calendars, self.pages))
        self.world.write('ada.ics', calendar(event('ada@x', MONDAY)))
        self.world.start(MONDAY - 2 * HOUR)
        self.world.set(MONDAY)
        self.page = pathlib.Path(self.world.call('MakePage', '(s)', 'ada')[0])

    def refusal(self, method, signature, *arguments):
        """(name, message) of the error."""
        with self.assertRaises(GLib.Error) as caught:
            self.world.call(method, signature, *arguments)
        name = Gio.DBusError.get_remote_error(caught.exception)
        return name, caught.exception.message.removeprefix('GDBus.Error:%s: ' % name)

    def test_what_is_no_page_is_refused_in_our_own_words(self):
        outside = pathlib.Path(self.world.home, 'outside.md')
        outside.write_text('- [ ] @me Not mine\n', encoding='utf-8')
        for kind, name, why in (('fifo', 'Refused', 'it is no file'),
                                ('folder', 'Refused', 'it is no file'),
                                ('link', 'Refused', 'it is a link out of the folder of the pages'),
                                ('gone', 'NotFound', 'No such file or directory')):
            with self.subTest(kind=kind):
                replace(self.page, kind, outside)
                said, message = self.refusal('ReadPage', '(s)', 'm1')
                self.assertEqual(said, OURS + name)
                self.assertIn(why, message)
        self.assertEqual(self.world.json('actions')['actions'], [])

    def test_no_error_of_another_program_leaves_oned(self):
        """A folder of pages that cannot be made, a handle that is none, an id out of range."""
        replace(self.page.parent, 'link', '/nonexistent')
        for call in (('MakePage', '(s)', 'ada'), ('Backup', '(h)', 7), ('Restore', '(h)', 7),
                     ('ReadPage', '(s)', 'm99999999999999999999'), ('GetAgendas', '(sa{sv})', 'nobody', {}),
                     ('Explain', '(sxx)', '/nonexistent.ics', 0, 9)):
            with self.subTest(call=call):
                self.assertRegex(self.refusal(*call)[0], '^' + OURS.replace('.', r'\.'))


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


class BackupTest(WorldTest):
    """Copies go into files, and come from files: nobody's other end is waited for."""

    def setUp(self):
        super().setUp()
        self.world.write('ada.ics', calendar(event('ada@x', MONDAY)))
        self.world.start(MONDAY - HOUR)
        self.world.onectl('act', 'ada', 'Send the draft')
        self.copy = os.path.join(self.world.home, 'copy.db')
        self.world.onectl('backup', self.copy)

    def give(self, method, file):
        """The name of the error."""
        files = Gio.UnixFDList.new()
        with self.assertRaises(GLib.Error) as caught:
            self.world.connection.call_with_unix_fd_list_sync(
                'org.oned.Oned1', '/org/oned/Oned1', 'org.oned.Oned1', method,
                GLib.Variant('(h)', (files.append(file),)), None, Gio.DBusCallFlags.NONE,
                world.DEADLINE * 1000, files, None)
        return Gio.DBusError.get_remote_error(caught.exception)

    def test_what_is_no_file_is_refused_at_once(self):
        ends, pair = os.pipe(), socket.socketpair()
        self.addCleanup(pair[0].close)
        self.addCleanup(pair[1].close)
        with open('/dev/zero', 'rb') as zero, open('/dev/full', 'wb') as full:
            for method, file in (('Restore', ends[0]), ('Restore', pair[0].fileno()), ('Restore', zero.fileno()),
                                 ('Backup', ends[1]), ('Backup', pair[0].fileno()), ('Backup', full.fileno())):
                with self.subTest(method=method, file=file):
                    self.assertEqual(self.give(method, file), OURS + 'Invalid')
        for end in ends:
            os.close(end)
        self.assertEqual(len(self.world.json('actions')['actions']), 1)

    def test_no_backup_is_written_over_what_is_there(self):
        database = self.world.env['XDG_DATA_HOME'] + '/oned/oned.db'
        for path in database, self.copy:
            with open(path, 'r+b') as file:
                before = file.read()
                file.seek(0)
                self.assertEqual(self.give('Backup', file.fileno()), OURS + 'Refused')
                self.assertEqual(file.read(), before)

    def open_for(self, reader, fifo):
        """The writing end, once the process has opened the other: 0 before. It may also have ended."""
        self.assertIsNone(reader.poll())
        try:
            fd = os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            self.assertEqual(error.errno, errno.ENXIO)
            return 0
        os.set_blocking(fd, True)
        return fd

    def test_onectl_restores_from_a_pipe_while_oned_goes_on(self):
        self.world.onectl('undo')
        fifo = os.path.join(self.world.home, 'fifo')
        os.mkfifo(fifo)
        restoring = subprocess.Popen([world.PROGRAMS['onectl'], 'restore', fifo], env=self.world.env,
                                     stderr=subprocess.PIPE)
        with os.fdopen(self.world.until(lambda: self.open_for(restoring, fifo)), 'wb') as file, \
                open(self.copy, 'rb') as copy:
            self.assertEqual(self.world.json('actions')['actions'], [])
            file.write(copy.read())
        self.assertIn(b'restored', restoring.communicate(timeout=world.DEADLINE)[1])
        self.assertEqual(len(self.world.json('actions')['actions']), 1)


class LargeBackupTest(WorldTest):
    """While a large store is copied, everything else goes on."""
    PARTS = 300
    ROUNDS = 5

    def setUp(self):
        super().setUp()
        self.world.write('ada.ics', calendar(event('ada@x', MONDAY)))
        self.world.start(MONDAY - HOUR)
        self.world.onectl('act', 'ada', 'Send the draft')
        self.world.stop()
        self.data = self.world.env['XDG_DATA_HOME'] + '/oned'
        with contextlib.closing(sqlite3.connect(self.data + '/oned.db')) as store:
            store.execute('CREATE TABLE ballast (bytes BLOB) STRICT')
            for _ in range(self.PARTS):
                store.execute('INSERT INTO ballast VALUES (randomblob (100000))')
            store.commit()
        self.world.start(MONDAY - HOUR)
        self.answers = []
        self.files = []

    def answered(self, connection, result):
        try:
            connection.call_with_unix_fd_list_finish(result)
        except GLib.Error as error:
            self.answers.append(Gio.DBusError.get_remote_error(error))
        else:
            self.answers.append(None)

    def begin(self):
        """Asks for a copy, and does not wait for it."""
        file = tempfile.NamedTemporaryFile(dir=self.world.home, delete=False)
        files = Gio.UnixFDList.new()
        self.addCleanup(file.close)
        self.files.append(file.name)
        self.answers.clear()
        self.world.connection.call_with_unix_fd_list(
            'org.oned.Oned1', '/org/oned/Oned1', 'org.oned.Oned1', 'Backup',
            GLib.Variant('(h)', (files.append(file.fileno()),)), None, Gio.DBusCallFlags.NONE,
            world.DEADLINE * 1000, files, None, self.answered)

    def under_way(self):
        while GLib.MainContext.default().iteration(False):
            pass
        return not self.answers

    def finish(self):
        self.world.until(lambda: not self.under_way())

    def rows(self, path, what):
        with contextlib.closing(sqlite3.connect('file:%s?mode=ro' % path, uri=True)) as store:
            self.assertEqual(store.execute('PRAGMA integrity_check').fetchall(), [('ok',)])
            self.assertEqual(store.execute('SELECT count (*) FROM ballast').fetchall(), [(self.PARTS,)])
            return [row[0] for row in store.execute(what)]

    def test_others_are_answered_and_reminded_meanwhile(self):
        for number in range(self.ROUNDS):
            self.begin()
            self.world.call('AddAction', '(ssa{sv})', 'ada', 'Meanwhile %d' % number, {})
            self.world.set(MONDAY - HOUR // 2 + number)
            if self.under_way():
                break
            self.finish()
        else:
            self.fail('nobody is answered while a copy is written')
        while json.loads(self.world.server.line())['event'] != 'notify':
            pass
        self.finish()
        self.assertEqual(self.answers, [None])
        texts = self.rows(self.files[-1], 'SELECT text FROM action ORDER BY id')
        self.assertIn(texts, (['Send the draft'] + ['Meanwhile %d' % n for n in range(number + more)]
                              for more in (0, 1)))
        self.assertEqual(len(self.world.json('actions')['actions']), number + 2)

    def test_there_is_one_at_a_time(self):
        for _ in range(self.ROUNDS):
            self.begin()
            second = subprocess.run([world.PROGRAMS['onectl'], 'backup', self.world.home + '/second.db'],
                                    env=self.world.env, stderr=subprocess.PIPE, check=False)
            if second.returncode != 0:
                self.assertIn(b'another backup is being written', second.stderr)
                break
            os.unlink(self.world.home + '/second.db')
            self.finish()
        else:
            self.fail('a second copy is never refused')
        self.finish()
        self.assertEqual(self.answers, [None])
        self.assertFalse(os.path.exists(self.world.home + '/second.db'))
        self.rows(self.files[-1], 'SELECT 1')

    def test_ended_in_the_middle_it_leaves_no_file_that_looks_whole(self):
        for end in self.world.stop, self.world.kill:
            with self.subTest(end=end.__name__):
                copy = self.world.home + '/%s.db' % end.__name__
                writing = subprocess.Popen([world.PROGRAMS['onectl'], 'backup', copy], env=self.world.env,
                                           stderr=subprocess.DEVNULL)
                self.world.until(lambda: os.path.exists(self.data + '/oned.db.copying') or writing.poll() is not None)
                end()
                code = writing.wait(world.DEADLINE)
                self.assertEqual(os.path.exists(copy), code == 0)
                self.world.start(self.world.now)
        self.world.onectl('backup', copy + '.again')
        self.assertFalse(os.path.exists(self.data + '/oned.db.copying'))
        self.assertEqual(self.rows(copy + '.again', 'SELECT text FROM action'), ['Send the draft'])


class WordsTest(WorldTest):
    NAME = '<img src=x> [pay](https://evil.example) #1'

    def test_a_strangers_name_is_a_name_wherever_it_leaves(self):
        pages = pathlib.Path(self.world.home, 'pages')
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com\n[pages]\nfolder=%s\n'
                            % (self.world.calendars, pages))
        self.world.write('ada.ics', calendar(event('ada@x', MONDAY, name='"%s"' % self.NAME)))
        self.world.start(MONDAY - HOUR)
        self.world.onectl('act', 'ada@example.com', '**Send** [it](https://evil.example)')
        self.world.onectl('add', 'ada@example.com', '1. <b>Done</b> [x]')
        page = pathlib.Path(self.world.call('MakePage', '(s)', 'ada@example.com')[0]).read_text(encoding='utf-8')
        out = self.world.onectl('export')
        self.assertNotRegex(out, r'(?<!\\)[<\[](img|pay|it|b)\b')
        name = out.splitlines()[0].removeprefix('# ')
        self.assertEqual(name, r'\<img src\=x\> \[pay\](https://evil.example) \#1')
        self.assertIn('# One-on-one with ' + name + '\n', page)
        for promise in (r'\*\*Send\*\* \[it\](https://evil.example) #a1',
                        r'1\. \<b\>Done\</b\> \[x\] #p1'):
            self.assertIn(promise, out)
            self.assertIn(promise, page)

    def test_the_name_of_a_person_is_no_room(self):
        self.world.write('ada.ics', calendar(
            event('1@x', MONDAY, lines=['LOCATION:Ada Lovelace'], partstat='NEEDS-ACTION').replace(
                'ORGANIZER;CN=Ada Lovelace:mailto:ada@example.com\r\n', '')))
        self.world.start(MONDAY - HOUR)
        self.assertEqual({m['person'] for m in self.world.json('meetings')['meetings']}, {'Ada Lovelace'})
        self.world.write('ada.ics', calendar(
            event('1@x', MONDAY, lines=['LOCATION:Blue', 'ATTENDEE;CN=Blue:mailto:q7@example.com'])))
        self.world.set(MONDAY - HOUR + 1)
        self.world.until(lambda: 'Blue is taken for a room' in
                         self.world.json('explain', '1@x')['events'][0]['reason'])

    def reason(self):
        return self.world.json('explain', 'three@x')['events'][0]['reason']

    def test_nobody_who_is_known_is_taken_for_a_room(self):
        """Ada has met me alone. Beside Ben, at a place of her name, she is a person from the first word
        about her on, also for the next life; and a room again once that is taken back."""
        room = 'you and one other person take part; Ada Lovelace is taken for a room'
        mine = 'ATTENDEE;CN=Ada Lovelace:mailto:q7@example.com'
        self.world.write('ada.ics', calendar(
            event('ada@x', MONDAY - 7 * 24 * HOUR, person='q7@example.com'),
            event('three@x', MONDAY + HOUR, person='ben@example.com', name='Ben Braun',
                  lines=['LOCATION:Ada Lovelace', mine])))
        self.world.start(MONDAY - HOUR)
        for number, words in enumerate((
                ('person', 'q7@example.com', '--role', 'peer'), ('person', 'q7@example.com', '--name', 'Countess'),
                ('act', 'q7@example.com', 'Send it'), ('add', 'q7@example.com', 'The plan'),
                ('log', 'q7@example.com', '--note', 'A good talk'), ('track', 'ada@x', '--person', 'q7@example.com'))):
            with self.subTest(words=words):
                self.assertEqual(self.reason(), room)
                self.assertIn('Ben Braun', self.planned())
                self.world.onectl(*words)
                self.assertEqual(self.reason(), '3 people take part')
                self.assertNotIn('Ben Braun', self.planned())
                if number % 2:
                    self.again()
                    self.assertNotIn('Ben Braun', self.planned())
                self.world.onectl('undo')
                if number % 3:
                    self.again()
        self.world.onectl('log', 'q7@example.com', '--skipped')
        self.assertEqual(self.reason(), room)

    def again(self):
        self.world.stop()
        self.world.start(self.world.now)

    def planned(self):
        return {m['person'] for m in self.world.json('meetings', '--from', '2026-11-23', '--to', '2026-11-30')['meetings']}


if __name__ == '__main__':
    world.main()
