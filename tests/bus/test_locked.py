#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""While logind says that the session is locked, nothing on the screen has a name in it. logind is played
on a system bus of the test's own, and heard by the whole daemon."""
import json

from gi.repository import Gio

import world
from world import WorldTest, at, calendar, event

MONDAY = at('2026-11-23 10:00')
MINUTE = 60
HOUR = 60 * MINUTE


class LockedTest(WorldTest):
    def setUp(self):
        super().setUp()
        system = Gio.TestDBus.new(Gio.TestDBusFlags.NONE)
        system.up()
        self.addCleanup(system.down)
        self.world.env['DBUS_SYSTEM_BUS_ADDRESS'] = system.get_bus_address()
        self.logind = self.world.start_services('logind', address=system.get_bus_address())
        self.addCleanup(self.logind.end)
        self.world.write('ada.ics', calendar(event('ada@x', MONDAY, lines=['LOCATION:Room 4'])))

    def begin(self, reminders=''):
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com\n[reminders]\n%s'
                            % (self.world.calendars, reminders))
        self.world.start(MONDAY - HOUR)
        self.asked()

    def asked(self):
        """logind was asked for the session; of the answer no more than this can be heard."""
        self.assertEqual(json.loads(self.logind.line()), {'event': 'asked', 'session': 'auto'})

    def lock(self, word):
        self.logind.say('lock ' + word)
        self.asked()

    def notes_at(self, instant):
        self.world.set(instant)
        return self.world.notes()

    def is_private(self, note):
        text = note['summary'] + note['body']
        items = self.world.json('agenda', 'ada')['agendas'][0]['items']
        told = [word for word in ['Ada', 'Room 4', *(i['title'] for i in items)] if word in text]
        return not told and 'One-on-one' in note['summary']

    def changed(self, first, private):
        """It is shown again in its place, in words that fit."""
        again, = self.world.until(self.world.notes)
        self.assertEqual((again['replaces'], self.is_private(again)), (first['id'], private))

    def test_what_is_on_the_screen_loses_its_names_and_gets_them_back(self):
        self.begin()
        first, = self.notes_at(MONDAY - 30 * MINUTE)
        self.assertFalse(self.is_private(first))
        for word, private in (('yes', True), ('no', False), ('yes', True)):
            self.lock(word)
            self.changed(first, private)

    def test_what_comes_while_it_is_locked_has_no_names(self):
        self.begin()
        first, = self.notes_at(MONDAY - 30 * MINUTE)
        self.lock('yes')
        self.changed(first, True)
        start, = self.notes_at(MONDAY - 2 * MINUTE)
        self.assertEqual(start['hints']['category'], 'x-oned.start')
        self.assertTrue(self.is_private(start))
        self.lock('no')
        self.changed(start, False)

    def test_a_session_that_was_locked_before_oned_came(self):
        self.logind.say('lock yes')
        self.begin()
        first = self.world.until(lambda: self.notes_at(MONDAY - 30 * MINUTE))[-1]
        if not self.is_private(first):  # it was shown before logind had answered
            self.changed(first, True)
        self.lock('no')
        self.changed(first, False)

    def test_unlocked_it_is_as_private_as_it_is_set(self):
        self.begin('private=true\n')
        self.lock('yes')
        first, = self.notes_at(MONDAY - 30 * MINUTE)
        self.assertTrue(self.is_private(first))
        self.lock('no')
        self.assertEqual(self.notes_at(MONDAY - 29 * MINUTE), [])

    def test_another_configuration_does_not_unlock(self):
        self.begin()
        first, = self.notes_at(MONDAY - 30 * MINUTE)
        self.lock('yes')
        self.changed(first, True)
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com\n[reminders]\nstart=5 min\n'
                            % self.world.calendars)
        self.world.until(lambda: self.world.json('status')['reminder']['at'].startswith(
            '2026-11-23T09:55'))
        start, = self.notes_at(MONDAY - 5 * MINUTE)
        self.assertTrue(self.is_private(start))

    def test_several_on_one_notification_lose_their_names(self):
        self.world.write('ben.ics', calendar(event('ben@x', MONDAY, person='ben@example.com',
                                                   name='Ben Braun')))
        self.begin()
        first, = self.notes_at(MONDAY - 30 * MINUTE)
        self.assertIn('Ben Braun', first['body'])
        self.lock('yes')
        again, = self.world.until(self.world.notes)
        self.assertEqual(again['replaces'], first['id'])
        for word in ('Ada', 'Ben'):
            self.assertNotIn(word, again['summary'] + again['body'])
        self.lock('no')
        again, = self.world.until(self.world.notes)
        self.assertEqual((again['replaces'], again['body']), (first['id'], first['body']))

    def test_a_screen_saver_that_does_not_tell_logind_counts_too(self):
        self.begin()
        first, = self.notes_at(MONDAY - 30 * MINUTE)
        for name in ('kde', 'gnome', 'cinnamon', 'mate', 'xfce'):
            savers = self.world.start_services(name)
            for word, private in (('yes', True), ('no', False)):
                savers.say('cover ' + word)
                self.changed(first, private)
            savers.end()

    def test_one_that_is_up_already_is_asked(self):
        savers = self.world.start_services('kde')
        self.addCleanup(savers.end)
        savers.say('cover yes')
        self.begin()
        first = self.world.until(lambda: self.notes_at(MONDAY - 30 * MINUTE))[-1]
        if not self.is_private(first):  # it was shown before the answer
            self.changed(first, True)

    def test_one_that_goes_covers_nothing_any_more(self):
        savers = self.world.start_services('kde')
        self.begin()
        first, = self.notes_at(MONDAY - 30 * MINUTE)
        savers.say('cover yes')
        self.changed(first, True)
        savers.end()
        self.changed(first, False)


if __name__ == '__main__':
    world.main()
