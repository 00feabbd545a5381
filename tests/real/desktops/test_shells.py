#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""oned on whole desktops: each step of a meeting by what was said on the bus, and with a picture. `fetch`
has brought them.

    test_shells.py ONED-AT ONED-READER ONECTL FOLDER gnome|plasma

With ONED_SHOTS set to a folder, pictures of the screens are left there."""
import datetime
import json
import os
import subprocess
import sys
import time
import unittest

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../bus'))
import world
from gi.repository import Gio, GLib
from talk import wait_for
from test_desktops import lying_over
from world import Child, World, at, calendar, event

FOLDER = ''
NOTIFICATIONS = 'org.freedesktop.Notifications'
FIRST = at('2026-09-07 10:00')
WEEK = datetime.timedelta(weeks=1)
JOIN = 'LOCATION:https://meet.google.com/abc-defg-hij'
CATALOGUE = '[wins]\ntitle=Wins & <b>losses</b>\n\n[challenges]\ntitle=Q&A <i>risks\n'


class Spy:
    """What is said on the bus about notifications."""

    def __init__(self, address, path):
        self.path = path
        with open(path, 'wb') as file:
            self.process = subprocess.Popen(['busctl', '--address=' + address, '--json=short', 'monitor'], stdout=file)

    def messages(self):
        with open(self.path, encoding='utf-8') as file:
            return [json.loads(line) for line in file.read().splitlines(True) if line.endswith('}\n')]

    def asked(self, owner):
        """The calls of Notify by that connection, each with the id that was answered."""
        messages = self.messages()
        answers = {(m['destination'], m['reply_cookie']): m['payload']['data'][0] for m in messages
                   if m['type'] == 'method_return' and m['payload'].get('type') == 'u'}
        return [{**dict(zip(('replaces', 'summary', 'body', 'actions', 'hints'),
                            [m['payload']['data'][i] for i in (1, 3, 4, 5, 6)])),
                 'id': answers.get((m['sender'], m['cookie']))} for m in messages
                if m.get('member') == 'Notify' and m['type'] == 'method_call' and m['sender'] == owner]

    def signals(self):
        return [(m['member'], m['payload']['data']) for m in self.messages()
                if m['type'] == 'signal' and m.get('interface') == NOTIFICATIONS]

    def end(self):
        self.process.kill()
        self.process.wait()


class Desktop(unittest.TestCase):
    """A world with a screen; the kinds of desktops say how theirs is brought up."""
    NAME = ''

    def setUp(self):
        self.children = []
        self.world = World(server=False)
        self.addCleanup(self.end)
        env = self.world.env
        reader, writer = os.pipe()
        self.screen = subprocess.Popen(['Xvfb', '-displayfd', str(writer), '-screen', '0', '1280x800x24', '-nolisten',
                                        'tcp', '+extension', 'GLX', '+extension', 'COMPOSITE'],
                                       pass_fds=[writer], stderr=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as numbers:
            self.around = {'DISPLAY': ':' + numbers.readline().strip(), 'LIBGL_ALWAYS_SOFTWARE': '1',
                           'GDK_BACKEND': 'x11', 'XDG_SESSION_TYPE': 'x11', 'NO_AT_BRIDGE': '1',
                           'XDG_CONFIG_DIRS': os.path.join(self.root(), 'etc/xdg')}
        env.update(GSETTINGS_SCHEMA_DIR=os.path.join(self.root(), 'usr/share/glib-2.0/schemas'),
                   GSETTINGS_BACKEND='keyfile')
        self.system = Gio.TestDBus.new(Gio.TestDBusFlags.NONE)
        self.system.up()
        self.around['DBUS_SYSTEM_BUS_ADDRESS'] = self.system.get_bus_address()
        self.children.append(subprocess.Popen(
            ['/usr/bin/python3', '-m', 'dbusmock', '--system', '--template', 'logind'], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**env, **self.around}))
        self.spy = Spy(env['DBUS_SESSION_BUS_ADDRESS'], self.world.home + '/spied')
        self.server = []
        self.begin()
        self.prepare()

    def has_server(self):
        return self.world.connection.call_sync('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'NameHasOwner',
                                               GLib.Variant('(s)', (NOTIFICATIONS,)), None, 0, -1, None).unpack()[0]

    def root(self):
        return os.path.join(FOLDER, self.NAME)

    def end(self):
        for child in reversed(self.children):
            child.kill()
            child.wait()
        self.world.stop()
        self.spy.end()
        self.screen.kill()
        self.screen.wait()
        self.system.down()
        self.world.end()

    def run_child(self, *command, **more):
        with open(self.world.home + '/' + os.path.basename(command[0]) + '.log', 'ab') as log:
            child = subprocess.Popen(lying_over(self.root(), *command), stdin=subprocess.DEVNULL,
                                     stdout=log, stderr=log,
                                     env={**self.world.env, **self.around, **more})
        self.children.append(child)
        return child

    def tool(self, *command):
        return subprocess.run(command, env={**self.world.env, **self.around}, stdout=subprocess.PIPE,
                              check=True).stdout

    def day(self, clock):
        return at('%s %s' % (self.monday, clock))

    def write(self, clock='', *lines):
        """The calendar, in which this week's meeting is another."""
        if clock:
            self.others.append(event('ada@x', self.day(clock), summary='Ada Lovelace / me', rule='', lines=[
                self.monday.strftime('RECURRENCE-ID;TZID=Europe/Berlin:%Y%m%dT100000'), JOIN, *lines]))
        series = event('ada@x', FIRST, summary='Ada Lovelace / me', lines=[JOIN])
        self.world.write('a.ics', calendar(series, *self.others))

    def prepare(self):
        """oned with an agenda of five."""
        self.monday = datetime.date(2026, 11, 23)
        self.others = []
        os.makedirs(self.world.env['XDG_CONFIG_HOME'] + '/oned/catalogue')
        with open(self.world.env['XDG_CONFIG_HOME'] + '/oned/catalogue/x.ini', 'w', encoding='utf-8') as file:
            file.write(CATALOGUE)
        self.write()
        self.start(self.day('08:00'))
        self.world.onectl('act', 'ada', 'send the draft & the <b>figures</b>', '--due', '2026-11-20')
        self.world.onectl('add', 'ada', 'the new on-call plan & who pays')

    def start(self, now):
        self.world.start(now)
        self.owner = self.world.connection.call_sync(
            'org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'GetNameOwner',
            GLib.Variant('(s)', ('org.oned.Oned1',)), None, 0, -1, None).unpack()[0]
        self.seen = 0

    # What came, and what is seen.
    def shot(self, name):
        if os.environ.get('ONED_SHOTS'):
            self.tool('import', '-window', 'root', '-quality', '10',
                      os.path.join(os.environ['ONED_SHOTS'], self.NAME + '-' + name + '.png'))

    def came(self, *summaries):
        """Since the last time, these and no others were shown; the last one."""
        def answered():
            calls = self.spy.asked(self.owner)[self.seen:]
            return len(calls) >= len(summaries) and all(call['id'] for call in calls) and calls
        calls = self.world.until(answered)
        self.assertEqual(len(calls), len(summaries), calls)
        for call, summary in zip(calls, summaries):
            self.assertRegex(call['summary'], summary)
        self.seen += len(calls)
        return calls[-1]

    def signal(self, member, number, *more):
        return self.world.until(lambda: [s for s in self.spy.signals()
                                         if s[0] == member and s[1][:1 + len(more)] == [number, *more]])

    # lint-allow: wait, because a screen tells nobody what is on it.
    def pause(self, seconds):
        """Nothing tells that a popup has gone."""
        time.sleep(seconds)

    def click(self, x, y):
        self.tool('xdotool', 'mousemove', str(x), str(y))
        self.pause(.3)
        self.tool('xdotool', 'click', '1')

    # Meetings, one a week, all in one life of the desktop.
    def next_week(self):
        self.monday += WEEK
        self.world.set(self.day('08:00'))
        self.seen = len(self.spy.asked(self.owner))

    def see(self, name, *summaries):
        call = self.came(*summaries)
        self.pause(1)
        self.shot(name)
        return call

    def prep(self, name='prep'):
        self.world.set(self.day('09:30'))
        return self.see(name, 'Ada Lovelace in 30 min')

    def whole(self):
        prep = self.prep('1-prep')
        self.assertIn('Wins &amp; &lt;b&gt;losses', prep['body'])
        self.assertEqual(prep['actions'][::2].count('snooze'), 1)
        self.press_snooze()
        self.shot('1-pressed')
        self.signal('ActionInvoked', prep['id'], 'snooze')
        self.world.set(self.day('09:50'))
        self.see('1-snoozed', 'Ada Lovelace in')
        self.world.set(self.day('09:58'))
        self.see('1-start', 'Ada Lovelace in 2 min')

    def asked_afterwards(self):
        self.world.set(self.day('10:30'))
        nudge = self.came('What did you cover')
        self.pause(1)
        self.shot('2-nudge')
        self.assertIn('skipped', nudge['actions'])

    def killed_and_moved(self):
        prep = self.prep('3-prep')
        self.world.kill()
        self.shot('3-killed')
        self.start(self.day('09:31'))
        again = self.see('3-started-again', 'Ada Lovelace in')
        self.assertEqual(again['replaces'], prep['id'])
        self.write('11:30')
        self.see('3-moved', '11:30')

    def cancelled(self):
        self.prep('4-prep')
        self.write('10:00', 'STATUS:CANCELLED')
        self.see('4-cancelled', 'Cancelled: ')

    def cancelled_after_the_popup(self):
        self.prep('5-prep')
        self.tool('xdotool', 'mousemove', '900', '650', 'sleep', '1', 'mousemove', '1000', '700')  # somebody is there
        self.pause(15)
        self.shot('5-prep-later')
        self.write('10:00', 'STATUS:CANCELLED')
        self.see('5-cancelled', 'Cancelled: ')

    def server_killed(self):
        self.prep('6-prep')
        self.end_server()
        self.begin()
        self.see('6-again', 'Ada Lovelace in')

    def do_not_disturb(self):
        self.quiet(True)
        for clock in ('09:30', '09:58', '10:30'):
            self.world.set(self.day(clock))
            self.pause(2)
            self.shot('7-quiet-' + clock)
        before = [call['summary'] for call in self.spy.asked(self.owner)[self.seen:]]
        self.quiet(False)
        self.pause(2)
        self.world.set(self.day('10:31'))
        self.shot('7-quiet-over')
        print('# in quiet:', before, 'with what came after it:',
              [call['summary'] for call in self.spy.asked(self.owner)[self.seen:]], flush=True)

    def test_meetings(self):
        for step in (self.whole, self.asked_afterwards, self.killed_and_moved, self.cancelled,
                     self.cancelled_after_the_popup, self.server_killed, self.do_not_disturb):
            with self.subTest(step.__name__):
                if step != self.whole and step != self.asked_afterwards:
                    self.next_week()
                step()
                print('# done:', step.__name__, time.strftime('%T'), self.spy.signals()[-3:], flush=True)


