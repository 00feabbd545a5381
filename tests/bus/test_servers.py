#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""edge/notify against the notification servers that people run, on a screen of its own.

    test_servers.py DRIVER

With ONED_SHOTS set to a folder, pictures of the screens are left there.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

from gi.repository import GLib

from talk import DEADLINE, BusTest, Talker, wait_for

DRIVER = ''
XFCE = '/usr/lib/x86_64-linux-gnu/xfce4/notifyd/xfce4-notifyd'
MATE = '/usr/lib/notification-daemon/notification-daemon'
BODY = (r'Review · 2 actions open, 1 overdue: send the draft\n'
        r'Update · on track? what stand-up has not heard\n'
        r'Growth · not for 5 meetings & 7 weeks\n'
        r'Challenges · decisions <I> can’t take alone')
PREP = 'show 1 prep oned-m41 agenda,snooze,join Ada Lovelace in 30 min (10:00)|%s|onectl agenda' % BODY
START = 'show 2 start oned-m41 agenda,snooze,join Ada Lovelace in 2 min|Growth|'
NUDGE = 'show 3 nudge oned-m41 log,skipped Ada Lovelace: what did you cover?|Growth|'

DUNSTRC = '''[global]
    width = (300, 460)
    height = 300
    offset = 24x24
    origin = top-right
    font = Sans 11
    markup = %(markup)s
    format = "<b>%%s</b>\\n%%b"
    dmenu = %(menu)s
    frame_width = 2
    separator_height = 2
    show_indicators = no
[urgency_low]
    background = "#222222"
    foreground = "#dddddd"
    timeout = 1
[urgency_normal]
    background = "#285577"
    foreground = "#ffffff"
    timeout = 1
[urgency_critical]
    background = "#5a1a1a"
    foreground = "#ffffff"
    timeout = 1
'''


class ScreenTest(BusTest):
    """A test with a bus and an X server."""

    def setUp(self):
        super().setUp()
        self.folder = tempfile.TemporaryDirectory(prefix='one-screen-')
        self.addCleanup(self.folder.cleanup)
        reader, writer = os.pipe()
        self.screen = subprocess.Popen(
            ['Xvfb', '-displayfd', str(writer), '-screen', '0', '1280x800x24', '-nolisten', 'tcp'],
            pass_fds=[writer], stderr=subprocess.DEVNULL)
        self.addCleanup(self.end_screen)
        os.close(writer)
        with os.fdopen(reader) as numbers:
            self.display = ':' + numbers.readline().strip()
        self.connection = self.connect()
        self.addCleanup(self.connection.close_sync)

    def end_screen(self):
        self.screen.kill()
        self.screen.wait()

    def environment(self):
        return {'DISPLAY': self.display, 'DBUS_SESSION_BUS_ADDRESS': self.address,
                'PATH': '/usr/bin:/bin', 'HOME': self.folder.name, 'LC_ALL': 'C.UTF-8',
                'XDG_RUNTIME_DIR': self.folder.name, 'NO_AT_BRIDGE': '1'}

    def run_tool(self, *command):
        return subprocess.run(command, env=self.environment(), stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, check=True).stdout

    def has_server(self):
        return self.connection.call_sync(
            'org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'NameHasOwner',
            GLib.Variant('(s)', ('org.freedesktop.Notifications',)), None, 0,
            DEADLINE * 1000, None).unpack()[0]

    def server(self, *command):
        more = self.environment()
        del more['DBUS_SESSION_BUS_ADDRESS']
        talker = self.start(Talker, list(command), **more)
        wait_for(self.has_server, 'a server: ' + command[0])
        return talker

    def driver(self):
        return self.start(Talker, [DRIVER])

    def shown(self, driver, line):
        driver.say(line)
        number = line.split()[1]
        return int(self.hear(driver, r'shown %s (\d+) :\S+' % number)[1])

    def shot(self, name):
        if os.environ.get('ONED_SHOTS'):
            self.run_tool('import', '-window', 'root',
                          os.path.join(os.environ['ONED_SHOTS'], name + '.png'))

    def box(self):
        """Where something is to be seen: width, height, x, y; None for an empty screen."""
        picture = os.path.join(self.folder.name, 'screen.png')
        self.run_tool('import', '-window', 'root', picture)
        text = self.run_tool('convert', picture, '-format', '%@', 'info:').decode()
        width, height, x, y = (int(number) for number in re.findall(r'\d+', text))
        return (width, height, x, y) if 0 < width < 1280 and height > 40 else None

    def settled(self):
        """As above, once it has stopped growing and fading in."""
        seen = [None, None]

        def settle():
            seen[:] = seen[1], self.box()
            return seen[0] and seen[0] == seen[1] and seen[1]
        return wait_for(settle, 'a notification on the screen')

    def click(self, x, y):
        self.run_tool('xdotool', 'mousemove', str(x), str(y), 'click', '1')

    def emptied(self):
        wait_for(lambda: self.box() is None, 'an empty screen')


