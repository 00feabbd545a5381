#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""How oned comes and goes on a session: started by who asks for it, ended by who may.

    test_lifecycle.py ONED-AT ONED-READER ONECTL NOTIFY-SERVER ONED [NAME…]

The daemon here is the one that is installed, with the clock that everybody has.
"""
import fcntl
import json
import os
import select
import shlex
import signal
import sqlite3
import stat
import subprocess
import sys
import unittest

from gi.repository import Gio, GLib

import world

NAME = 'org.oned.Oned1'
NEWER = 9999  # a schema that no oned has yet


class Session(world.World):
    """A world whose bus knows how to start oned."""

    def new_bus(self):
        services = os.path.join(self.home, 'services')
        os.mkdir(services)
        with open(os.path.join(services, NAME + '.service'), 'w', encoding='utf-8') as file:
            file.write('[D-BUS Service]\nName=%s\nExec=%s\n' % (NAME, shlex.join(self.logging_command())))
        self.bus = Gio.TestDBus.new(Gio.TestDBusFlags.NONE)
        self.bus.add_service_dir(services)
        self.bus.up()
        self.env['DBUS_SESSION_BUS_ADDRESS'] = self.bus.get_bus_address()
        self.connection = Gio.DBusConnection.new_for_address_sync(
            self.bus.get_bus_address(),
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        # As a desktop does when it starts: what the bus starts lives where the user does.
        self.ask('UpdateActivationEnvironment', '(a{ss})', self.env)

    @staticmethod
    def command():
        return [world.PROGRAMS['oned'], '--reader=' + world.PROGRAMS['reader']]

    def logging_command(self):
        """For the bus, which does not say where the stderr of what it starts goes."""
        return ['/bin/sh', '-c', 'exec "$@" 2>>"$0"', self.log, *self.command()]

    def data(self, *names):
        return os.path.join(self.env['XDG_DATA_HOME'], 'oned', *names)

    def ask(self, method, signature, *arguments):
        answer = self.connection.call_sync(
            'org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', method,
            GLib.Variant(signature, arguments), None, Gio.DBusCallFlags.NONE,
            world.DEADLINE * 1000, None).unpack()
        return answer[0] if answer else None

    def is_there(self):
        return self.ask('NameHasOwner', '(s)', NAME)

    def pid(self):
        return self.ask('GetConnectionUnixProcessID', '(s)', NAME)

    def run(self):
        """oned, started by hand; what it says on stderr can be read to the end."""
        return subprocess.Popen(self.command(), env=self.env, stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)

    def run_to_the_end(self):
        process = self.run()
        _, said = process.communicate(timeout=world.DEADLINE)
        return process.returncode, said

    def wait_gone(self):
        loop = GLib.MainLoop()
        gone = []
        watch = Gio.bus_watch_name_on_connection(
            self.connection, NAME, Gio.BusNameWatcherFlags.NONE, None,
            lambda *_: (gone.append(1), loop.quit()))
        limit = GLib.timeout_add_seconds(world.DEADLINE, loop.quit)
        loop.run()
        Gio.bus_unwatch_name(watch)
        if not gone:
            raise AssertionError(NAME + ' stayed on the bus')
        GLib.source_remove(limit)

    def strike(self, number):
        """The signal, and the end of the process: it writes on when its name is gone already."""
        process = os.pidfd_open(self.pid())
        signal.pidfd_send_signal(process, number)
        ended, _, _ = select.select([process], [], [], world.DEADLINE)
        os.close(process)
        if not ended:
            raise AssertionError('oned is still there after ' + number.name)
        self.wait_gone()

    def end(self):
        if not self.connection.is_closed() and self.is_there():
            self.strike(signal.SIGTERM)
        super().end()


def children(pid):
    """The processes that a process has started and not buried."""
    path = '/proc/%d/task/%d/children' % (pid, pid)
    with open(path, encoding='ascii') as file:
        return [int(word) for word in file.read().split()]


def is_locked(path):
    with open(path, 'rb') as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


class LifecycleTest(unittest.TestCase):
    def setUp(self):
        self.world = Session(server=False)
        self.addCleanup(self.world.end)
        # At whatever time it is now, nothing is due.
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com\n[reminders]\nprep=off\nstart=off\n'
                            'nudge=off\n' % self.world.calendars)
        self.world.write('ada.ics', world.calendar(world.event('a', world.at('2026-01-05 10:00'))))

    def run_to_the_name(self):
        process = self.world.run()
        self.addCleanup(process.stderr.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        self.world.wait_name(NAME)
        return process

    def modes(self):
        found = {}
        for folder, _, names in os.walk(self.world.data()):
            for path in [folder] + [os.path.join(folder, name) for name in names]:
                found[os.path.relpath(path, self.world.data())] = os.stat(path).st_mode
        return found

    def test_the_first_who_asks_starts_it_and_gets_an_answer_with_calendars_read(self):
        self.assertFalse(self.world.is_there())
        self.assertIn('Ada Lovelace', self.world.onectl('people'))
        self.assertTrue(self.world.is_there())

    def test_asking_again_does_not_start_another(self):
        self.world.onectl('status')
        first = self.world.pid()
        self.world.onectl('status')
        self.assertEqual(self.world.pid(), first)

    def test_killed_it_is_back_for_the_next_who_asks(self):
        for _ in range(5):
            self.world.onectl('status')
            killed = self.world.pid()
            self.world.strike(signal.SIGKILL)
            self.world.onectl('status')
            self.assertNotEqual(self.world.pid(), killed)

    def test_killed_it_is_back_for_who_waits_for_the_name(self):
        self.world.onectl('status')
        self.world.strike(signal.SIGKILL)
        self.world.ask('StartServiceByName', '(su)', NAME, 0)
        self.assertTrue(self.world.is_there())

    def test_what_was_said_before_the_kill_is_there_after_it(self):
        self.world.onectl('act', 'ada', 'Send the draft')
        self.world.strike(signal.SIGKILL)
        self.assertIn('Send the draft', self.world.onectl('actions'))

    def test_asked_to_end_it_ends_and_leaves_nothing_behind(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(signal=number.name):
                process = self.run_to_the_name()
                self.assertTrue(is_locked(self.world.data('lock')))
                started = children(process.pid)
                process.send_signal(number)
                _, said = process.communicate(timeout=world.DEADLINE)
                self.assertEqual((process.returncode, said), (0, ''))
                self.assertFalse(self.world.is_there())
                self.assertFalse(is_locked(self.world.data('lock')))
                self.assertEqual([pid for pid in started if os.path.exists('/proc/%d' % pid)], [])
                self.assertFalse(os.path.exists(self.world.data('oned.db-wal')))

    def test_no_other_program_of_the_users_looks_into_it(self):
        """As the user, without root's privileges, if the test has them."""
        plain = ['setpriv', '--bounding-set=-all', '--inh-caps=-all'] if os.geteuid() == 0 else []
        look = lambda pid: subprocess.run([*plain, 'readlink', '/proc/%d/exe' % pid], capture_output=True,
                                          check=False).returncode
        other = subprocess.Popen([*plain, 'sleep', 'infinity'])
        self.addCleanup(other.wait)
        self.addCleanup(other.kill)
        self.world.until(lambda: look(other.pid) == 0, lambda: None)
        self.world.command = lambda: [*plain, *Session.command()]
        self.assertNotEqual(look(self.run_to_the_name().pid), 0)

    def test_it_ends_with_the_bus(self):
        process = self.run_to_the_name()
        self.world.connection.close_sync(None)
        self.world.bus.stop()
        _, said = process.communicate(timeout=world.DEADLINE)
        self.assertEqual(said, 'oned: the session bus is gone\n')
        self.assertEqual(process.returncode, 1)
        self.assertFalse(is_locked(self.world.data('lock')))

    def test_a_second_one_says_so_and_the_first_stays(self):
        first = self.run_to_the_name()
        self.assertEqual(self.world.run_to_the_end(), (
            1, 'oned: another oned uses the folder %s already\n' % self.world.data()))
        self.world.env['XDG_DATA_HOME'] += '-other'
        self.assertEqual(self.world.run_to_the_end(),
                         (1, 'oned: another oned runs on this session bus already\n'))
        self.assertEqual(self.world.pid(), first.pid)

    def test_only_the_user_can_look_into_what_it_keeps_or_copies(self):
        self.addCleanup(os.umask, os.umask(0))
        self.run_to_the_name()
        copy = os.path.join(self.world.home, 'copy.db')
        self.world.onectl('act', 'ada', 'Send the draft')
        self.world.onectl('backup', copy)
        modes = dict(self.modes(), copy=os.stat(copy).st_mode)
        self.assertLessEqual({'.', 'oned.db', 'oned.db-wal', 'lock'}, set(modes))
        for path, mode in modes.items():
            with self.subTest(path=path):
                wanted = 0o700 if stat.S_ISDIR(mode) else 0o600
                self.assertEqual(oct(stat.S_IMODE(mode)), oct(wanted))

    def test_a_database_of_a_newer_oned_is_refused_and_left_alone(self):
        self.world.onectl('act', 'ada', 'Send the draft')
        self.world.strike(signal.SIGTERM)
        path = self.world.data('oned.db')
        with sqlite3.connect(path) as database:
            database.execute('PRAGMA user_version = %d' % NEWER)
        database.close()
        before = self.contents()
        self.assertEqual(self.world.run_to_the_end(), (
            1, "oned: cannot open the store '%s': it was written by a newer oned\n" % path))
        self.assertEqual(self.contents(), before)

    def doctor(self):
        done = subprocess.run([world.PROGRAMS['onectl'], 'doctor', '--json'], env=self.world.env, check=False,
                              capture_output=True, timeout=world.DEADLINE)
        return {check['name']: check for check in json.loads(done.stdout)['checks']}

    def test_the_doctor_starts_it_and_tells_one_that_cannot_start(self):
        self.assertTrue(self.doctor()['oned']['ok'])
        self.world.strike(signal.SIGTERM)
        with sqlite3.connect(self.world.data('oned.db')) as database:
            database.execute('PRAGMA user_version = %d' % NEWER)
        database.close()
        found = self.doctor()
        self.assertRegex(found['oned']['what'], '^oned does not answer: .*exited with')
        self.assertTrue(found['data']['ok'])

    def test_only_the_reader_has_the_library_that_reads_strangers_text(self):
        store_reader = os.path.join(os.path.dirname(world.PROGRAMS['reader']), 'oned-store-reader')
        for program, ical, sqlite in ((world.PROGRAMS['oned'], False, True), (world.PROGRAMS['reader'], True, False),
                                      (store_reader, True, True)):
            needed = subprocess.run(['readelf', '-d', program], check=True, text=True,
                                    stdout=subprocess.PIPE).stdout
            self.assertIn('libglib-2.0', needed)
            self.assertEqual('libical' in needed, ical, program)
            self.assertEqual('libsqlite3' in needed, sqlite, program)

    def contents(self):
        """What is in the data folder, byte by byte."""
        found = {}
        for folder, _, names in os.walk(self.world.data()):
            for name in names:
                with open(os.path.join(folder, name), 'rb') as file:
                    found[os.path.join(folder, name)] = file.read()
        return found


if __name__ == '__main__':
    world.PROGRAMS['oned'] = sys.argv.pop(5)
    world.main()
