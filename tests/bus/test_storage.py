#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What was said is kept: found again, taken back, copied, put back; and what happens when the disk
is full or has damaged it."""
import contextlib
import os
import resource
import shutil
import sqlite3
import subprocess

import world
from world import WorldTest, at, calendar, event

MONDAY = at('2026-11-23 10:00')
MINUTE = 60
HOUR = 3600
DAY = 24 * HOUR
WEEK = 7 * DAY


class StorageTest(WorldTest):
    def setUp(self):
        super().setUp()
        self.world.write('ada.ics', calendar(event('ada@x', MONDAY)))
        self.world.write('bob.ics', calendar(event('bob@x', MONDAY + 2 * HOUR, person='bob@example.com',
                                                   name='Bob', summary='Bob / me')))
        self.start(MONDAY - 3 * HOUR)

    def start(self, now):
        self.world.start(now)
        self.world.until(lambda: len(self.world.json('meetings')['meetings']) > 4)

    def said(self, *words):
        """What a command that succeeds says on the side."""
        done = subprocess.run([world.PROGRAMS['onectl'], *words], env=self.world.env, text=True, check=True,
                              capture_output=True, stdin=subprocess.DEVNULL, timeout=world.DEADLINE)
        return done.stderr

    def undo(self):
        return self.said('undo').removeprefix('taken back: ').rstrip('\n')

    def state(self):
        """All that a user can have changed, as onectl tells it."""
        asked = (['points', '--all'], ['actions', '--all'], ['people'], ['notes'], ['coverage'],
                 ['meetings', '--all', '--from', '2026-11-01', '--to', '2026-12-31'])
        told = [self.world.json(*words) for words in asked]
        # Whom a tracked series brought stays known, as whoever is in a calendar.
        told[2]['people'] = [p for p in told[2]['people'] if p['addresses'] != ['eve@example.com']]
        told[4]['people'] = [p for p in told[4]['people'] if p['person'] != 'eve@example.com']
        return told


class UndoTest(StorageTest):
    CHANGES = (
        (['add', 'ada', 'Ask about the move', '--category', 'growth'],
         'point for Ada Lovelace: Ask about the move'),
        (['act', 'bob', 'Send the draft', '--due', 'fri'], 'action with Bob: Send the draft'),
        (['done', 'a1', 'p1'], 'a1 p1: done'),
        (['reopen', 'p1'], 'p1: open'),
        (['drop', 'a1'], 'a1: dropped'),
        (['log', 'ada', '--covered', 'wins,growth', '--note', 'It went well'],
         'log of the meeting with Ada Lovelace'),
        (['log', 'bob', '--skipped'], 'the meeting with Bob did not happen'),
        (['person', 'ada', '--role', 'mentor', '--name', 'Countess'], 'changes to Ada Lovelace'),
        (['person', 'bob', '--address', 'bob@home.example'], 'changes to Bob'),
        (['track', 'bob@x', '--person', 'eve@example.com'], "track the series 'bob@x'"),
        (['ignore', 'bob@x'], "ignore the series 'bob@x'"),
        (['person', 'countess', '--merge', 'bob'], 'merge into Countess'),
    )

    def test_each_kind_of_change_is_taken_back_and_named_further_and_further(self):
        self.world.set(MONDAY + 4 * HOUR)
        before = []
        for words, _ in self.CHANGES:
            before.append(self.state())
            self.world.onectl(*words)
            self.assertNotEqual(self.state(), before[-1], words)
        for words, what in reversed(self.CHANGES):
            self.assertEqual(self.undo(), what)
            self.assertEqual(self.state(), before.pop(), words)
        self.assertIn('nothing to take back', self.world.onectl('undo', expect=5))

    def test_the_button_did_not_happen_is_taken_back(self):
        self.world.set(MONDAY + 30 * MINUTE)
        nudge = self.world.notes()[-1]
        self.world.press(nudge['id'], 'skipped')
        skipped = lambda: [m['state'] for m in self.world.json(
            'meetings', '--from', '2026-11-23', '--to', '2026-11-23')['meetings']][0] == 'skipped'
        self.world.until(skipped)
        self.assertEqual(self.undo(), 'the meeting with Ada Lovelace did not happen')
        self.assertFalse(skipped())

    def test_it_goes_back_over_a_restart(self):
        self.world.onectl('add', 'ada', 'One')
        self.world.kill()
        self.start(MONDAY - 2 * HOUR)
        self.assertEqual(self.undo(), 'point for Ada Lovelace: One')
        self.assertEqual(self.world.json('points')['points'], [])


class FindTest(StorageTest):
    def test_what_was_written_is_found_with_its_person_and_its_meeting(self):
        self.world.set(MONDAY + 4 * HOUR)
        self.world.onectl('log', 'ada', '--covered', 'growth', '--note', 'She wants to lead the migration')
        self.world.onectl('add', 'bob', 'Migrate the café?')
        self.world.onectl('act', 'ada', 'Migration plan')
        hits = self.world.json('search', 'MIGRAT')['hits']
        self.assertEqual(sorted((h['kind'], h['person']) for h in hits),
                         [('action', 'Ada Lovelace'), ('note', 'Ada Lovelace'), ('point', 'Bob')])
        note = [h for h in hits if h['kind'] == 'note'][0]
        met = self.world.json('meetings', '--from', '2026-11-23', '--to', '2026-11-23')['meetings'][0]
        self.assertEqual((note['meeting'], note['at']), (met['id'], met['start']))
        self.assertEqual([h['id'] for h in self.world.json('search', 'cafe')['hits']], ['p1'])
        self.assertEqual(self.world.json('search', 'nowhere')['hits'], [])
        text = self.world.onectl('search', 'lead', 'migr')
        self.assertIn('Ada Lovelace', text)
        self.assertIn('She wants to lead the migration', text)
        self.assertIn('2026-11-23', text)

    def test_no_word_is_a_mistake_and_no_sign_is_one(self):
        self.assertIn('no word to search for', self.world.onectl('search', '--', '"*', expect=2))
        self.world.onectl('add', 'ada', 'NEAR the end')
        for words in ('"near', 'near*', 'NEAR(', "near'", '(near OR', 'text:near', 'near AND'):
            self.world.onectl('search', '--', words)

    def test_notes_are_read_back_by_person(self):
        self.world.set(MONDAY + 4 * HOUR)
        self.world.onectl('log', 'ada', '--note', '-', given='First line\nsecond line\n')
        self.world.onectl('log', 'bob', '--note', 'Bob is well')
        self.assertEqual([n['lines'] for n in self.world.json('notes', 'ada')['notes']],
                         [['First line', 'second line']])
        self.assertEqual(len(self.world.json('notes')['notes']), 2)
        self.assertIn('  second line\n', self.world.onectl('notes', 'ada'))
        self.assertNotIn('Bob', self.world.onectl('notes', '--private'))


class PruneTest(StorageTest):
    def rows(self, query):
        with sqlite3.connect(self.world.env['XDG_DATA_HOME'] + '/oned/oned.db') as store:
            return store.execute(query).fetchall()

    def test_reminders_of_long_ago_are_forgotten_and_nothing_else_is(self):
        """Ten years of reminders of one meeting that is over: as many as are ever kept stay."""
        self.world.set(MONDAY - 30 * MINUTE)
        self.world.set(MONDAY + DAY)
        said = self.world.json('meetings', '--all')['meetings']
        self.world.stop()
        self.rows("INSERT INTO sent (meeting, stage, lead, start, state, at, until, server, shown, look)"
                  " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
                  " SELECT (SELECT min (id) FROM meeting), 'prep', 0, i, 'expired', i, 0, '', 0, 0 FROM n")
        self.start(MONDAY + 101 * DAY)
        self.world.set(MONDAY + 101 * DAY + HOUR)
        self.assertEqual(self.rows('SELECT count (*) <= 2000 + 10, count (*) >= 2000 FROM sent'), [(1, 1)])
        self.assertEqual(self.rows('SELECT max (start) = 5000 FROM sent WHERE start <= 5000'), [(1,)])
        after = self.world.json('meetings', '--all', '--from', '2026-11-01', '--to', '2026-11-24')['meetings']
        self.assertEqual([m['id'] for m in after], [m['id'] for m in said if m['start'] < '2026-11-25'])


class BackupTest(StorageTest):
    def setUp(self):
        super().setUp()
        self.file = os.path.join(self.world.home, 'copy.db')
        self.data = os.path.join(self.world.env['XDG_DATA_HOME'], 'oned')

    def points(self):
        return [p['text'] for p in self.world.json('points')['points']]

    def test_a_copy_is_put_back_and_what_was_there_is_kept(self):
        self.world.onectl('add', 'ada', 'One')
        self.world.onectl('backup', self.file)
        self.assertEqual(os.stat(self.file).st_mode & 0o777, 0o600)
        self.world.onectl('add', 'ada', 'Two')
        kept = self.said('restore', self.file).strip().rsplit(' ', 1)[1]
        self.assertEqual(self.points(), ['One'])
        self.world.onectl('restore', kept)
        self.assertEqual(self.points(), ['One', 'Two'])
        self.world.set(MONDAY - 30 * MINUTE)
        self.assertEqual(len(self.world.notes()), 1)

    def test_what_is_no_copy_is_refused(self):
        self.world.onectl('add', 'ada', 'One')
        self.world.onectl('backup', self.file)
        self.assertIn('exists', self.world.onectl('backup', self.file, expect=5))
        self.world.onectl('restore', self.file + '.none', expect=3)
        with open(self.file, 'r+b') as file:
            file.write(b'BEGIN:VCALENDAR')
        self.assertIn('no backup of oned', self.world.onectl('restore', self.file, expect=2))
        self.assertEqual(self.points(), ['One'])

    def test_there_is_one_for_each_day_with_changes(self):
        for day in range(3):
            self.world.set(MONDAY + day * DAY)
            self.world.onectl('add', 'ada', 'Day %d' % day)
        copies = sorted(os.listdir(self.data + '/backups'))
        self.assertEqual(copies, ['oned-2026-11-23.db', 'oned-2026-11-24.db', 'oned-2026-11-25.db'])

    def test_a_damaged_store_is_moved_aside_and_the_backup_takes_its_place(self):
        self.world.onectl('add', 'ada', 'Day one')
        self.world.set(MONDAY + DAY)
        self.world.onectl('add', 'ada', 'Lost')
        self.world.stop()
        with open(self.data + '/oned.db', 'r+b') as file:
            file.seek(4096)
            file.write(b'\xa5' * 16384)
        self.start(MONDAY + DAY + HOUR)
        self.assertEqual(self.points(), ['Day one'])
        troubles = [t['what'] for t in self.world.json('status')['troubles']]
        self.assertEqual(len([t for t in troubles if 'was damaged' in t and 'oned-2026-11-24.db' in t]), 1)
        self.assertTrue([n for n in os.listdir(self.data) if n.startswith('oned.db.damaged-20261124T')])


class MovedTest(StorageTest):
    """The database is deleted, replaced or moved away under a running oned."""
    def setUp(self):
        super().setUp()
        self.data = os.path.join(self.world.env['XDG_DATA_HOME'], 'oned')
        self.db = os.path.join(self.data, 'oned.db')
        self.world.onectl('act', 'ada', 'Before')

    def remove(self):
        os.unlink(self.db)

    def remove_with_its_log(self):
        for ending in ('', '-wal', '-shm'):
            os.unlink(self.db + ending)

    def move_folder(self):
        os.rename(self.data, self.data + '.elsewhere')

    def remove_folder(self):
        shutil.rmtree(self.data)

    def actions(self):
        return [a['text'] for a in self.world.json('actions')['actions']]

    def troubles(self):
        return ' '.join(t['what'] for t in self.world.json('status')['troubles'])

    def other(self, text):
        """Another store, closed well, in which another promise stands."""
        path = os.path.join(self.world.home, 'other.db')
        self.world.onectl('backup', path)
        store = sqlite3.connect(path)
        store.execute('UPDATE action SET text = ?', (text,))
        store.commit()
        store.close()
        return path

    def test_a_word_after_it_is_kept_with_all_before(self):
        for go in (self.remove, self.remove_with_its_log, self.move_folder, self.remove_folder):
            with self.subTest(go.__name__):
                before = self.actions()
                go()
                self.world.onectl('act', 'ada', 'After ' + go.__name__)
                self.assertIn('was deleted or moved away', self.troubles())
                self.world.kill()
                self.start(MONDAY - 2 * HOUR)
                self.assertEqual(self.actions(), before + ['After ' + go.__name__])
                self.assertEqual(self.troubles(), '')
                self.assertEqual(os.stat(self.db).st_mode & 0o777, 0o600)

    def test_again_and_again_beside_others_who_read(self):
        """Who opens a store whose lock is lost empties the index that oned has in its memory."""
        for number in range(4):
            os.rename(self.other('Of copy %d' % number), self.db)
            self.assertIn('another store was put in the place', self.world.onectl('act', 'ada', 'Refused', expect=5))
            self.world.onectl('act', 'ada', 'After %d' % number)
            with contextlib.closing(sqlite3.connect('file:%s?mode=ro' % self.db, uri=True)) as store:
                self.assertEqual(store.execute('PRAGMA integrity_check').fetchall(), [('ok',)])
            self.world.onectl('undo')
            self.assertEqual(set(self.actions()), {'Of copy %d' % number})
        self.world.kill()
        self.start(MONDAY - 2 * HOUR)
        self.assertEqual(set(self.actions()), {'Of copy 3'})

    def test_a_word_before_it_is_kept_if_oned_ends_in_order(self):
        self.remove_with_its_log()
        self.world.stop()
        self.start(MONDAY - 2 * HOUR)
        self.assertEqual(self.actions(), ['Before'])

    def test_a_reminder_is_not_shown_twice(self):
        self.remove()
        self.world.set(MONDAY - 30 * MINUTE)
        self.assertEqual(len(self.world.notes()), 1)
        self.world.kill()
        self.start(MONDAY - 29 * MINUTE)
        self.assertEqual([n for n in self.world.notes() if not n['replaces']], [])
        self.assertEqual(self.actions(), ['Before'])

    def test_a_store_that_is_put_in_its_place_counts_and_nothing_is_lost(self):
        os.rename(self.other('Other'), self.db)
        self.assertIn("another store was put in the place", self.world.onectl('act', 'ada', 'Refused', expect=5))
        self.world.until(lambda: self.actions() == ['Other'])
        self.world.onectl('act', 'ada', 'Kept')
        said = self.troubles()
        self.assertIn('onectl restore', said)
        self.world.kill()
        self.start(MONDAY - 2 * HOUR)
        self.assertEqual(self.actions(), ['Other', 'Kept'])
        aside = [n for n in os.listdir(self.data) if n.startswith('oned.db.replaced-')]
        self.assertEqual(len(aside), 1)
        self.assertIn(aside[0], said)
        self.world.onectl('restore', os.path.join(self.data, aside[0]))
        self.assertEqual(self.actions(), ['Before'])

    def test_a_file_of_no_use_in_its_place_is_left_alone_and_words_are_refused(self):
        with open(self.db + '.new', 'w', encoding='utf-8') as file:
            file.write('This is my shopping list. ' * 100)
        os.rename(self.db + '.new', self.db)
        for _ in range(2):
            self.assertIn('moved away', self.world.onectl('act', 'ada', 'Refused', expect=5))
        self.assertEqual(self.actions(), ['Before'])
        self.assertIn('until that file is moved away', self.troubles())
        self.world.set(MONDAY - 30 * MINUTE)
        self.assertEqual(len(self.world.notes()), 1)
        self.assertEqual(len([n for n in os.listdir(self.data) if '.replaced-' in n]), 1)
        os.rename(self.db, self.db + '.list')
        self.world.onectl('act', 'ada', 'Kept')
        with open(self.db + '.list', encoding='utf-8') as file:
            self.assertIn('shopping', file.read())
        self.assertNotIn('until that file', self.troubles())
        self.world.kill()
        self.start(MONDAY - 29 * MINUTE)
        self.assertEqual(self.actions(), ['Before', 'Kept'])
        self.assertEqual([n for n in self.world.notes() if not n['replaces']], [])

    def test_a_start_without_it_names_the_newest_backup_until_that_is_restored(self):
        self.world.set(MONDAY + DAY)
        self.world.stop()
        self.remove()
        backup = sorted(os.listdir(self.data + '/backups'))[-1]
        for hours in (1, 2):
            self.start(MONDAY + DAY + hours * HOUR)
            self.assertIn("onectl restore '%s/backups/%s'" % (self.data, backup), self.troubles())
            for command in ('status', 'doctor'):
                told = ' '.join(self.told(command).split())
                self.assertIn('was missing', told)
                self.assertIn(backup, told)
            self.world.stop()
        self.start(MONDAY + DAY + 3 * HOUR)
        self.world.onectl('restore', os.path.join(self.data, 'backups', backup))
        self.assertEqual(self.actions(), ['Before'])
        self.assertEqual(self.troubles(), '')

    def told(self, command):
        return subprocess.run([world.PROGRAMS['onectl'], command], env=self.world.env, text=True, check=False,
                              capture_output=True, stdin=subprocess.DEVNULL, timeout=world.DEADLINE).stdout

    def test_where_there_never_was_anything_nothing_is_said(self):
        self.world.stop()
        shutil.rmtree(self.data)
        self.start(MONDAY - 2 * HOUR)
        self.assertEqual(self.troubles(), '')


class WrappedTest(StorageTest):
    """oned is started by a script that takes something from it first."""
    SCRIPT = None

    def start(self, now):
        wrapper = os.path.join(self.world.home, 'wrapped-oned')
        real = world.PROGRAMS['oned-at']
        if real != wrapper:
            with open(wrapper, 'w', encoding='utf-8') as file:
                file.write('#!/bin/sh\noned=%s\n%s' % (os.path.abspath(real), self.SCRIPT))
            os.chmod(wrapper, 0o700)
            world.PROGRAMS['oned-at'] = wrapper
            self.addCleanup(world.PROGRAMS.__setitem__, 'oned-at', real)
        super().start(now)


class ReadOnlyTest(WrappedTest):
    """Root may write everywhere; without that privilege it is bound to the modes like anybody."""
    SCRIPT = ('[ "$(id -u)" -ne 0 ] && exec "$oned" "$@"\n'
              'exec setpriv --bounding-set=-dac_override --inh-caps=-dac_override "$oned" "$@"\n')

    def modes(self, folder, file):
        data = os.path.join(self.world.env['XDG_DATA_HOME'], 'oned')
        for name in os.listdir(data):
            path = os.path.join(data, name)
            os.chmod(path, folder if os.path.isdir(path) else file)
        os.chmod(data, folder)

    def test_reminders_come_all_can_be_read_and_it_comes_back_by_itself(self):
        for end in (self.world.stop, self.world.kill):
            with self.subTest(end.__name__):
                end()
                self.modes(0o500, 0o400)
                self.start(MONDAY - 2 * HOUR)
                self.assertIn('make it writable', self.world.onectl('add', 'ada', 'Lost', expect=5))
                self.assertIn('make it writable', self.world.onectl('status').replace('\n    ', ' '))
                self.world.set(MONDAY - 30 * MINUTE)
                shown = [n for n in self.world.notes() if not n['replaces']]
                self.assertEqual(len(shown), 1 if end == self.world.stop else 0)
                self.modes(0o700, 0o600)
                self.world.onectl('add', 'ada', 'Kept after ' + end.__name__)
        self.assertEqual([p['text'] for p in self.world.json('points')['points']],
                         ['Kept after stop', 'Kept after kill'])


    def test_a_reminder_dismissed_on_a_read_only_disk_stays_dismissed(self):
        self.modes(0o500, 0o400)
        self.world.stop()
        self.start(MONDAY - HOUR)
        self.world.set(MONDAY - 30 * MINUTE)
        self.world.server.say('close %d 2' % self.world.notes()[-1]['id'])
        self.world.write('later.ics', calendar(event('ben@x', MONDAY + 9 * HOUR, person='ben@example.com', name='Ben')))
        self.world.until(lambda: len(self.world.json('meetings', '--to', '2026-11-24')['meetings']) > 1)
        self.world.set(MONDAY - 20 * MINUTE)
        self.assertEqual(self.world.notes(), [])
        self.modes(0o700, 0o600)
        self.world.onectl('add', 'ada', 'Now it can be kept')
        self.world.kill()
        self.start(MONDAY - 15 * MINUTE)
        self.assertEqual(self.world.notes(), [])


class FullDiskTest(WrappedTest):
    """A file that may not grow is refused by the same system call as a full disk."""
    SCRIPT = 'trap "" XFSZ\nexec "$oned" "$@"\n'

    def limit(self, size):
        resource.prlimit(self.world.daemon.process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    def test_reminders_come_all_can_be_read_and_what_cannot_be_kept_is_refused(self):
        self.world.onectl('add', 'ada', 'Before')
        self.limit(1)
        self.world.set(MONDAY - 30 * MINUTE)
        self.assertEqual(len(self.world.notes()), 1)
        said = self.world.onectl('add', 'ada', 'Lost', expect=5)
        self.assertIn('free some space', said)
        self.world.onectl('undo', expect=5)
        self.assertEqual([p['text'] for p in self.world.json('points')['points']], ['Before'])
        self.assertEqual(self.world.json('search', 'before')['hits'][0]['id'], 'p1')
        self.assertIn('free some space', ' '.join(t['what'] for t in self.world.json('status')['troubles']))
        self.world.set(MONDAY - 2 * MINUTE)
        self.assertEqual(len(self.world.notes()), 1)
        self.limit(resource.RLIM_INFINITY)
        self.world.onectl('add', 'ada', 'After')
        self.assertNotIn('free some space', self.world.onectl('status'))
        self.world.kill()
        self.start(MONDAY - MINUTE)
        self.assertEqual([n for n in self.world.notes() if not n.get('replaces')], [])
        self.assertEqual([p['text'] for p in self.world.json('points')['points']], ['Before', 'After'])


if __name__ == '__main__':
    world.main()
