#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""My promises, before they are late: on the morning of the day they are due, once, in one notification."""
import contextlib
import json
import sqlite3

from gi.repository import Gio

import world
from world import WorldTest, at, calendar, event

SUNDAY = at('2026-11-22 12:00')
TUESDAY = at('2026-11-24 09:00')
MEETING = at('2026-11-26 10:00')
MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR


class Promises(WorldTest):
    def begin(self, reminders='', now=SUNDAY):
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com\n[reminders]\n%s'
                            % (self.world.calendars, reminders))
        self.world.write('all.ics', calendar(
            event('ada@x', MEETING),
            event('omar@x', MEETING + HOUR, person='omar@example.com', name='Omar Said')))
        self.world.start(now)

    def promise(self, text='send the figures', who='ada', due='2026-11-24', *more):
        self.world.onectl('act', who, text, '--due', due, *more)

    def told(self):
        return [n for n in self.world.notes() if n['hints']['x-dunst-stack-tag'].startswith('oned-promises')]

    def told_at(self, instant):
        self.world.set(instant)
        return self.told()

    def buttons(self, note):
        return [a for a in note['actions'][::2] if a != 'default']

    def states(self):
        path = 'file:%s/oned/oned.db?mode=ro' % self.world.env['XDG_DATA_HOME']
        with contextlib.closing(sqlite3.connect(path, uri=True)) as store:
            return [row[0] for row in store.execute('SELECT state FROM morning')]

    def gone(self, note):
        return {'event': 'close', 'id': note['id']} in self.world.events()