class GnomeTest(Desktop):
    NAME = 'gnome'

    def begin(self):
        self.around.update(XDG_CURRENT_DESKTOP='GNOME', GNOME_SHELL_SESSION_MODE='user')
        for schema, key, value in (('org.gnome.shell', 'welcome-dialog-last-shown-version', '99'),
                                   ('org.gnome.desktop.interface', 'enable-animations', 'false'),
                                   ('org.gnome.desktop.session', 'idle-delay', '0')):
            self.tool('gsettings', 'set', schema, key, value)
        self.server.append(self.run_child('gnome-shell', '--x11', '--sm-disable'))
        wait_for(self.has_begun, 'a shell')
        self.server.append(self.run_child('gjs', '/usr/share/gnome-shell/org.gnome.Shell.Notifications'))
        self.world.wait_name(NOTIFICATIONS)
        wait_for(self.has_painted, 'a picture')
        # Of itself it begins with the overview, says to root that it is root, and that nothing locks.
        for _ in range(6):
            self.pause(5)
            self.click(640, 75)
        self.tool('xdotool', 'key', 'Escape', 'mousemove', '1000', '700')
        self.pause(5)
        self.shot('begun')

    def has_painted(self):
        return len(self.tool('import', '-window', 'root', 'png:-')) > 2000

    def has_begun(self):
        """It is on the bus before it answers, and starts its helper only then."""
        try:
            return self.world.connection.call_sync('org.gnome.Shell', '/org/freedesktop/Notifications', NOTIFICATIONS,
                                                   'GetServerInformation', None, None, 0, -1, None).unpack()
        except GLib.Error:
            return None

    def end_server(self):
        while self.server:
            self.server[-1].kill()
            self.server.pop().wait()

    def press_snooze(self):
        self.tool('xdotool', 'mousemove', '640', '60')
        self.pause(2)
        self.shot('prep-hover')
        self.click(*self.SNOOZE)

    SNOOZE = (640, 222)

    def quiet(self, on):
        self.tool('gsettings', 'set', 'org.gnome.desktop.notifications', 'show-banners', 'false' if on else 'true')


