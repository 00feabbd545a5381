#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""A share whose server is gone: what looks at it stays in the kernel, whoever it is. The loop goes
on, the other calendars are read, and reminders come, also of what is known of the share. How long
oned is patient with it does not matter here: it loses patience when it is told to."""
import os
import sys

import world
from world import WorldTest, at, calendar, event

MONDAY = at('2026-11-23 10:00')
MINUTE = 60
HOUR = 60 * MINUTE
READER_STEPS = 60  # in which patience with a reader is lost, at most
BEN = {'person': 'ben@example.com', 'name': 'Ben Braun'}
CY = {'person': 'cy@example.com', 'name': 'Cy Costa'}


class HungFilesTest(WorldTest):
    def setUp(self):
        super().setUp()
        self.share = self.world.home + '/share/calendars'
        os.makedirs(self.share)
        self.world.settings('[calendar]\nsources=%s;%s\nme=me@example.com\n'
                            % (self.share, self.world.calendars))
        self.world.write('ada.ics', calendar(event('ada@x', MONDAY)))
        self.world.write(self.share + '/ben.ics', calendar(event('ben@x', MONDAY + HOUR, **BEN)))
        self.real = {}
        self.addCleanup(world.PROGRAMS.update, self.real)
        self.gate = self.world.home + '/gate'
        self.wrap()

    def wrap(self, hung='-'):
        """oned is started by a program that makes a share hang when it is told to, or at once."""
        self.script('oned-at', 'exec %s %s' % (HANG, hung))

    def hold_reader(self):
        """Where the gate is, a reader waits in front of it."""
        self.script('reader', '[ -p %s ] && read -r x <%s\nexec' % (self.gate, self.gate))

    def script(self, name, before):
        """A program is started by a script."""
        path = self.world.home + '/' + name
        real = self.real.setdefault(name, world.PROGRAMS[name])
        with open(path, 'w', encoding='utf-8') as file:
            file.write('#!/bin/sh\n%s %s "$@"\n' % (before, os.path.abspath(real)))
        os.chmod(path, 0o700)
        world.PROGRAMS[name] = path

    def hang(self, path=''):
        """Nothing at or beneath the path answers any more."""
        self.tell('hang ' + (path or os.path.dirname(self.share)))

    def tell(self, text):
        self.world.daemon.say(text)
        self.await_line(text)

    def await_line(self, text):
        while self.world.daemon.line() != text:
            pass

    def begin(self):
        self.world.start(MONDAY - 2 * HOUR)
        self.world.until(lambda: len(self.people()) == 2)
        self.world.events()

    def people(self):
        return [p['name'] for p in self.world.json('people')['people']]

    def share_is_stale(self):
        return self.world.json('status')['sources'][0]['stale']

    def shown(self, *instants):
        for instant in instants:
            self.world.set(instant)
        return [n['summary'] for n in self.world.notes()]

    def comes(self, instant, person):
        """A reminder, while somebody waits for what hangs."""
        self.world.jump(instant)
        self.assertIn(person, self.world.until(self.world.notes, lambda: None)[0]['summary'])

    def test_a_share_that_hangs_takes_no_meeting_and_no_reminder_with_it(self):
        self.begin()
        self.hang()
        self.world.set(MONDAY - 3 * HOUR)  # a clock set back: all is compared
        self.await_line('held scan')
        self.world.lose_patience()
        self.world.until(self.share_is_stale)
        self.assertIn('does not answer', self.world.onectl('status'))
        self.assertEqual(['Ada' in s for s in self.shown(MONDAY - 30 * MINUTE)], [True])
        self.assertEqual(['Ben' in s for s in self.shown(MONDAY + 30 * MINUTE)], [True, False])
        self.tell('go on')
        self.world.until(lambda: not self.share_is_stale())
        self.assertEqual(self.world.json('status')['troubles'], [])

    def test_a_share_that_hangs_from_the_start_keeps_no_other_calendar_from_being_read(self):
        self.wrap(self.share)
        self.world.launch(MONDAY - 2 * HOUR)
        self.await_line('held scan')
        self.world.lose_patience()
        self.world.wait_name('org.oned.Oned1')
        self.world.until(lambda: self.people() == ['Ada Lovelace'])
        self.assertTrue(self.share_is_stale())
        self.assertEqual(len(self.shown(MONDAY - 30 * MINUTE)), 1)
        self.tell('go on')
        self.world.until(lambda: len(self.people()) == 2)

    def test_a_share_that_hangs_the_reader_keeps_no_other_calendar_from_being_read(self):
        self.hold_reader()
        self.begin()
        self.world.stop()
        self.world.write('cy.ics', calendar(event('cy@x', MONDAY, **CY)))
        self.world.write(self.share + '/ben.ics', calendar(event('ben@x', MONDAY + 2 * HOUR, **BEN)))
        os.mkfifo(self.gate)
        self.world.launch(MONDAY - 2 * HOUR)  # which has both read at once
        with open(self.gate, 'w', encoding='utf-8'):
            self.hang()
            os.unlink(self.gate)
        self.await_line('held oned-reader')
        self.world.lose_patience(READER_STEPS)
        self.world.until(lambda: 'Cy Costa' in self.people())
        self.assertEqual(len(self.shown(MONDAY - 30 * MINUTE)), 1)
        self.tell('go on')
        self.world.until(lambda: self.world.json('meetings')['meetings'])

    def test_a_file_that_hangs_right_after_it_was_written_keeps_nothing_else_waiting(self):
        self.begin()
        path = self.share + '/cy.ics'
        self.hang(path)
        self.world.write(path, calendar(event('cy@x', MONDAY, **CY)))
        self.await_line('held look')
        self.world.write('ada.ics', calendar(event('ada@x', MONDAY + MINUTE)))
        self.world.until(lambda: self.world.json('next')['next']['start'] == '2026-11-23T10:01:00+01:00')
        self.assertEqual(len(self.shown(MONDAY - 29 * MINUTE)), 1)
        self.tell('go on')
        self.world.until(lambda: 'Cy Costa' in self.people())

    def test_a_file_on_which_the_reader_hangs_is_given_up_and_not_touched_again(self):
        self.hold_reader()
        self.begin()
        path = self.share + '/cy.ics'
        os.mkfifo(self.gate)
        self.world.write(path, calendar(event('cy@x', MONDAY, **CY)))
        with open(self.gate, 'w', encoding='utf-8'):
            self.hang(path)
            os.unlink(self.gate)
        self.await_line('held oned-reader')
        self.comes(MONDAY - 30 * MINUTE, 'Ada')
        self.world.lose_patience(READER_STEPS)
        self.world.until(lambda: [t for t in self.world.json('status')['troubles'] if t['source'] == path])
        self.assertEqual(len(self.shown(MONDAY - 2 * MINUTE)), 1)


if __name__ == '__main__':
    HANG = os.path.abspath(sys.argv.pop(5))
    world.main()
