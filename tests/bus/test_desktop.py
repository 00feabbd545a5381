#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""edge/desktop and edge/time/clock, with the desktop's services played by a script.

    test_desktop.py DRIVER FAKE-SERVICES
"""
import json
import os
import sys
import tempfile
import time
import unittest

from talk import BusTest, Talker

DRIVER, FAKE = '', ''
LINK = 'https://meet.example.org/abc?a=$HOME&b=%25'


class Services(Talker):
    def __init__(self, names, address):
        super().__init__([FAKE], address)
        assert self.next() == {'event': 'ready'}
        for name in names:
            self.say('own ' + name)
            assert self.next() == {'event': 'own'}

    def next(self):
        return json.loads(self.hear() or '{"event": "gone"}')


class DesktopTest(BusTest):
    def services(self, *names):
        return self.start(Services, names)

    def driver(self, **more):
        """With the test's bus for the system's: both are played here."""
        driver = self.start(Talker, [DRIVER], DBUS_SYSTEM_BUS_ADDRESS=self.address, **more)
        return driver

    def opened(self, services, driver, target):
        driver.say('open ' + target)
        record = services.next()
        self.hear(driver, 'opened .*')
        return record


class LaunchTest(DesktopTest):
    def setUp(self):
        super().setUp()
        self.folder = tempfile.TemporaryDirectory(prefix='one-desktop-')
        self.addCleanup(self.folder.cleanup)
        self.opener = os.path.join(self.folder.name, 'xdg-open')
        with open(self.opener, 'w', encoding='utf-8') as opener:
            opener.write('#!/bin/sh\n')
        os.chmod(self.opener, 0o700)
        self.page = os.path.join(self.folder.name, 'page.md')
        with open(self.page, 'w', encoding='utf-8') as page:
            page.write('# Ada\n')

    def test_the_portal_opens_a_link(self):
        services, driver = self.services('portal', 'systemd'), self.driver()
        record = self.opened(services, driver, LINK + ' token-7')
        self.assertEqual((record['method'], record['target']), ('OpenURI', LINK))
        self.assertEqual(record['options']['activation_token'], 'token-7')

    def test_the_portal_opens_a_page_to_be_written(self):
        services, driver = self.services('portal', 'systemd'), self.driver()
        record = self.opened(services, driver, self.page)
        self.assertEqual((record['method'], record['target']), ('OpenFile', self.page))
        self.assertIs(record['options']['writable'], True)
        self.assertNotIn('activation_token', record['options'])

    def test_an_answer_can_come_before_its_request_is_taken(self):
        services, driver = self.services('portal', 'systemd'), self.driver()
        services.say('mode early')
        self.assertEqual(self.opened(services, driver, LINK)['event'], 'portal')

    def test_the_users_no_is_no_failure(self):
        services, driver = self.services('portal', 'systemd'), self.driver()
        services.say('mode cancel')
        self.assertEqual(self.opened(services, driver, LINK)['event'], 'portal')

    def check_unit(self, unit, target):
        self.assertEqual(unit['event'], 'unit')
        self.assertEqual(unit['ExecStartEx'], [[self.opener, [self.opener, target],
                                                ['no-env-expand']]])
        self.assertEqual((unit['mode'], unit['KillMode']), ('fail', 'process'))
        self.assertIn('DISPLAY=:7', unit['Environment'])

    def test_systemd_opens_it_where_there_is_no_portal(self):
        services = self.services('systemd')
        driver = self.driver(PATH=self.folder.name, DISPLAY=':7')
        self.check_unit(self.opened(services, driver, LINK), LINK)
        self.check_unit(self.opened(services, driver, self.page), self.page)

    def test_systemd_opens_what_the_portal_does_not(self):
        for mode in ('refuse', 'other'):
            services = self.services('portal', 'systemd')
            driver = self.driver(PATH=self.folder.name, DISPLAY=':7')
            services.say('mode ' + mode)
            driver.say('open ' + LINK)
            self.assertEqual(services.next()['event'], 'portal')
            self.check_unit(services.next(), LINK)
            self.hear(driver, 'opened .*')
            services.end()
            driver.end()

    def test_systemd_opens_it_when_the_portal_goes_away(self):
        services = self.services('portal', 'systemd')
        driver = self.driver(PATH=self.folder.name, DISPLAY=':7')
        services.say('mode wait')
        driver.say('open ' + LINK)
        self.assertEqual(services.next()['event'], 'portal')
        services.say('drop portal')
        self.check_unit(services.next(), LINK)
        self.hear(driver, 'opened .*')

    def test_without_anybody_it_says_so(self):
        services, driver = self.services(), self.driver(PATH=self.folder.name)
        driver.say('open ' + LINK)
        self.hear(driver, "unopened .*: cannot open '.*': there is no desktop portal and no systemd .*")
        services.say('own systemd')
        self.assertEqual(services.next(), {'event': 'own'})
        services.say('systemd refuse')
        driver.say('open ' + LINK)
        self.assertEqual(services.next()['event'], 'unit')
        self.hear(driver, "unopened .*: cannot open '.*': no units today")

    def test_without_an_opener_it_says_so(self):
        self.services('systemd')
        driver = self.driver(PATH='/nonexistent')
        driver.say('open ' + LINK)
        self.hear(driver, "unopened .*: cannot open '.*': there is no desktop portal and no xdg-open")

    def test_what_is_no_link_and_no_page_is_refused_before_anybody_is_asked(self):
        services, driver = self.services('portal', 'systemd'), self.driver()
        for target in ('http://example.org/', 'file:///etc/passwd', '--help', 'page.md', '/dev/null',
                       self.folder.name, '/no/such/page.md', 'https://user@example.org/'):
            driver.say('open ' + target)
            self.hear(driver, 'unopened .*: it is no https link and no file')
        self.assertEqual(self.opened(services, driver, LINK)['target'], LINK)

    def test_the_main_loop_runs_while_the_portal_asks_the_user(self):
        services, driver = self.services('portal', 'systemd'), self.driver()
        services.say('mode wait')
        driver.say('open ' + LINK)
        self.assertEqual(services.next()['event'], 'portal')
        driver.say('ping one')
        self.hear(driver, 'pong one')
        driver.say('cancel')
        driver.say('quit')
        self.hear(driver, 'bye')


class SessionTest(DesktopTest):
    def test_locking_and_unlocking_are_told_once_each(self):
        services, driver = self.services('logind'), self.driver()
        self.assertEqual(services.next(), {'event': 'asked', 'session': 'auto'})
        for word, heard in (('yes', 'locked'), ('no', 'unlocked'), ('yes', 'locked')):
            services.say('lock ' + word)
            self.assertEqual(services.next()['event'], 'asked')
            self.hear(driver, heard)
            services.say('lock ' + word)
            self.assertEqual(services.next()['event'], 'asked')
        driver.say('ping nothing-twice')
        self.hear(driver, 'pong nothing-twice')

    def test_a_session_that_is_locked_at_first_is_told(self):
        services = self.services('logind')
        services.say('lock yes')
        driver = self.driver()
        self.hear(driver, 'locked')

    def test_without_logind_or_a_system_bus_it_is_not_locked(self):
        for address in (self.address, 'unix:path=/nonexistent'):
            driver = self.start(Talker, [DRIVER], DBUS_SYSTEM_BUS_ADDRESS=address)
            driver.say('ping alive')
            self.hear(driver, 'pong alive')
            driver.say('quit')
            self.hear(driver, 'bye')


class ClockTest(DesktopTest):
    def test_it_wakes_within_the_second_and_not_before(self):
        driver = self.driver()
        at = int(time.time()) + 1
        driver.say('wake 1')
        self.hear(driver, 'woken due')
        self.assertGreaterEqual(int(time.time()), at)

    def test_a_clock_that_was_set_is_told(self):
        """The kernel says so to all such timers, armed or not. Only root may set the clock, here to
        what it is; whoever may not proves that the kernel's word is looked for."""
        driver = self.driver()
        driver.say('wake 1000000')
        driver.say('ping armed')
        self.hear(driver, 'pong armed')
        try:
            time.clock_settime(time.CLOCK_REALTIME, time.time())
        except PermissionError:
            self.check_flags(driver)
            return
        self.hear(driver, 'woken changed')
        driver.say('wake 0')
        driver.say('ping disarmed')
        self.hear(driver, 'pong disarmed')
        time.clock_settime(time.CLOCK_REALTIME, time.time())
        self.hear(driver, 'woken changed')

    def check_flags(self, driver):
        """CLOCK_REALTIME (0), and the flags TFD_TIMER_ABSTIME (1) and TFD_TIMER_CANCEL_ON_SET (2)."""
        folder = '/proc/%d/fdinfo' % driver.child.pid
        timers = []
        for number in os.listdir(folder):
            with open(os.path.join(folder, number), encoding='utf-8') as info:
                lines = dict(line.split(':', 1) for line in info.read().splitlines() if ':' in line)
            if 'clockid' in lines:
                timers.append((int(lines['clockid']), int(lines['settime flags'], 8)))
        self.assertEqual(timers, [(0, 3)])


if __name__ == '__main__':
    DRIVER, FAKE = sys.argv[1:3]
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
