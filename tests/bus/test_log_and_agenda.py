#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The loop closes: what is said about one meeting changes the agenda of the next."""
import os

import world
from world import WorldTest, at, calendar, event

MONDAY = at('2026-11-23 10:00')
HOUR = 3600
WEEK = 7 * 24 * HOUR


class LogAndAgendaTest(WorldTest):
    def setUp(self):
        super().setUp()
        self.world.write('ada.ics', calendar(event('ada@x', MONDAY)))
        self.world.start(MONDAY - HOUR)

    def agenda(self, *more):
        return self.world.json('agenda', 'ada', *more)['agendas'][0]

    def categories(self):
        return [item['category'] for item in self.agenda()['items']]

    def test_what_was_covered_is_not_on_the_next_agenda_before_what_was_not(self):
        self.world.set(MONDAY + HOUR)
        self.world.onectl('log', 'ada', '--covered', 'wins,growth')
        first = [c for c in self.categories() if c in ('wins', 'growth', 'challenges', 'flip')]
        self.assertLess(first.index('challenges'), first.index('wins') if 'wins' in first else 9)
        self.assertLess(first.index('flip'), first.index('growth') if 'growth' in first else 9)
        rows = self.world.json('coverage', 'ada')['people'][0]['categories']
        state = {row['category']: row for row in rows}
        self.assertEqual(state['wins']['meetings_since'], 1)
        self.assertIsNotNone(state['wins']['last_touched'])
        self.assertIsNone(state['flip']['last_touched'])

    def test_a_promise_comes_first_and_is_reported_once_when_it_is_kept(self):
        made = self.world.json('act', 'ada', 'Send the draft', '--due', 'fri')['actions'][0]
        self.assertEqual(made['due'], '2026-11-27')
        first = self.agenda()['items'][0]
        self.assertEqual(first['category'], 'review')
        self.assertEqual([a['text'] for a in first['actions']], ['Send the draft'])
        self.world.set(MONDAY + HOUR)
        self.world.onectl('log', 'ada', '--covered', 'wins')
        self.world.onectl('done', made['id'])
        review = self.agenda()['items'][0]
        self.assertEqual([(a['id'], a['state']) for a in review['actions']], [(made['id'], 'done')])
        self.world.set(MONDAY + WEEK + HOUR)
        self.assertNotIn('review', self.categories())

    def test_done_is_all_or_nothing_and_idempotent(self):
        self.world.onectl('act', 'ada', 'One')
        self.world.onectl('act', 'ada', 'Two')
        said = self.world.onectl('done', 'a1', 'a99', expect=3)
        self.assertIn('a99', said)
        self.assertEqual([a['state'] for a in self.world.json('actions')['actions']], ['open'] * 2)
        self.world.onectl('done', 'a1')
        self.world.onectl('done', 'a1')
        self.assertEqual([a['id'] for a in self.world.json('actions')['actions']], ['a2'])
        self.world.onectl('reopen', 'a1')
        self.assertEqual(len(self.world.json('actions')['actions']), 2)

    def test_ids_are_never_given_twice(self):
        self.world.onectl('act', 'ada', 'One')
        self.world.onectl('drop', 'a1')
        self.world.stop()
        self.world.start(MONDAY - HOUR)
        self.assertEqual(self.world.json('act', 'ada', 'Two')['actions'][0]['id'], 'a2')

    def test_stdin_is_left_alone_unless_asked_for(self):
        self.world.onectl('act', 'ada', 'Not from stdin', given='stolen\n')
        self.world.onectl('act', 'ada', '-', given='From stdin\n')
        self.assertEqual([a['text'] for a in self.world.json('actions')['actions']],
                         ['Not from stdin', 'From stdin'])

    def test_a_point_waits_for_its_day(self):
        self.world.onectl('add', 'ada', 'The office move', '--category', 'challenges',
                          '--on', '2026-11-30')
        shown = [p['text'] for i in self.agenda()['items'] for p in i['points']]
        self.assertEqual(shown, [])
        self.world.set(MONDAY + HOUR)
        self.world.set(at('2026-11-30 08:00'))
        items = {i['category']: i for i in self.agenda()['items']}
        self.assertEqual([p['text'] for p in items['challenges']['points']], ['The office move'])

    def test_somebody_known_by_name_only_can_be_given_another_name(self):
        alone = '\r\n'.join(line for line in event('tom@x', MONDAY, summary='1:1 Tom').split('\r\n')
                            if not line.startswith(('ATT', 'ORG')))
        self.world.write('tom.ics', calendar(alone))
        self.world.until(lambda: len(self.world.json('people')['people']) == 2)
        self.world.onectl('person', 'tom', '--name', 'Thomas Okafor', '--role', 'mentor')
        self.world.set(MONDAY + HOUR)
        people = {p['name']: p for p in self.world.json('people')['people']}
        self.assertEqual(sorted(people), ['Ada Lovelace', 'Thomas Okafor'])
        self.assertEqual((people['Thomas Okafor']['held'], people['Thomas Okafor']['addresses'],
                          people['Thomas Okafor']['role']), (1, [], 'mentor'))

    def test_the_update_is_two_minutes_unless_it_is_the_main_subject(self):
        update = {i['category']: i for i in self.agenda()['items']}['update']
        self.assertEqual((update['minutes'], update['main']), (2, False))
        self.world.onectl('add', 'ada', '--main', 'update')
        update = {i['category']: i for i in self.agenda()['items']}['update']
        self.assertGreater(update['minutes'], 10)
        self.assertTrue(update['main'])
        self.world.onectl('add', 'ada', expect=2)
        self.world.onectl('add', 'ada', 'x', '--main', 'wins', '--category', 'wins', expect=2)

    def test_an_agenda_is_prepared_also_where_nothing_can_show_it(self):
        self.world.server.end()
        self.world.set(MONDAY - HOUR // 2)
        self.world.set(MONDAY + HOUR)
        rows = self.world.json('coverage', 'ada')['people'][0]['categories']
        self.assertTrue(any(cell['proposed'] for row in rows for cell in row['history']))

    def test_an_unlogged_meeting_was_held_and_a_skipped_one_was_not(self):
        self.world.set(MONDAY + HOUR)
        self.assertEqual(self.world.json('people')['people'][0]['held'], 1)
        self.world.onectl('log', 'ada', '--skipped')
        self.assertEqual(self.world.json('people')['people'][0]['held'], 0)
        states = [m['state'] for m in self.world.json('meetings', '--from', '2026-11-23',
                                                      '--to', '2026-11-24', '--all')['meetings']]
        self.assertEqual(states, ['skipped'])

    def test_a_meeting_that_has_not_begun_cannot_be_logged(self):
        number = self.agenda()['meeting']['id']
        self.assertIn('not begun', self.world.onectl('log', number, '--covered', 'wins', expect=5))

    def test_a_meeting_without_a_calendar_is_logged(self):
        self.world.stop()
        self.world.remove('ada.ics')
        self.world.write('ben.ics', calendar(event('ben@x', MONDAY + WEEK, person='ben@example.com',
                                                   name='Ben Braun')))
        self.world.start(MONDAY)
        self.world.onectl('log', 'ben', '--covered', 'wins', '--note', 'We met in the kitchen')
        ben = [p for p in self.world.json('people')['people'] if p['name'] == 'Ben Braun'][0]
        self.assertEqual(ben['held'], 1)

    def test_mistakes_are_one_sentence_each_with_their_exit_code(self):
        self.world.onectl('act', 'ada', 'x')
        for arguments, status, words in (
                (('agenda', 'zoe'), 3, "'zoe'"),
                (('done', 'a7'), 3, "'a7'"),
                (('done', 'x7'), 2, "'x7'"),
                (('act', 'ada', 'x', '--due', 'someday'), 2, "'someday'"),
                (('log', 'ada', '--covered', 'weather'), 2, "'weather'"),
                (('person', 'ada', '--role', 'boss'), 2, "'boss'"),
                (('frobnicate',), 2, "'frobnicate'")):
            with self.subTest(arguments=arguments):
                said = self.world.onectl(*arguments, expect=status)
                self.assertIn(words, said)
                self.assertLessEqual(said.count('\n'), 2, said)

    def test_an_ambiguous_name_lists_whom_it_could_mean(self):
        self.world.write('adam.ics', calendar(event('adam@x', MONDAY + HOUR, person='adam@example.com',
                                                    name='Adam Smith')))
        self.world.until(lambda: len(self.world.json('people')['people']) == 2)
        said = self.world.onectl('agenda', 'ad', expect=3)
        self.assertIn('Ada Lovelace', said)
        self.assertIn('Adam Smith', said)

    def test_a_configuration_with_a_mistake_is_named_and_the_last_good_one_stays(self):
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com\ncolour=red\n'
                            % self.world.calendars)
        troubles = self.world.until(lambda: self.world.json('status')['troubles'])
        self.assertIn('colour', troubles[0]['what'])
        self.assertEqual(troubles[0]['line'], 4)
        self.assertTrue(self.agenda()['items'])

    def test_everything_said_is_there_after_a_restart(self):
        self.world.onectl('add', 'ada', 'Salary')
        self.world.onectl('person', 'ada', '--role', 'mentor')
        self.world.kill()
        self.world.start(MONDAY - HOUR)
        self.assertEqual(self.world.json('points')['points'][0]['text'], 'Salary')
        self.assertEqual(self.world.json('people')['people'][0]['role'], 'mentor')

    def test_the_second_daemon_says_so_and_ends(self):
        second = world.Child([world.PROGRAMS['oned-at'], '--now=2026-11-23T09:00:00+01:00',
                              '--data=' + self.world.home + '/other'], self.world.env)
        self.assertIsNone(second.line())
        self.assertEqual(second.process.wait(world.DEADLINE), 1)
        second.end()
        self.world.env['DBUS_SESSION_BUS_ADDRESS'] = 'unix:path=/nonexistent'
        third = world.Child([world.PROGRAMS['oned-at'], '--now=2026-11-23T09:00:00+01:00'],
                            self.world.env)
        self.assertEqual(third.process.wait(world.DEADLINE), 1)
        third.end()

    def test_the_data_is_for_the_user_alone(self):
        folder = self.world.env['XDG_DATA_HOME'] + '/oned'
        self.assertEqual(os.stat(folder).st_mode & 0o777, 0o700)
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            mode = 0o700 if os.path.isdir(path) else 0o600
            self.assertEqual(os.stat(path).st_mode & 0o777, mode, name)


if __name__ == '__main__':
    world.main()
