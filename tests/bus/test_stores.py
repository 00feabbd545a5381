#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Calendars that Evolution, GNOME's accounts and Thunderbird keep: found without being configured,
named as their owner names them, heard of when their program changes them, and not believed when it
loses them."""
import os
import shutil
import sqlite3

import world
from world import WorldTest, at, calendar, event

MONDAY = at('2026-11-23 10:00')
HOUR = 3600
DAY = 24 * HOUR
DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../data/stores')
TABLES = '''
CREATE TABLE ECacheKeys (key TEXT PRIMARY KEY, value TEXT);
INSERT INTO ECacheKeys VALUES ('version', '4'), ('revision', '2026-11-30T09:02:03Z(3)');
CREATE TABLE ECacheObjects (ECacheUID TEXT PRIMARY KEY, ECacheREV TEXT, ECacheOBJ TEXT, ECacheState INTEGER);
CREATE TABLE timezones (tzid TEXT PRIMARY KEY, zone TEXT, refs INTEGER);
'''
SOURCE = '''[Data Source]
DisplayName=%s
Enabled=%s
Parent=account

[Calendar]
BackendName=caldav
Selected=%s
'''
ACCOUNT = '''[Data Source]
DisplayName=Radicale
Enabled=true

[Collection]
CalendarEnabled=true
Identity=Me@Example.com
'''


class StoreTest(WorldTest):
    def setUp(self):
        super().setUp()
        self.world.settings('')
        self.cache = self.world.env['XDG_CACHE_HOME'] + '/evolution/'
        self.databases = []
        self.addCleanup(lambda: [database.close() for database in self.databases])

    def put(self, path, text):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path + '~', 'w', encoding='utf-8') as file:
            file.write(text)
        os.rename(path + '~', path)
        return path

    def source(self, uid='work', name='Work at home', enabled='true', selected='true'):
        return self.put(self.cache + 'sources/account/%s.source' % uid, SOURCE % (name, enabled, selected))

    def account(self):
        self.put(self.world.env['XDG_CONFIG_HOME'] + '/evolution/sources/account.source', ACCOUNT)

    def evolution(self, *events, uid='work', **more):
        """A calendar of an account, with its database open as evolution-data-server keeps it."""
        self.account()
        folder = self.cache + 'calendar/' + uid
        os.makedirs(folder)
        database = sqlite3.connect(folder + '/cache.db', isolation_level=None)
        self.databases.append(database)
        database.executescript(TABLES)
        for text in events:
            self.add(database, text)
        self.source(uid, **more)
        return database

    def add(self, database, text):
        uid = text.split('UID:', 1)[1].split('\r\n', 1)[0]
        database.execute('INSERT OR REPLACE INTO ECacheObjects VALUES (?, NULL, ?, 0)', (uid, text))

    def status(self):
        return self.world.json('status')

    def meetings(self):
        return [(m['uid'], m['state']) for m in self.world.json(
            'meetings', '--from', '2026-11-23', '--to', '2026-11-28', '--all')['meetings']]

    def until_meetings(self, *uids):
        self.world.until(lambda: [uid for uid, state in self.meetings() if state == 'planned'] == list(uids))

    def test_an_account_is_found_with_its_names_and_knows_me(self):
        self.evolution(event('ada@x', MONDAY))
        self.world.start(MONDAY - HOUR)
        status = self.status()
        self.assertEqual(status['me'], ['me@example.com'])
        self.assertEqual([(s['name'], s['kind'], s['files'], s['series'], s['stale'], s['nameless'])
                          for s in status['sources']],
                         [('Work at home', 'evolution', 1, 1, False, False)])
        self.assertEqual(status['troubles'], [])
        self.assertEqual(self.world.json('next')['next']['person'], 'Ada Lovelace')
        self.assertIn('Work at home (Evolution)', self.world.onectl('status'))
        explained = self.world.json('explain', 'work at HOME')['events']
        self.assertEqual([(e['uid'], e['calendar'], e['verdict']) for e in explained],
                         [('ada@x', 'Work at home', 'one-on-one')])
        self.assertIn('Work at home, zone', self.world.onectl('explain', 'ada@x'))
        path = status['sources'][0]['path']
        self.assertEqual(len(self.world.json('explain', path)['events']), 1)

    def test_changes_are_heard_though_the_database_is_never_closed(self):
        database = self.evolution(event('ada@x', MONDAY))
        self.world.start(MONDAY - HOUR)
        self.add(database, event('tom@x', MONDAY + HOUR, person='tom@example.com', name='Tom'))
        self.until_meetings('ada@x', 'tom@x')
        database.execute("UPDATE ECacheObjects SET ECacheState = 3 WHERE ECacheUID = 'ada@x'")
        self.until_meetings('tom@x')

    def test_what_is_not_committed_is_not_read(self):
        database = self.evolution(event('ada@x', MONDAY))
        database.execute('PRAGMA cache_size = 1')
        database.execute('BEGIN')
        database.execute('DELETE FROM ECacheObjects')
        self.world.start(MONDAY - HOUR)
        self.assertEqual(self.meetings(), [])
        self.assertEqual(self.status()['troubles'], [])
        self.world.set(MONDAY - HOUR + 11 * 60)
        self.assertIn('all the time', self.status()['troubles'][0]['what'])
        self.assertTrue(self.status()['sources'][0]['stale'])
        database.execute('ROLLBACK')
        self.until_meetings('ada@x')
        self.assertEqual(self.status()['troubles'], [])

    def test_without_the_reader_of_databases_the_files_are_read(self):
        programs = os.path.join(self.world.home, 'installed')
        readers = os.path.dirname(world.PROGRAMS['reader'])
        os.mkdir(programs)
        shutil.copy(world.PROGRAMS['reader'], programs)
        self.addCleanup(world.PROGRAMS.update, reader=world.PROGRAMS['reader'])
        world.PROGRAMS['reader'] = programs + '/oned-reader'
        database = self.evolution(event('ada@x', MONDAY))
        self.world.settings('[calendar]\nsources=%s;%s\nme=me@example.com\n' % (
            self.world.calendars, self.cache + 'calendar/work/cache.db'))
        self.world.write('tom.ics', calendar(event('tom@x', MONDAY, person='tom@example.com', name='Tom')))
        self.world.start(MONDAY - HOUR)
        self.until_meetings('tom@x')
        self.world.until(lambda: self.status()['troubles'])
        self.assertEqual([trouble['what'] for trouble in self.status()['troubles']],
                         ["no calendar in another program's database can be read: oned-store-reader "
                          '%s/oned-store-reader: No such file or directory' % programs])
        self.assertIn('install it again: what reads these calendars does not run',
                      ' '.join(self.world.onectl('status').split()))
        shutil.copy(readers + '/oned-store-reader', programs)
        self.add(database, event('eve@x', MONDAY + HOUR, person='eve@example.com', name='Eve'))
        self.until_meetings('tom@x', 'ada@x', 'eve@x')
        self.world.until(lambda: self.status()['troubles'] == [])

    def test_a_calendar_that_comes_and_goes(self):
        self.world.start(MONDAY - HOUR)
        self.assertIn('no calendar was found', self.status()['troubles'][0]['what'])
        self.evolution(event('ada@x', MONDAY))
        self.until_meetings('ada@x')
        self.source(name='Another name')
        self.world.until(lambda: self.status()['sources'][0]['name'] == 'Another name')
        os.unlink(self.cache + 'sources/account/work.source')
        self.world.until(lambda: not self.status()['sources'])
        self.until_meetings()
        self.assertTrue(os.path.exists(self.cache + 'calendar/work/cache.db'))

    def test_hidden_calendars_are_read_if_they_are_wanted(self):
        self.evolution(event('ada@x', MONDAY), selected='false')
        self.evolution(event('tom@x', MONDAY), uid='off', enabled='false')
        self.world.start(MONDAY - HOUR)
        self.assertEqual((self.status()['sources'], self.status()['hidden']), ([], ['Work at home']))
        self.assertIn('hidden in their own program: Work at home',
                      ' '.join(self.world.onectl('doctor', expect=1).split() +
                               [c['what'] for c in self.doctor()]))
        self.world.settings('[calendar]\nhidden=true\n')
        self.until_meetings('ada@x')
        self.assertEqual(self.status()['hidden'], [])

    def doctor(self):
        import json
        import subprocess
        done = subprocess.run([world.PROGRAMS['onectl'], 'doctor', '--json'], env=self.world.env,
                              capture_output=True, text=True, check=False)
        return json.loads(done.stdout)['checks']

    def test_suddenly_empty_is_not_believed_for_a_day(self):
        database = self.evolution(event('ada@x', MONDAY))
        self.world.start(MONDAY - HOUR)
        text = database.execute('SELECT ECacheOBJ FROM ECacheObjects').fetchone()[0]
        database.execute('DELETE FROM ECacheObjects')
        self.world.until(lambda: self.status()['troubles'])
        self.assertIn('gone at once', self.status()['troubles'][0]['what'])
        self.assertTrue(self.status()['sources'][0]['stale'])
        self.assertEqual(self.meetings(), [('ada@x', 'planned')])
        # Another life of oned does not believe it either.
        self.world.stop()
        self.world.start(MONDAY - HOUR + 60)
        self.world.until(lambda: self.status()['troubles'])
        self.assertEqual(self.meetings(), [('ada@x', 'planned')])
        # It was nothing: all is there again.
        self.add(database, text)
        self.world.until(lambda: not self.status()['troubles'])
        self.assertFalse(self.status()['sources'][0]['stale'])
        # It stays empty: somebody wanted that.
        database.execute('DELETE FROM ECacheObjects')
        self.world.until(lambda: self.status()['troubles'])
        self.world.set(self.world.now + DAY + HOUR)
        self.world.until(lambda: not self.status()['troubles'])
        self.assertEqual(self.status()['sources'][0]['series'], 0)

    def test_an_unknown_form_keeps_what_was_known(self):
        database = self.evolution(event('ada@x', MONDAY))
        self.world.start(MONDAY - HOUR)
        database.execute("UPDATE ECacheKeys SET value = '5' WHERE key = 'version'")
        self.world.until(lambda: self.status()['troubles'])
        trouble = self.status()['troubles'][0]
        self.assertEqual(trouble['what'], 'it has a form (5) that oned does not know')
        self.assertEqual(trouble['source'], self.status()['sources'][0]['path'])
        self.assertEqual(self.meetings(), [('ada@x', 'planned')])
        self.world.stop()
        self.world.start(MONDAY - HOUR + 60)
        self.assertTrue(self.status()['sources'][0]['stale'])
        self.assertEqual(self.meetings(), [('ada@x', 'planned')])
        database.execute("UPDATE ECacheKeys SET value = '4' WHERE key = 'version'")
        self.world.until(lambda: not self.status()['sources'][0]['stale'])

    def test_the_same_calendar_by_two_ways_counts_once(self):
        self.evolution(event('ada@x', MONDAY))
        self.evolution(event('ada@x', MONDAY), uid='again', name='Again')
        # As vdirsyncer's http storage does: the same under another UID.
        self.evolution(event('hash-of-the-content', MONDAY), uid='hash', name='Hash')
        self.world.start(MONDAY - HOUR)
        self.assertEqual([s['series'] for s in self.status()['sources']], [1, 1, 1])
        self.assertEqual(len(self.meetings()), 1)

    def test_a_calendar_that_names_nobody(self):
        text = '\r\n'.join(line for line in event('ada@x', MONDAY, summary='1:1 with Ada').split('\r\n')
                           if not line.startswith(('ATTENDEE', 'ORGANIZER')))
        self.evolution(text, name='Outlook')
        self.world.start(MONDAY - HOUR)
        self.assertTrue(self.status()['sources'][0]['nameless'])
        self.assertIn('Outlook (Evolution): this calendar names no people',
                      '\n'.join(c['what'] for c in self.doctor()))
        self.assertEqual(len(self.meetings()), 1)

    # Thunderbird.
    def thunderbird(self):
        profile = self.world.home + '/.thunderbird/abc.default'
        os.makedirs(profile + '/calendar-data')
        self.put(self.world.home + '/.thunderbird/profiles.ini', '[Profile0]\nIsRelative=1\nPath=abc.default\n')
        database = sqlite3.connect(profile + '/calendar-data/local.sqlite', isolation_level=None)
        self.databases.append(database)
        # As Thunderbird has it: all of it in the log, and nobody else may look.
        database.executescript('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;')
        with open(DATA + '/thunderbird.sql', encoding='utf-8') as file:
            database.executescript(file.read())
        head = 'user_pref("calendar.registry.2a3d1ce7-ebf6-4358-95ed-bc117cac6a39.'
        self.put(profile + '/prefs.js',
                 head + 'name", "Home");\n' + head + 'type", "storage");\n'
                 + 'user_pref("mail.identity.id1.useremail", "robin.sommer@example.com");\n')
        return database, profile

    def test_thunderbird_while_it_runs_and_after_it_was_killed(self):
        database, profile = self.thunderbird()
        self.world.start(MONDAY - HOUR)
        self.assertEqual([(s['name'], s['kind'], s['stale']) for s in self.status()['sources']],
                         [('Home', 'thunderbird', False)])
        self.assertEqual(self.status()['me'], ['robin.sommer@example.com'])
        found = ('ada-weekly@example.com', 'cust@example.com', 'tom-two', 'float')
        known = sorted(uid for uid, _ in self.meetings())
        self.assertLessEqual(set(known), set(found))
        self.assertIn('ada-weekly@example.com', known)
        for table, key in (('cal_events', 'id'), ('cal_attendees', 'item_id'), ('cal_recurrence', 'item_id')):
            database.execute("UPDATE %s SET %s = 'aaa' WHERE %s = 'ada-weekly@example.com'" % (table, key, key))
        self.world.until(lambda: 'aaa' in [uid for uid, _ in self.meetings()])
        # Killed: its log stays beside the database.
        shutil.copytree(profile + '/calendar-data', profile + '/saved')
        database.close()
        shutil.rmtree(profile + '/calendar-data')
        os.rename(profile + '/saved', profile + '/calendar-data')
        self.world.until(lambda: not self.status()['sources'][0]['stale'])
        self.assertIn('aaa', [uid for uid, _ in self.meetings()])


if __name__ == '__main__':
    world.main()
