#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""edge/notify on the notification servers of desktops, by what they say and what is on the screen: the
whole of a meeting, off while it is shown, and do not disturb. `fetch` has brought them.

    test_desktops.py DRIVER FOLDER [NAME…]

With ONED_SHOTS set to a folder, pictures of the screens are left there."""
import os
import shutil
import subprocess
import sys
import unittest

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../bus'))
import test_mako
import test_servers
from talk import Talker
from test_servers import NUDGE, PREP, START

ROOT = ''
OFF = 'show -1 prep oned-m41 - Cancelled: Ada Lovelace||'


def path(name):
    return os.path.join(ROOT, name)


def settings():
    return {'GSETTINGS_SCHEMA_DIR': path('usr/share/glib-2.0/schemas'), 'GSETTINGS_BACKEND': 'keyfile'}


def lying_over(root, *command):
    """The command, for which the folder's /usr lies over the system's: themes have their paths built in."""
    return ['unshare', '--mount', 'sh', '-c', 'mount -t overlay overlay -o "lowerdir=$0/usr:/usr" /usr && exec "$@"',
            os.path.realpath(root), *command]


def at_home(*command):
    return lying_over(ROOT, *command)


class Screen(test_servers.ScreenTest):
    """A server with a screen of its own."""

    def environment(self):
        return {**super().environment(), **settings()}

    def driver(self):
        """It reads the same settings as the server."""
        return self.start(Talker, [test_servers.DRIVER], **{
            key: value for key, value in self.environment().items() if key.startswith(('GSETTINGS', 'HOME', 'XDG'))})

    def seen(self, name):
        box = self.settled()
        self.shot(name)
        return box


class MateTest(Screen):
    def setUp(self):
        super().setUp()
        self.server(*at_home('/usr/lib/mate-notification-daemon/mate-notification-daemon'))
        self.talker = self.driver()

    def quiet(self, word):
        self.run_tool('gsettings', 'set', 'org.mate.NotificationDaemon', 'do-not-disturb', word)

    def test_a_meeting(self):
        first = self.shown(self.talker, PREP)
        self.seen('mate-prep')
        self.assertEqual(self.shown(self.talker, START), first)
        self.seen('mate-start')
        self.assertEqual(self.shown(self.talker, NUDGE), first)
        self.shot('mate-nudge')

    def test_off_while_it_is_shown(self):
        first = self.shown(self.talker, PREP)
        self.seen('mate-prep')
        self.assertEqual(self.shown(self.talker, OFF), first)
        self.seen('mate-off')

    def test_do_not_disturb(self):
        self.shown(self.talker, PREP)
        self.settled()
        self.quiet('true')
        self.hear(self.talker, 'closed 1 5')
        self.hear(self.talker, 'server present, inhibited wholly')
        self.emptied()
        self.talker.say(START)
        self.hear(self.talker, 'failed 2 no-server the notification server shows nothing now')
        self.hear(self.talker, 'server present, inhibited wholly')
        self.quiet('false')
        self.hear(self.talker, 'server present')
        self.shown(self.talker, START)
        self.seen('mate-start-after-quiet')


class LxqtTest(Screen):
    def setUp(self):
        super().setUp()
        self.server(*at_home('/usr/bin/lxqt-notificationd'))
        self.talker = self.driver()

    def test_a_meeting_whose_question_has_its_own_buttons(self):
        first = self.shown(self.talker, PREP)
        self.seen('lxqt-prep')
        self.assertEqual(self.shown(self.talker, START), first)
        self.seen('lxqt-start')
        self.assertNotEqual(self.shown(self.talker, NUDGE), first)
        self.shot('lxqt-nudge')

    def test_off_while_it_is_shown(self):
        self.shown(self.talker, PREP)
        self.settled()
        self.shown(self.talker, OFF)
        self.seen('lxqt-off')
        self.talker.say('close -1')
        self.emptied()


class SwayncTest(test_mako.MakoTest):
    """Under the sway of mako's tests."""

    def begin_server(self, display):
        self.environment = {'HOME': self.folder.name, 'WAYLAND_DISPLAY': display, 'GSK_RENDERER': 'cairo',
                            'XDG_RUNTIME_DIR': self.folder.name,
                            'XDG_CONFIG_DIRS': path('etc/xdg'), **settings()}
        self.start(Talker, at_home('/usr/bin/swaync', '-c', path('etc/xdg/swaync/config.json'),
                                   '-s', path('etc/xdg/swaync/style.css')), **self.environment)

    def control(self, *words):
        subprocess.run(at_home('/usr/bin/swaync-client', *words), check=True, stdout=subprocess.DEVNULL, timeout=60,
                       env={**self.environment, 'PATH': '/usr/bin:/bin', 'DBUS_SESSION_BUS_ADDRESS': self.address})

    def shot(self, name):
        if os.environ.get('ONED_SHOTS') and shutil.which('grim'):
            subprocess.run(['grim', os.path.join(os.environ['ONED_SHOTS'], name + '.png')], check=False,
                           env={**self.environment, 'PATH': '/usr/bin:/bin'})

    def test_a_meeting(self):
        first = self.shown(PREP)
        self.shot('swaync-prep')
        self.assertEqual(self.shown(START), first)
        self.assertEqual(self.shown(NUDGE), first)
        self.shot('swaync-nudge')
        self.driver.say('close 3')
        self.shown(PREP)
        self.driver.say('ping nothing-was-dismissed')
        self.hear(self.driver, 'pong nothing-was-dismissed')

    def test_do_not_disturb(self):
        self.shown(PREP)
        self.control('-dn')
        self.hear(self.driver, 'server present, inhibited')
        self.control('-df')
        self.hear(self.driver, 'server present')

    def test_do_not_disturb_from_before(self):
        self.control('-dn')
        self.driver.end()
        self.driver = self.start(Talker, [test_mako.DRIVER])
        self.hear(self.driver, 'server present, inhibited')


# What mako's tests ask of mako is not for swaync.
for inherited in [name for name in dir(test_mako.MakoTest) if name.startswith('test_')]:
    if inherited not in SwayncTest.__dict__:
        setattr(SwayncTest, inherited, None)


if __name__ == '__main__':
    test_servers.DRIVER = test_mako.DRIVER = sys.argv[1]
    ROOT = os.path.join(os.path.abspath(sys.argv[2]), 'root')
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
