#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Feedback at once: what is asked of somebody today, at the next free quarter of an hour."""
import contextlib
import sqlite3

import world
from world import WorldTest, at, calendar, event

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR
NOON = at('2026-11-24 12:03')  # a Tuesday
QUARTER = at('2026-11-24 12:15')
MEETING = at('2026-11-26 10:00')
MORNING = at('2026-11-25 09:00')
CARL = 'ATTENDEE;CN=Carl;PARTSTAT=ACCEPTED:mailto:carl@example.com'


class Asks(WorldTest):
    def begin(self, reminders='', now=NOON, events=()):
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com\n[reminders]\n%s'
                            % (self.world.calendars, reminders))
        self.world.write('all.ics', calendar(
            event('ada@x', MEETING),
            event('omar@x', MEETING + HOUR, person='omar@example.com', name='Omar Said'), *events))
        self.world.start(now)

    def ask(self, who='ada', *words):
        return self.world.onectl('ask', who, *(words or ('how', 'was', 'my', 'talk?')))

    def told(self):
        return [n for n in self.world.notes() if n['hints']['x-dunst-stack-tag'].startswith('oned-ask')]

    def told_at(self, instant):
        self.world.set(instant)
        return self.told()

    def comes_at(self, instant):
        self.assertEqual(self.told_at(instant - 1), [])
        note, = self.told_at(instant)
        return note

    def states(self):
        path = 'file:%s/oned/oned.db?mode=ro' % self.world.env['XDG_DATA_HOME']
        with contextlib.closing(sqlite3.connect(path, uri=True)) as store:
            return [row[0] for row in store.execute('SELECT state FROM asking ORDER BY point')]

    def points(self, *more):
        return [(p['id'], p['state']) for p in self.world.json('points', *more)['points']]

    def gone(self, note):
        return {'event': 'close', 'id': note['id']} in self.world.events()


