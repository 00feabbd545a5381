#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Do not disturb, as each desktop says it: by a property of its notification server, by GSettings, or by
Xfce's settings. What is not shown then is not counted as shown, and comes afterwards."""
import os
import subprocess

import world
from world import WorldTest, at, calendar, event

MONDAY = at('2026-11-23 10:00')
MINUTE = 60
HOUR = 60 * MINUTE
TRIAL = 'oned-test'  # the tag of a notification of no meeting
GNOME = 'gnome-shell,GNOME,43.9'
CINNAMON = 'cinnamon,GNOME,5.6.8'
MATE = 'Notification Daemon,MATE,1.26.0'
XFCE = 'Xfce Notify Daemon,Xfce,0.7.3'
SWAYNC = 'SwayNotificationCenter,ErikReider,0.7.3'
SCHEMA = """<schemalist><schema id='%s' path='/%s/'><key name='%s' type='%s'><default>%s</default></key></schema>
</schemalist>"""


class QuietTest(WorldTest):
    def begin(self, about, *options):
        self.world.write('ada.ics', calendar(event('ada@x', MONDAY)))
        self.world.server.end()
        self.world.start_server('--about=' + about, *options)
        self.world.start(MONDAY - HOUR)
        self.sink_in()

    def install(self, schema, key, kind='b', default='false'):
        """A schema of GSettings, as its desktop brings it, with settings of the test's own."""
        folder = os.path.join(self.world.home, 'schemas')
        os.mkdir(folder)
        with open(os.path.join(folder, schema + '.gschema.xml'), 'w', encoding='utf-8') as file:
            file.write(SCHEMA % (schema, schema.replace('.', '/'), key, kind, default))
        subprocess.run(['glib-compile-schemas', folder], check=True)
        self.world.env.update(GSETTINGS_SCHEMA_DIR=folder, GSETTINGS_BACKEND='keyfile')
        self.setting = (schema, key)

    def choose(self, value):
        subprocess.run(['gsettings', 'set', *self.setting, value], env=self.world.env, check=True)

    def sink_in(self):
        """Both threads have heard what was told before."""
        for _ in range(2):
            self.world.call('TestNotification', '()')

    def notes(self):
        return [n for n in self.world.notes() if n['hints']['x-dunst-stack-tag'] != TRIAL]

    def held(self, instant):
        """It is due, and does not come."""
        self.world.set(instant)
        self.assertEqual(self.notes(), [])

    def is_held(self):
        status = self.world.json('status')['reminder']
        return status is None or status['stage'] != 'prep'

    def prep_waits_for(self, end):
        """At half past nine it is quiet."""
        self.world.set(MONDAY - 30 * MINUTE)
        self.world.until(self.is_held)
        self.assertEqual(self.notes(), [])
        end()
        shown = self.world.until(self.notes)
        self.assertEqual([n['hints']['category'] for n in shown], ['x-oned.prep'])

    def start_comes_without_a_name(self):
        self.world.set(MONDAY - 2 * MINUTE)
        shown, = self.world.until(self.notes)
        self.assertEqual(shown['hints']['category'], 'x-oned.start')
        self.assertNotIn('Ada', shown['summary'] + shown['body'])

    def test_swaync_says_it_by_a_property_and_a_signal(self):
        self.begin(SWAYNC, '--property=Dnd', '--inhibited=yes')
        self.prep_waits_for(lambda: self.world.server.say('inhibit no'))

    def test_gnome_says_it_by_its_banners(self):
        self.install('org.gnome.desktop.notifications', 'show-banners', default='true')
        self.choose('false')
        self.begin(GNOME)
        self.prep_waits_for(lambda: self.choose('true'))

    def test_gnome_shows_the_start_all_the_same(self):
        self.install('org.gnome.desktop.notifications', 'show-banners', default='true')
        self.choose('false')
        self.begin(GNOME)
        self.start_comes_without_a_name()

    def test_of_another_desktop_it_means_nothing(self):
        self.install('org.gnome.desktop.notifications', 'show-banners', default='true')
        self.choose('false')
        self.begin('dunst,knopwob,1.9.0')
        self.world.set(MONDAY - 30 * MINUTE)
        self.assertEqual(len(self.notes()), 1)

    def test_mate_swallows_the_start_too_and_it_comes_afterwards(self):
        self.install('org.mate.NotificationDaemon', 'do-not-disturb')
        self.choose('true')
        self.begin(MATE)
        self.held(MONDAY - 30 * MINUTE)
        self.held(MONDAY - 2 * MINUTE)
        self.choose('false')
        shown = self.world.until(self.notes)
        self.assertEqual([n['hints']['category'] for n in shown], ['x-oned.start'])

    def test_what_mate_shows_goes_when_it_begins_and_comes_again(self):
        self.install('org.mate.NotificationDaemon', 'do-not-disturb')
        self.begin(MATE)
        self.world.set(MONDAY - 30 * MINUTE)
        first, = self.notes()
        self.choose('true')
        events = self.world.until(self.world.events)
        self.assertIn({'event': 'close', 'id': first['id']}, events)
        self.held(MONDAY - 25 * MINUTE)
        self.choose('false')
        again, = self.world.until(self.notes)
        self.assertEqual(again['hints']['category'], 'x-oned.prep')

    def test_cinnamon_shows_nothing_either(self):
        self.install('org.cinnamon.desktop.notifications', 'display-notifications', default='true')
        self.choose('false')
        self.begin(CINNAMON)
        self.held(MONDAY - 2 * MINUTE)
        self.choose('true')
        self.world.until(self.notes)

    def shown_as_ever(self):
        self.begin(MATE)
        self.world.set(MONDAY - 30 * MINUTE)
        self.assertEqual(len(self.notes()), 1)
        self.assertEqual(self.world.json('status')['troubles'], [])

    def test_a_setting_of_another_kind_means_nothing(self):
        self.install('org.mate.NotificationDaemon', 'do-not-disturb', 's', '"yes"')
        self.shown_as_ever()

    def test_a_setting_that_is_not_there_means_nothing(self):
        self.install('org.mate.NotificationDaemon', 'do-disturb')
        self.shown_as_ever()

    def test_a_desktop_whose_settings_are_not_installed_is_not_asked(self):
        self.install('org.example.Other', 'do-not-disturb')
        self.shown_as_ever()

    def test_xfce_says_it_by_its_own_settings(self):
        services = self.world.start_services('xfconf')
        self.addCleanup(services.end)
        services.say('quiet yes')
        self.begin(XFCE)
        self.prep_waits_for(lambda: services.say('quiet no'))

    def test_what_xfce_forgets_is_not_set(self):
        services = self.world.start_services('xfconf')
        self.addCleanup(services.end)
        services.say('quiet yes')
        self.begin(XFCE)
        self.prep_waits_for(lambda: services.say('quiet unset'))


if __name__ == '__main__':
    world.main()