class PromisesTest(Promises):
    def test_one_is_told_by_its_text_and_its_person_once(self):
        self.begin()
        self.promise()
        self.assertEqual(self.told_at(TUESDAY - 1), [])
        note, = self.told_at(TUESDAY)
        self.assertEqual(note['summary'], 'Promised to Ada Lovelace, due today')
        self.assertEqual(note['body'], 'send the figures')
        self.assertEqual(self.buttons(note), ['agenda', 'done'])
        self.assertEqual(self.told_at(TUESDAY + MINUTE), [])
        self.assertEqual(self.told_at(TUESDAY + DAY), [])

    def test_all_of_a_day_are_told_together_and_no_other(self):
        self.begin()
        self.promise('send the figures')
        self.promise('read the draft', 'omar')
        self.promise('a day early', due='2026-11-23')
        self.promise('a day late', due='2026-11-25')
        self.promise('theirs', 'ada', '2026-11-24', '--theirs')
        self.promise('no longer')
        self.world.onectl('drop', 'a6')
        self.assertEqual([n['body'] for n in self.told_at(TUESDAY - DAY)], ['a day early'])
        note, = self.told_at(TUESDAY)
        self.assertEqual(note['summary'], '2 promises are due today')
        self.assertEqual(note['body'], '• Ada Lovelace: send the figures\n• Omar Said: read the draft')
        self.assertEqual(self.buttons(note), ['agenda'])

    def test_done_keeps_the_promise_and_undo_takes_it_back(self):
        self.begin()
        self.promise()
        note, = self.told_at(TUESDAY)
        self.world.press(note['id'], 'done')
        self.world.until(lambda: self.world.json('actions')['actions'] == [])
        kept, = self.world.json('actions', '--all')['actions']
        self.assertEqual(kept['state'], 'done')
        self.world.onectl('undo')
        self.assertEqual(len(self.world.json('actions')['actions']), 1)
        self.assertEqual(self.told_at(TUESDAY + HOUR), [])

    def test_a_click_opens_the_page_of_the_next_one_on_one(self):
        services = self.world.start_services('portal')
        self.addCleanup(services.end)
        self.begin()
        self.promise('send the figures')
        self.promise('send the rest')
        self.promise('read the draft', 'omar')
        note, = self.told_at(TUESDAY)
        self.world.press(note['id'], 'default')
        opened = [json.loads(services.line())['target'] for _ in range(2)]
        self.assertIn('Ada', opened[0])
        self.assertIn('Omar', opened[1])
        self.assertEqual(self.told_at(TUESDAY + HOUR), [])

    def test_what_is_kept_before_is_not_told(self):
        self.begin()
        self.promise()
        self.world.onectl('done', 'a1')
        self.assertEqual(self.told_at(TUESDAY), [])

    def test_what_is_kept_while_it_is_told_goes(self):
        self.begin()
        self.promise('send the figures')
        self.promise('read the draft', 'omar')
        note, = self.told_at(TUESDAY)
        self.world.onectl('done', 'a2')
        again, = self.world.until(self.told)
        self.assertEqual((again['replaces'], again['summary']), (note['id'], 'Promised to Ada Lovelace, due today'))
        self.world.onectl('edit', 'a1', '--due', '2026-11-27')
        self.world.until(lambda: self.gone(note))

    def test_done_is_for_what_is_read_on_it(self):
        self.begin()
        self.promise('send the figures')
        self.promise('read the draft', 'omar')
        self.told_at(TUESDAY)
        self.world.onectl('done', 'a1')
        again, = self.world.until(self.told)
        self.world.press(again['id'], 'done')
        self.world.until(lambda: self.world.json('actions')['actions'] == [])
        self.assertEqual([a['state'] for a in self.world.json('actions', '--all')['actions']], ['done', 'done'])

    def test_at_midnight_it_is_not_due_today_any_more(self):
        self.begin()
        self.promise()
        note, = self.told_at(TUESDAY)
        self.world.set(TUESDAY + 15 * HOUR - 1)
        self.assertFalse(self.gone(note))
        self.world.set(TUESDAY + 15 * HOUR)
        self.assertTrue(self.gone(note))
        self.assertTrue(self.world.json('actions')['actions'][0]['overdue'])

    def test_what_is_promised_for_the_same_day_needs_no_telling(self):
        self.begin(now=TUESDAY + HOUR)
        self.promise()
        self.assertEqual(self.told_at(TUESDAY + 2 * HOUR), [])

    def test_slept_over_it_comes_on_waking_but_not_the_day_after(self):
        self.begin()
        self.promise()
        self.promise('read the draft', due='2026-11-25')
        self.assertEqual([n['body'] for n in self.told_at(TUESDAY + 10 * HOUR)], ['send the figures'])
        self.assertEqual([n['body'] for n in self.told_at(TUESDAY + 40 * HOUR)], [])

    def test_once_over_restarts_and_kills(self):
        self.begin()
        self.promise('send the figures')
        self.promise('read the draft', 'omar')
        note, = self.told_at(TUESDAY)
        for end in (self.world.stop, self.world.kill):
            end()
            self.world.start(TUESDAY + MINUTE)
            # Its buttons are to work: it is shown again in its place, without a sound.
            again, = self.told()
            self.assertEqual((again['replaces'], again['hints'].get('suppress-sound')), (note['id'], True))
        self.world.onectl('done', 'a1', 'a2')
        self.world.until(lambda: self.gone(note))
        self.world.stop()
        self.world.start(TUESDAY + HOUR)
        self.assertEqual(self.told(), [])

    def test_a_restart_on_another_day_takes_it_off(self):
        self.begin()
        self.promise()
        note, = self.told_at(TUESDAY)
        self.world.stop()
        self.world.start(TUESDAY + DAY)
        self.world.until(lambda: self.gone(note))

    def test_a_dismissed_one_stays_away(self):
        self.begin()
        self.promise()
        note, = self.told_at(TUESDAY)
        self.world.server.say('close %d 2' % note['id'])
        self.world.until(lambda: self.states() == ['dismissed'])
        self.world.stop()
        self.world.start(TUESDAY + MINUTE)
        self.assertEqual(self.told(), [])

    def test_a_clock_that_was_ahead_costs_nothing(self):
        self.begin()
        self.promise()
        wrong, = self.told_at(TUESDAY)
        self.world.set(SUNDAY)
        self.assertTrue(self.gone(wrong))
        note, = self.told_at(TUESDAY)
        self.assertEqual(note['body'], 'send the figures')

    def test_set_back_within_the_day_it_does_not_come_again(self):
        self.begin()
        self.promise()
        self.told_at(TUESDAY)
        self.assertEqual(self.told_at(TUESDAY - 3 * HOUR), [])
        self.assertEqual(self.told_at(TUESDAY + HOUR), [])

    def test_a_server_that_ends_shows_it_again(self):
        self.begin()
        self.promise()
        self.told_at(TUESDAY)
        self.world.server.end()
        self.world.start_server()
        note, = self.world.until(self.told)
        self.assertEqual(note['body'], 'send the figures')

    def test_without_a_server_it_waits_for_one(self):
        self.begin()
        self.promise()
        self.world.server.end()
        self.world.set(TUESDAY)
        self.world.start_server()
        self.assertEqual(len(self.world.until(self.told)), 1)

    def comes_at(self, words, instant):
        self.begin(words + '\n')
        self.promise()
        self.assertEqual(self.told_at(instant - 1), [])
        self.assertEqual(len(self.told_at(instant)), 1)

    def test_it_waits_for_the_end_of_quiet_hours(self):
        self.comes_at('quiet=22:00-10:30', TUESDAY + 90 * MINUTE)

    def test_what_is_due_on_quiet_days_is_told_before_them(self):
        self.begin('quiet=Sat;Sun\n')
        self.promise('send the figures', 'ada', '2026-11-27')
        self.promise('read the draft', 'omar', '2026-11-28')
        friday = TUESDAY + 3 * DAY
        self.assertEqual(self.told_at(friday - 1), [])
        note, = self.told_at(friday)
        self.assertEqual(note['summary'], '2 promises are due by Sat')
        self.assertEqual(note['body'], '• Ada Lovelace: send the figures\n• Omar Said: read the draft, due Sat')
        self.assertEqual(self.told_at(friday + DAY), [])
        self.assertEqual(self.told_at(friday + 2 * DAY), [])

    def test_its_time_is_in_oned_conf(self):
        self.comes_at('promises=07:15', TUESDAY - 105 * MINUTE)

    def test_off_is_off(self):
        self.begin('promises=off\n')
        self.promise()
        self.assertEqual(self.told_at(TUESDAY + HOUR), [])

    def test_not_to_be_disturbed(self):
        self.world.server.end()
        self.world.start_server('--inhibited=yes')
        self.begin()
        self.promise()
        self.assertEqual(self.told_at(TUESDAY), [])
        self.world.server.say('inhibit no')
        self.assertEqual(len(self.world.until(self.told)), 1)

    def test_nothing_private_is_shown(self):
        self.begin('private=true\n')
        self.promise()
        note, = self.told_at(TUESDAY)
        self.assertEqual((note['summary'], note['body']), ('1 promise is due today', 'Names and subjects are hidden.'))
        self.assertEqual(self.buttons(note), ['agenda'])


class LockedTest(Promises):
    def test_the_names_come_back_with_the_user(self):
        system = Gio.TestDBus.new(Gio.TestDBusFlags.NONE)
        system.up()
        self.addCleanup(system.down)
        self.world.env['DBUS_SYSTEM_BUS_ADDRESS'] = system.get_bus_address()
        logind = self.world.start_services('logind', address=system.get_bus_address())
        self.addCleanup(logind.end)
        self.begin()
        logind.line()
        logind.say('lock yes')
        logind.line()
        self.promise()
        note, = self.told_at(TUESDAY)
        self.assertEqual((note['summary'], self.buttons(note)), ('1 promise is due today', ['agenda']))
        logind.say('lock no')
        again, = self.world.until(self.told)
        self.assertEqual((again['replaces'], again['summary']), (note['id'], 'Promised to Ada Lovelace, due today'))


if __name__ == '__main__':
    world.main()