class AsksTest(Asks):
    def test_it_comes_at_the_next_quarter_once(self):
        self.begin()
        said = self.ask()
        self.assertEqual(said.split(), ['p1', 'how', 'was', 'my', 'talk?', 'Ada', 'Lovelace', '·', 'to', 'ask',
                                        'today', '12:15'])
        note = self.comes_at(QUARTER)
        self.assertEqual((note['summary'], note['body']), ('Ask Ada Lovelace', 'how was my talk?'))
        self.assertEqual([a for a in note['actions'][::2] if a != 'default'], ['asked', 'later'])
        self.assertEqual(self.told_at(QUARTER + HOUR), [])
        self.assertEqual(self.told_at(MORNING), [])

    def test_what_is_listed(self):
        self.begin()
        self.ask()
        point, = self.world.json('points')['points']
        self.assertEqual((point['ask'], point['ask_at']), (True, '2026-11-24T12:15:00+01:00'))
        self.world.onectl('add', 'omar', 'the plan')
        self.assertEqual([p['ask'] for p in self.world.json('points')['points']], [True, False])
        self.assertIn('To ask:', self.world.onectl('agenda'))
        self.assertNotIn('To ask:', self.world.onectl('agenda', 'ada'))
        self.told_at(QUARTER)
        point, other = self.world.json('points')['points']
        self.assertEqual((point['ask'], point['ask_at']), (True, None))
        self.world.onectl('done', 'p1')
        self.assertNotIn('To ask:', self.world.onectl('agenda'))

    def test_asked_closes_it_and_undo_asks_again(self):
        self.begin()
        self.ask()
        note = self.comes_at(QUARTER)
        self.world.press(note['id'], 'asked')
        self.world.until(lambda: self.points() == [])
        self.assertEqual(self.points('--all'), [('p1', 'done')])
        self.assertEqual(self.told_at(QUARTER + HOUR), [])
        self.world.onectl('undo')
        self.assertEqual(self.points(), [('p1', 'open')])
        self.assertEqual(len(self.world.until(self.told)), 1)

    def test_later_is_an_hour_later(self):
        self.begin()
        self.ask()
        note = self.comes_at(QUARTER)
        self.world.press(note['id'], 'later')
        self.world.until(lambda: self.states() == ['snoozed'])
        again = self.comes_at(QUARTER + HOUR)
        self.assertEqual(again['body'], 'how was my talk?')
        self.assertFalse(again['hints'].get('suppress-sound', False))

    def test_later_in_the_evening_is_the_next_morning(self):
        self.begin('quiet=18:00-08:00\n', now=at('2026-11-24 17:03'))
        self.ask()
        note = self.comes_at(at('2026-11-24 17:15'))
        self.world.press(note['id'], 'later')
        self.world.until(lambda: self.states() == ['snoozed'])
        self.comes_at(MORNING)

    def test_never_in_a_one_on_one(self):
        self.begin(events=[event('eve@x', QUARTER - 5 * MINUTE, 50, person='eve@example.com', name='Eve')])
        self.ask()
        self.comes_at(QUARTER + 45 * MINUTE)

    def test_never_in_another_meeting_that_i_accepted(self):
        self.begin(events=[event('team@x', QUARTER, 30, summary='Team', lines=[CARL])])
        self.ask()
        self.comes_at(QUARTER + 30 * MINUTE)

    def test_what_i_did_not_accept_takes_no_time(self):
        self.begin(events=[event('team@x', QUARTER, 30, summary='Team', lines=[CARL], mine='TENTATIVE')])
        self.ask()
        self.comes_at(QUARTER)

    def test_a_cancelled_one_takes_no_time(self):
        self.begin(events=[event('eve@x', QUARTER, 30, person='eve@example.com', name='Eve',
                                 lines=['STATUS:CANCELLED'])])
        self.ask()
        self.comes_at(QUARTER)

    def test_a_meeting_that_comes_in_between_puts_it_off(self):
        self.begin()
        self.ask()
        self.world.write('new.ics', calendar(event('eve@x', QUARTER, 30, person='eve@example.com', name='Eve')))
        self.world.until(lambda: self.world.json('points')['points'][0]['ask_at'] == '2026-11-24T12:45:00+01:00')
        self.comes_at(QUARTER + 30 * MINUTE)

    def test_never_in_quiet_hours(self):
        self.begin('quiet=12:10-14:00\n')
        self.ask()
        self.comes_at(at('2026-11-24 14:00'))

    def test_quiet_days_have_no_morning(self):
        self.begin('quiet=Sat;Sun\n', now=at('2026-11-27 23:50'))
        self.assertIn('to ask Mon 30 Nov 09:00', self.ask())
        self.comes_at(at('2026-11-30 09:00'))

    def test_the_morning_is_that_of_the_promises(self):
        self.begin('promises=07:30\n', now=at('2026-11-24 23:50'))
        self.assertIn('to ask tomorrow 07:30', self.ask())
        self.comes_at(at('2026-11-25 07:30'))

    def test_two_have_buttons_of_their_own(self):
        self.begin()
        self.ask('ada')
        self.ask('omar')
        ada, omar = self.told_at(QUARTER)
        self.world.press(omar['id'], 'asked')
        self.world.until(lambda: self.points() == [('p1', 'open')])
        self.world.press(ada['id'], 'asked')
        self.world.until(lambda: self.points() == [])

    def test_what_is_dropped_before_is_not_shown(self):
        self.begin()
        self.ask()
        self.world.onectl('drop', 'p1')
        self.assertEqual(self.told_at(QUARTER), [])

    def test_what_is_taken_back_is_not_shown(self):
        self.begin()
        self.ask()
        self.world.onectl('undo')
        self.assertEqual(self.points('--all'), [])
        self.assertEqual(self.told_at(QUARTER), [])

    def test_what_is_taken_back_while_it_is_shown_goes(self):
        self.begin()
        self.ask()
        note = self.comes_at(QUARTER)
        self.world.onectl('undo')
        self.world.until(lambda: self.gone(note))
        self.assertEqual(self.states(), [])

    def test_other_words_take_its_place(self):
        self.begin()
        self.ask()
        note = self.comes_at(QUARTER)
        self.world.onectl('edit', 'p1', '--text', 'how was my demo?')
        again, = self.world.until(self.told)
        self.assertEqual((again['replaces'], again['body']), (note['id'], 'how was my demo?'))

    def test_at_midnight_it_goes_and_waits_for_the_meeting(self):
        self.begin()
        self.ask()
        note = self.comes_at(QUARTER)
        midnight = at('2026-11-25 00:00')
        self.world.set(midnight - 1)
        self.assertFalse(self.gone(note))
        self.world.set(midnight)
        self.assertTrue(self.gone(note))
        self.assertEqual(self.told_at(MORNING), [])
        points = [p['id'] for a in self.world.json('agenda', 'ada')['agendas'] for i in a['items']
                  for p in i['points']]
        self.assertEqual(points, ['p1'])

    def test_once_over_restarts_and_kills(self):
        self.begin()
        self.ask()
        self.world.kill()
        self.world.start(NOON + MINUTE)
        note = self.comes_at(QUARTER)
        for end in (self.world.stop, self.world.kill):
            end()
            self.world.start(QUARTER + MINUTE)
            # Its buttons are to work: it is shown again in its place, without a sound.
            again, = self.world.until(self.told)
            self.assertEqual((again['replaces'], again['hints'].get('suppress-sound')), (note['id'], True))
        self.world.press(note['id'], 'asked')
        self.world.until(lambda: self.points() == [])

    def test_closed_while_oned_was_not_there_it_is_not_left(self):
        self.begin()
        self.ask()
        note = self.comes_at(QUARTER)
        self.world.stop()
        self.world.start(MORNING)
        self.assertTrue(self.gone(note))
        self.assertEqual(self.states(), ['superseded'])

    def test_a_dismissed_one_stays_away(self):
        self.begin()
        self.ask()
        note = self.comes_at(QUARTER)
        self.world.server.say('close %d 2' % note['id'])
        self.world.until(lambda: self.states() == ['dismissed'])
        self.world.stop()
        self.world.start(QUARTER + MINUTE)
        self.assertEqual(self.told_at(QUARTER + HOUR), [])
        self.assertEqual(self.points(), [('p1', 'open')])

    def test_slept_over_it_comes_on_waking_if_that_is_free(self):
        self.begin()
        self.ask()
        self.assertEqual(len(self.told_at(at('2026-11-24 16:02'))), 1)

    def test_a_server_that_ends_shows_it_again(self):
        self.begin()
        self.ask()
        self.comes_at(QUARTER)
        self.world.server.end()
        self.world.start_server()
        self.assertEqual([n['summary'] for n in self.world.until(self.told)], ['Ask Ada Lovelace'])

    def test_not_to_be_disturbed(self):
        self.world.server.end()
        self.world.start_server('--inhibited=yes')
        self.begin()
        self.ask()
        self.assertEqual(self.told_at(QUARTER), [])
        self.world.server.say('inhibit no')
        self.assertEqual(len(self.world.until(self.told)), 1)

    def test_a_clock_that_was_ahead_costs_nothing(self):
        self.begin(now=NOON + 9 * DAY)
        self.ask()
        wrong, = self.told_at(QUARTER + 9 * DAY)
        self.world.set(NOON)
        self.assertTrue(self.gone(wrong))
        self.assertEqual(len(self.told_at(NOON + MINUTE)), 1)

    def test_nothing_private_is_shown(self):
        self.begin('private=true\n')
        self.ask()
        note = self.comes_at(QUARTER)
        self.assertEqual((note['summary'], note['body']),
                         ('You wanted to ask somebody something', 'Names and subjects are hidden.'))
        self.assertEqual([a for a in note['actions'][::2] if a != 'default'], ['later'])

    def test_nothing_without_words(self):
        self.begin()
        self.world.onectl('ask', 'ada', expect=2)
        self.world.onectl('ask', 'nobody', 'how was it?', expect=3)
        self.assertEqual(self.points('--all'), [])


if __name__ == '__main__':
    world.main()