class DunstTest(ScreenTest):
    def dunst(self, markup='full', choice='Snooze'):
        menu = os.path.join(self.folder.name, 'menu')
        with open(menu, 'w', encoding='utf-8') as script:
            script.write('#!/bin/sh\ngrep -- "%s"\n' % choice)
        os.chmod(menu, 0o700)
        path = os.path.join(self.folder.name, 'dunstrc')
        with open(path, 'w', encoding='utf-8') as rc:
            rc.write(DUNSTRC % {'markup': markup, 'menu': menu})
        return self.server('dunst', '-conf', path)

    def control(self, *words):
        return self.run_tool('dunstctl', *words).decode()

    def history(self):
        return [{key: entry[key]['data'] for key in ('summary', 'body', 'category')}
                for entry in json.loads(self.control('history'))['data'][0]]

    def count(self):
        return self.control('count', 'displayed').strip()

    def expire_another(self):
        """Something of another program, with the server's own timeout, comes and goes."""
        name = 'org.freedesktop.Notifications'
        self.connection.call_sync(
            name, '/org/freedesktop/Notifications', name, 'Notify',
            GLib.Variant('(susssasa{sv}i)', ('other', 0, '', 'Another', '', [],
                                             {'urgency': GLib.Variant('y', 0)}, -1)),
            None, 0, DEADLINE * 1000, None)
        wait_for(lambda: 'Another' in str(self.history()), 'something to expire')

    def test_prep_and_nudge_stay_although_the_server_would_let_them_expire(self):
        self.dunst()
        driver = self.driver()
        self.shown(driver, PREP)
        self.shown(driver, NUDGE.replace('oned-m41', 'oned-m42'))
        self.settled()
        self.shot('dunst-prep-and-nudge')
        self.expire_another()
        self.assertEqual(self.count(), '2')

    def test_the_body_is_shown_as_it_was_meant(self):
        self.dunst()
        driver = self.driver()
        self.shown(driver, PREP)
        self.control('close')
        self.hear(driver, 'closed 1 2')
        entry = self.history()[0]
        self.assertEqual(entry['summary'], 'Ada Lovelace in 30 min (10:00)')
        self.assertIn('5 meetings &amp; 7 weeks', entry['body'])
        self.assertIn('&lt;I&gt; can’t', entry['body'])
        self.assertEqual(entry['category'], 'x-oned.prep')

    def test_without_markup_nothing_is_escaped(self):
        self.dunst(markup='no')
        driver = self.driver()
        self.shown(driver, PREP)
        self.settled()
        self.shot('dunst-no-markup')
        self.control('close')
        self.hear(driver, 'closed 1 2')
        self.assertNotIn('&amp;amp;', self.history()[0]['body'])

    def test_start_takes_the_place_of_prep(self):
        self.dunst()
        driver = self.driver()
        first = self.shown(driver, PREP)
        self.assertEqual(self.shown(driver, START), first)
        self.assertEqual(self.count(), '1')
        self.settled()
        self.shot('dunst-start')

    def test_a_repeat_after_a_crash_takes_the_place_of_the_first(self):
        self.dunst()
        driver = self.driver()
        self.shown(driver, PREP)
        driver.end()
        self.shown(self.driver(), PREP)
        self.assertEqual(self.count(), '1')

    def test_a_button_is_pressed_by_the_menu(self):
        self.dunst(choice='Snooze')
        driver = self.driver()
        self.shown(driver, PREP)
        self.control('context')
        self.hear(driver, r'pressed 1 snooze \[\S*\]')
        wait_for(lambda: self.count() == '0', 'an empty screen')
        driver.say('ping nothing-more')
        self.hear(driver, 'pong nothing-more')

    def test_the_default_action_opens_the_agenda(self):
        self.dunst()
        driver = self.driver()
        self.shown(driver, PREP)
        self.control('action', '0')
        self.hear(driver, r'pressed 1 agenda \[\S*\]')

    def test_a_killed_server_is_noticed_and_the_next_one_shows_it_again(self):
        server = self.dunst()
        driver = self.driver()
        self.shown(driver, PREP)
        server.end()
        self.hear(driver, 'closed 1 5')
        self.hear(driver, 'server absent')
        driver.say(PREP)
        self.hear(driver, 'failed 1 no-server .*')
        self.dunst()
        self.hear(driver, 'server present')
        self.shown(driver, PREP)
        self.assertEqual(self.count(), '1')

    def test_what_an_earlier_run_left_is_still_ours(self):
        self.dunst(choice='Join')
        driver = self.driver()
        driver.say(PREP)
        match = self.hear(driver, r'shown 1 (\d+) (\S+)')
        driver.say('quit')
        self.hear(driver, 'bye')
        self.assertEqual(self.count(), '1')
        driver = self.driver()
        driver.say(PREP.replace('show', 'adopt ' + match[1] + ' ' + match[2]))
        self.hear(driver, 'shown 1 ' + match[1] + ' ' + match[2])
        self.assertEqual(self.count(), '1')
        self.control('context')
        self.hear(driver, r'pressed 1 join \[\S*\]')


