#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""edge/notify against mako, under a sway without a screen.

    test_mako.py DRIVER
"""
import glob
import os
import pwd
import subprocess
import sys
import tempfile
import unittest

from gi.repository import GLib

from talk import DEADLINE, BusTest, Talker, wait_for
from test_servers import NUDGE, PREP, START

DRIVER = ''


class MakoTest(BusTest):
    def setUp(self):
        super().setUp()
        self.folder = tempfile.TemporaryDirectory(prefix='one-sway-')
        self.addCleanup(self.folder.cleanup)
        self.connection = self.connect()
        self.addCleanup(self.connection.close_sync)
        self.sway = self.start_sway()
        self.addCleanup(self.end_sway)
        display = wait_for(lambda: glob.glob(self.folder.name + '/wayland-?'), 'a compositor')[0]
        self.begin_server(display)
        wait_for(self.has_server, 'a server')
        self.driver = self.start(Talker, [DRIVER])

    def begin_server(self, display):
        self.start(Talker, ['mako'], HOME=self.folder.name, WAYLAND_DISPLAY=display)

    def end_sway(self):
        self.sway.kill()
        self.sway.wait()

    def start_sway(self):
        """sway refuses to be root's: then it is nobody's."""
        path = os.path.join(self.folder.name, 'config')
        with open(path, 'w', encoding='utf-8') as config:
            config.write('xwayland disable\n')
        env = {'PATH': '/usr/bin:/bin', 'HOME': self.folder.name, 'LC_ALL': 'C.UTF-8',
               'XDG_RUNTIME_DIR': self.folder.name, 'WLR_BACKENDS': 'headless',
               'WLR_LIBINPUT_NO_DEVICES': '1', 'WLR_RENDERER': 'pixman',
               'DBUS_SESSION_BUS_ADDRESS': self.address}
        other = {}
        if os.geteuid() == 0:
            nobody = pwd.getpwnam('nobody')
            other = {'user': nobody.pw_uid, 'group': nobody.pw_gid, 'extra_groups': []}
            os.chown(self.folder.name, nobody.pw_uid, nobody.pw_gid)
        return subprocess.Popen(['sway', '-c', path], env=env, stdin=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL, **other)

    def ask(self, name, path, interface, method, arguments=None):
        return self.connection.call_sync(name, path, interface, method, arguments, None, 0,
                                         DEADLINE * 1000, None).unpack()[0]

    def has_server(self):
        return self.ask('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'NameHasOwner',
                        GLib.Variant('(s)', ('org.freedesktop.Notifications',)))

    def listed(self):
        """What is on the screen."""
        return self.ask('org.freedesktop.Notifications', '/fr/emersion/Mako', 'fr.emersion.Mako',
                        'ListNotifications')

    def control(self, *words):
        subprocess.run(['makoctl', *words], check=True, stdout=subprocess.DEVNULL, timeout=DEADLINE,
                       env={'PATH': '/usr/bin:/bin', 'DBUS_SESSION_BUS_ADDRESS': self.address})

    def shown(self, line):
        self.driver.say(line)
        return int(self.hear(self.driver, r'shown %s (\d+) :\S+' % line.split()[1])[1])

    def emptied(self):
        wait_for(lambda: not self.listed(), 'an empty screen')

    def test_prep_is_shown_with_its_agenda_and_buttons(self):
        number = self.shown(PREP)
        entry, = self.listed()
        self.assertEqual(entry['id'], number)
        self.assertEqual(entry['summary'], 'Ada Lovelace in 30 min (10:00)')
        self.assertEqual(entry['category'], 'x-oned.prep')
        self.assertIn('2 actions open, 1 overdue: send the draft\n', entry['body'])
        self.assertIn('5 meetings &amp; 7 weeks', entry['body'])
        self.assertIn('&lt;I&gt; can’t', entry['body'])
        self.assertLessEqual({'snooze', 'join'}, set(entry['actions']))

    def test_a_button_is_pressed(self):
        self.shown(PREP)
        number = self.shown(NUDGE.replace('oned-m41', 'oned-m42'))
        self.control('invoke', '-n', str(number), 'skipped')
        self.hear(self.driver, r'pressed 3 skipped \[\S*\]')
        wait_for(lambda: len(self.listed()) == 1, 'only the other one')
        self.driver.say('ping nothing-more')
        self.hear(self.driver, 'pong nothing-more')

    def test_the_default_action_opens_the_agenda(self):
        number = self.shown(PREP)
        self.control('invoke', '-n', str(number))
        self.hear(self.driver, r'pressed 1 agenda \[\S*\]')

    def test_start_takes_the_place_of_prep_and_the_server_lives(self):
        first = self.shown(PREP)
        self.assertEqual(self.shown(START), first)
        self.assertEqual([entry['summary'] for entry in self.listed()], ['Ada Lovelace in 2 min'])
        self.driver.say('close 2')
        self.emptied()

    def test_sent_away_it_is_dismissed(self):
        number = self.shown(PREP)
        self.control('dismiss', '-n', str(number))
        self.hear(self.driver, 'closed 1 2')
        self.emptied()


if __name__ == '__main__':
    DRIVER = sys.argv[1]
    unittest.main(argv=sys.argv[:1] + sys.argv[2:])