class PlasmaTest(Desktop):
    NAME = 'plasma'

    def begin(self):
        self.around.update(XDG_CURRENT_DESKTOP='KDE', KDE_FULL_SESSION='true', KDE_SESSION_VERSION='5',
                           QT_QUICK_BACKEND='software', QT_QPA_PLATFORM='xcb', KWIN_COMPOSE='N')
        subprocess.run(lying_over(self.root(), 'kbuildsycoca5'), env={**self.world.env, **self.around}, check=False,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for command in ('kglobalaccel5', '/usr/lib/x86_64-linux-gnu/libexec/kactivitymanagerd', 'kwin_x11', 'kded5',
                        'plasmashell'):
            self.server.append(self.run_child(command))
            self.pause(2)
        wait_for(self.has_server, 'a server')
        self.pause(5)
        self.shot('begun')

    end_server = GnomeTest.end_server
    SNOOZE = (1164, 700)

    def press_snooze(self):
        self.click(*self.SNOOZE)

    def quiet(self, on):
        if on:
            self.cookie = self.world.connection.call_sync(
                NOTIFICATIONS, '/org/freedesktop/Notifications', NOTIFICATIONS, 'Inhibit',
                GLib.Variant('(ssa{sv})', ('test', 'a talk', {})), None, 0, -1, None).unpack()[0]
        else:
            self.world.connection.call_sync(NOTIFICATIONS, '/org/freedesktop/Notifications', NOTIFICATIONS, 'UnInhibit',
                                            GLib.Variant('(u)', (self.cookie,)), None, 0, -1, None)


del Desktop


if __name__ == '__main__':
    world.DEADLINE = 40
    FOLDER = os.path.realpath(sys.argv[4])
    sys.argv[4:] = ['', sys.argv[5].capitalize() + 'Test']
    world.main()