class ButtonsTest(ScreenTest):
    """Servers that draw buttons: places are counted from the lower right corner, where the last
    button is."""

    def press_last(self, right, lower):
        width, height, x, y = self.settled()
        self.click(x + width - right, y + height - lower)

    def test_notification_daemon_has_buttons_that_work(self):
        self.server(MATE)
        driver = self.driver()
        self.shown(driver, PREP)
        self.settled()
        self.shot('notification-daemon-prep')
        self.press_last(76, 38)
        self.hear(driver, r'pressed 1 join \[\S*\]')
        self.emptied()
        driver.say('ping nothing-more')
        self.hear(driver, 'pong nothing-more')

    def test_notification_daemon_replaces_and_closes(self):
        self.server(MATE)
        driver = self.driver()
        first = self.shown(driver, PREP)
        self.settled()
        self.assertEqual(self.shown(driver, START), first)
        self.settled()
        self.shot('notification-daemon-start')
        # It leaves the window of what was closed on the screen, but knows the id no more.
        driver.say('close 2')
        self.assertNotEqual(self.shown(driver, START), first)

    def test_xfce_has_buttons_that_work(self):
        self.server(XFCE)
        driver = self.driver()
        self.shown(driver, PREP)
        self.settled()
        self.shot('xfce-prep')
        self.press_last(57, 31)
        self.hear(driver, r'pressed 1 join \[\S*\]')
        self.emptied()

    def test_xfce_replaces_and_closes(self):
        self.server(XFCE)
        driver = self.driver()
        first = self.shown(driver, PREP)
        self.settled()
        self.assertEqual(self.shown(driver, START), first)
        driver.say('close 2')
        self.emptied()


if __name__ == '__main__':
    DRIVER = sys.argv[1]
    unittest.main(argv=sys.argv[:1] + sys.argv[2:])
