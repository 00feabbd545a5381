#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""An upgrade under a running oned: its reader is of another version from then on, and oned goes on as
the program that is installed now."""
import os
import shutil
import stat
import subprocess

from gi.repository import Gio, GLib

import world
from world import WorldTest, at, calendar, event

CLOCK = 'org.oned.Oned1.Clock'
MONDAY = at('2026-11-23 10:00')
MINUTE = 60
# Says hello (model/calendar/pack.h) in version 99, and that it was asked.
STRANGER = '''#!/bin/sh
echo >>"${0%/*}/asked"
printf '\\005\\000\\000\\000\\001\\143\\000\\000\\000\\000'
'''
# What is new of the upgraded oned is that it understands the reader.
UPGRADED = '''#!/bin/sh
mv "${0%/*}/understood" "${0%/*}/oned-reader"
exec "${0%/*}/really" "$@"
'''


class RenewalTest(WorldTest):
    def setUp(self):
        super().setUp()
        self.addCleanup(world.PROGRAMS.update, dict(world.PROGRAMS))
        os.mkdir(self.path())
        for name, program in (('oned', 'oned-at'), ('really', 'oned-at'), ('oned-reader', 'reader')):
            shutil.copy(world.PROGRAMS[program], self.path(name))
        world.PROGRAMS.update({'oned-at': self.path('oned'), 'reader': self.path('oned-reader')})

    def path(self, *names):
        return os.path.join(self.world.home, 'installed', *names)

    def begin(self):
        """A promise was made, and the agenda is on the screen. Each oned starts at that minute."""
        self.world.write('ada.ics', calendar(event('ada@x', MONDAY)))
        self.world.start(MONDAY - 31 * MINUTE)
        self.world.onectl('act', 'ada', 'Send the draft')
        self.world.stop()
        self.world.start(MONDAY - 30 * MINUTE)
        self.shown, = [note['id'] for note in self.world.notes()]
        self.pid = self.world.daemon.process.pid

    def status(self):
        return ' '.join(self.world.onectl('status').split())

    def install(self, name, text=None):
        """As packages do: another file, then a rename. Without a text, the same oned once more."""
        if text is None:
            shutil.copy(self.path('really'), self.path('new'))
        else:
            with open(self.path('new'), 'w', encoding='ascii') as file:
                file.write(text)
            os.chmod(self.path('new'), stat.S_IRWXU)
        os.rename(self.path('new'), self.path(name))

    def install_stranger(self):
        os.rename(self.path('oned-reader'), self.path('understood'))
        self.install('oned-reader', STRANGER)

    def asked(self):
        """How often the stranger was."""
        if not os.path.exists(self.path('asked')):
            return 0
        return os.path.getsize(self.path('asked'))

    def change(self):
        self.world.write('other.ics', calendar())

    def owner(self):
        return self.world.connection.call_sync(
            'org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'GetNameOwner',
            GLib.Variant('(s)', (CLOCK,)), None, Gio.DBusCallFlags.NONE, world.DEADLINE * 1000, None).unpack()[0]

    def wait_renewed(self, before):
        """Another one has the name, and has read what there is."""
        loop = GLib.MainLoop()
        found = []
        watch = Gio.bus_watch_name_on_connection(
            self.world.connection, CLOCK, Gio.BusNameWatcherFlags.NONE,
            lambda _, name, owner: owner != before and (found.append(owner), loop.quit()), None)
        limit = GLib.timeout_add_seconds(world.DEADLINE, loop.quit)
        loop.run()
        Gio.bus_unwatch_name(watch)
        self.assertTrue(found, 'oned did not begin anew')
        GLib.source_remove(limit)
        self.world.wait_name('org.oned.Oned1')
        self.world.set(self.world.now)

    def check_stays(self):
        """A change is read by the stranger, and oned is still the one that it was."""
        before, asked = self.owner(), self.asked()
        self.change()
        self.world.until(lambda: self.asked() > asked)
        self.world.set(self.world.now)
        self.assertIn('of another version than the oned that runs', self.status())
        self.assertEqual(self.owner(), before)

    def check_nothing_is_lost(self):
        """The agenda is still there, at most renewed in its place without a sound."""
        for record in self.world.events():
            told = [record[key] for key in ('event', 'id', 'replaces')] + [record['hints']['suppress-sound']]
            self.assertEqual(told, ['notify', self.shown, self.shown, True])
        self.assertIn('Send the draft', self.world.onectl('actions'))
        self.world.set(MONDAY - 2 * MINUTE)
        self.assertEqual([note['summary'] for note in self.world.notes()], ['Ada Lovelace in 2 min · 10:00–10:30'])

    def test_it_goes_on_as_the_new_one_and_no_reminder_is_missed_or_doubled(self):
        self.begin()
        before = self.owner()
        self.install_stranger()
        self.install('oned', UPGRADED)
        self.change()
        self.wait_renewed(before)
        self.assertEqual(self.asked(), 1)
        self.assertEqual(os.readlink('/proc/%d/exe' % self.pid), self.path('really'))
        self.assertNotIn('version', self.status())
        self.check_nothing_is_lost()

    def test_the_same_oned_stays(self):
        self.begin()
        self.install_stranger()
        self.check_stays()
        self.check_nothing_is_lost()

    def test_one_that_is_no_newer_is_tried_once_until_a_reader_was_understood(self):
        self.begin()
        before = self.owner()
        self.install_stranger()
        self.install('oned')
        self.change()
        self.wait_renewed(before)
        self.check_stays()
        self.install('oned')
        self.check_stays()
        os.rename(self.path('understood'), self.path('oned-reader'))
        self.change()
        self.world.until(lambda: 'another version' not in self.status())
        before = self.owner()
        self.install_stranger()
        self.change()
        self.wait_renewed(before)
        self.check_nothing_is_lost()

    def test_one_that_cannot_be_started_leaves_the_trouble(self):
        self.begin()
        before = self.owner()
        self.install_stranger()
        self.install('oned', 'no program')
        self.change()
        self.wait_renewed(before)
        self.check_stays()
        self.check_nothing_is_lost()

    def test_under_the_unit_it_ends_for_systemd_to_start_it_again(self):
        self.world.env['ONED_SUPERVISED'] = '1'
        self.begin()
        self.install_stranger()
        self.install('oned', UPGRADED)
        self.change()
        self.assertEqual(self.world.daemon.process.wait(world.DEADLINE), 75)
        self.world.start(self.world.now)
        self.check_nothing_is_lost()

    def test_a_reader_tells_its_version_to_who_asks_in_another_one(self):
        words, length, kind, version = bytes(8), b'\4\0\0\0', b'\0', b'\143\0\0\0'
        done = subprocess.run([self.path('oned-reader')], input=words + length + kind + version, capture_output=True,
                              timeout=world.DEADLINE, check=False)
        self.assertEqual((done.returncode, done.stdout[:5], len(done.stdout)), (1, b'\5\0\0\0\1', 10))

    def test_every_descriptor_closes_on_exec(self):
        self.begin()
        for number in os.listdir('/proc/%d/fd' % self.pid):
            if int(number) > 2:
                with self.subTest(file=os.readlink('/proc/%d/fd/%s' % (self.pid, number))):
                    with open('/proc/%d/fdinfo/%s' % (self.pid, number), encoding='ascii') as file:
                        flags = next(line for line in file if line.startswith('flags:'))
                    self.assertTrue(int(flags.split()[1], 8) & os.O_CLOEXEC)


if __name__ == '__main__':
    world.main()
