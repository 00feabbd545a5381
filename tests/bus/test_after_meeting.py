#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""After the meeting: one touch says that it went as planned, and what is said is answered."""
import world
from world import WorldTest, at, calendar, event

MONDAY = at('2026-11-23 10:00')
MINUTE = 60
HOUR = 3600
DAY = 24 * HOUR
WEEK = 7 * DAY


class AfterMeetingTest(WorldTest):
    def begin(self, *events, now=MONDAY - HOUR):
        self.world.write('ada.ics', calendar(*(events or (event('ada@x', MONDAY),))))
        self.world.start(now)

    def planned(self):
        """The categories of the agenda that is brought to the meeting, and the question at its end."""
        self.world.set(MONDAY - 30 * MINUTE)
        self.world.notes()
        items = self.world.json('agenda', 'ada')['agendas'][0]['items']
        self.world.set(MONDAY + 30 * MINUTE)
        question = self.world.notes()[-1]
        return [item['category'] for item in items], question

    def touched(self, who='ada'):
        rows = self.world.json('coverage', who)['people'][0]['categories']
        return {row['category'] for row in rows if row['history'] and row['history'][-1]['touched']}

    def core(self):
        return {row['category'] for row in self.world.json('coverage', 'ada')['people'][0]['categories']}

    def test_as_planned_logs_all_of_the_agenda(self):
        self.begin()
        self.world.onectl('add', 'ada', 'promotion timeline', '--category', 'growth')
        categories, question = self.planned()
        self.assertEqual([a for a in question['actions'][::2] if a != 'default'], ['as-planned', 'log', 'skipped'])
        self.assertIn('As planned', question['actions'])
        self.assertIn('growth', categories)
        self.world.press(question['id'], 'as-planned')
        self.world.until(self.touched)
        self.assertEqual(self.touched(), set(categories) & self.core())
        self.assertEqual(self.world.json('points')['points'], [])
        self.assertEqual(self.world.json('log', '--open')['meetings'], [])
        self.world.onectl('undo')
        self.assertEqual(self.touched(), set())
        self.assertEqual([p['text'] for p in self.world.json('points')['points']], ['promotion timeline'])

    def test_what_came_up_during_the_meeting_was_not_planned(self):
        self.begin()
        self.world.set(MONDAY - 30 * MINUTE)
        before = self.world.json('agenda', 'ada')['agendas'][0]
        self.world.set(MONDAY + MINUTE)
        self.world.onectl('act', 'ada', 'send the figures')
        self.world.onectl('add', 'ada', 'the budget', '--category', before['items'][-1]['category'])
        during = self.world.json('agenda', before['meeting']['id'])['agendas'][0]
        self.assertEqual([i['category'] for i in during['items']], [i['category'] for i in before['items']])
        self.world.set(MONDAY + HOUR)
        logged = self.world.json('log', 'ada', '--all')['meetings'][0]
        self.assertEqual(logged['touched'], [i['category'] for i in before['items']])
        self.assertEqual(logged['closed'], [])
        self.assertEqual(len(self.world.json('points')['points']), 1)

    def test_without_an_agenda_nothing_went_as_planned(self):
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com\n[reminders]\nprep=off\nstart=off\n'
                            % self.world.calendars)
        self.begin()
        self.world.set(MONDAY + 30 * MINUTE)
        self.assertNotIn('as-planned', self.world.notes()[-1]['actions'])

    def test_numbers_are_those_of_the_agenda(self):
        self.begin()
        self.world.set(MONDAY - 30 * MINUTE)
        items = [i['category'] for i in self.world.json('agenda', 'ada')['agendas'][0]['items']]
        self.world.set(MONDAY + HOUR)
        self.assertIn("no item 9", self.world.onectl('log', 'ada', '9', expect=3))
        self.assertEqual(self.touched(), set())
        logged = self.world.json('log', 'ada', '2,%d' % len(items))['meetings'][0]
        self.assertEqual(logged['touched'], [items[1], items[-1]])
        self.world.onectl('undo')
        logged = self.world.json('log', '1')['meetings'][0]
        self.assertEqual(logged['touched'], [items[0]])
        for words in (['ada', '0'], ['ada', '1', '--all'], ['ada', '1', '--skipped'], ['ada', '--all', '--skipped'],
                      ['ada', 'x'], ['1', '2'], ['--open', '--all'], ['ada', '--open'], ['ada', '1,']):
            with self.subTest(words=words):
                self.world.onectl('log', *words, expect=2)

    def test_it_answers_with_what_was_noted_what_is_open_and_what_comes_next(self):
        self.begin()
        self.world.onectl('add', 'ada', 'promotion timeline', '--category', 'growth')
        self.world.onectl('add', 'ada', 'the rota', '--category', 'challenges')
        self.world.onectl('act', 'ada', 'introduce me', '--theirs')
        self.world.set(MONDAY + HOUR)
        said = self.world.onectl('log', 'ada', '--covered', 'growth,review', '--note', 'All well')
        self.assertIn('covered growth, review; 1 note', said)
        self.assertIn('still open: p1 promotion timeline (onectl done p1)', said)
        self.assertIn('still open: a1 introduce me (onectl done a1)', said)
        self.assertNotIn('rota', said)
        self.assertIn('next time, Mon 30 Nov: ', said)
        logged = self.world.json('log', 'ada', '--covered', 'challenges')['meetings'][0]
        self.assertEqual(logged['state'], 'held')
        self.assertEqual(logged['touched'], ['growth', 'review', 'challenges'])
        self.assertEqual([p['id'] for p in logged['open_points']], ['p1', 'p2'])
        self.assertEqual([a['id'] for a in logged['open_actions']], ['a1'])
        self.assertEqual(logged['notes'], 1)
        self.assertTrue(logged['next'].startswith('2026-11-30T10:00:00'))
        self.assertTrue(logged['next_items'])

    def test_a_promise_of_theirs_is_nine_meetings_old_and_given_up_or_taken_over(self):
        self.begin()
        self.world.onectl('act', 'ada', 'ask HR', '--theirs')
        for week in range(9):
            self.world.set(MONDAY + week * WEEK + HOUR)
            said = self.world.onectl('log', 'ada', '--covered', 'review')
            self.assertEqual('onectl drop a1' in said, week == 8, (week, said))

    def test_two_at_one_hour_are_asked_about(self):
        self.begin(event('ada@x', MONDAY), event('omar@x', MONDAY, person='omar@example.com', name='Omar Said'))
        self.world.set(MONDAY + HOUR)
        said = self.world.onectl('log', '--covered', 'wins', expect=3)
        self.assertIn('Ada Lovelace', said)
        self.assertIn('Omar Said', said)
        self.assertEqual(len(self.world.json('log', '--open')['meetings']), 2)
        self.world.onectl('log', 'omar', '--covered', 'wins')
        self.assertEqual([m['person'] for m in self.world.json('log', '--open')['meetings']], ['Ada Lovelace'])
        self.assertEqual(self.world.json('log', '--covered', 'wins')['meetings'][0]['person'], 'Ada Lovelace')
        self.assertEqual(self.world.onectl('log', '--open'), '')

    def test_days_look_back_and_a_whole_day_is_skipped_at_once(self):
        self.begin(event('ada@x', MONDAY), event('omar@x', MONDAY + HOUR, person='omar@example.com', name='Omar Said'))
        self.world.set(MONDAY + 3 * DAY)
        said = self.world.onectl('log', 'mon', '--covered', 'wins', expect=3)
        self.assertIn('on 2026-11-23', said)
        gone = self.world.json('log', 'mon', '--skipped')['meetings']
        self.assertEqual([(m['person'], m['state']) for m in gone], [('Ada Lovelace', 'skipped'), ('Omar Said', 'skipped')])
        self.world.onectl('undo')
        states = [m['state'] for m in self.world.json('meetings', '--from', '2026-11-23', '--to', '2026-11-23')['meetings']]
        self.assertEqual(states, ['held', 'held'])
        self.world.onectl('log', '2026-11-30', '--skipped', expect=5)
        self.world.onectl('log', 'tue', '--skipped', expect=3)
        self.assertIn('on 2026-11-23', self.world.onectl('log', 'mon', '--skipped', '--note', 'ill', expect=3))

    def test_what_was_before_the_first_day_is_not_to_be_logged(self):
        self.begin(event('ada@x', at('2026-09-14 10:00')))
        self.world.set(MONDAY + HOUR)
        self.assertEqual([m['start'][:10] for m in self.world.json('log', '--open')['meetings']], ['2026-11-23'])

    def test_edited_and_handed_over_and_taken_back(self):
        self.begin()
        self.world.onectl('act', 'ada', 'send the draft', '--due', 'fri')
        self.world.onectl('add', 'ada', 'the rota', '--category', 'challenges')
        shown = lambda: {k: self.world.json('actions')['actions'][0][k] for k in ('text', 'due', 'owner')}
        for words, change in (
                (['--due', '2026-12-04'], {'due': '2026-12-04'}),
                (['--text', 'send both drafts', '--to', 'them'], {'text': 'send both drafts', 'owner': 'them'}),
                (['--due', 'none'], {'due': None})):
            before = shown()
            made = self.world.json('edit', 'a1', *words)['actions'][0]
            self.assertEqual(made['id'], 'a1')
            self.assertEqual(shown(), {**before, **change})
            self.world.onectl('undo')
            self.assertEqual(shown(), before)
        self.assertEqual(self.world.json('edit', 'p1', '--category', 'wins')['points'][0]['category'], 'wins')
        self.world.onectl('undo')
        self.assertEqual(self.world.json('points')['points'][0]['category'], 'challenges')
        for words, status in ((['a1'], 2), (['a9', '--due', 'fri'], 3), (['x1', '--due', 'fri'], 2), (['p1', '--due', 'fri'], 2),
                              (['p1', '--to', 'me'], 2), (['a1', '--category', 'wins'], 2), (['a1', '--to', 'bob'], 2),
                              (['a1', '--text', ' '], 2), (['p1', '--category', 'weather'], 2)):
            with self.subTest(words=words):
                self.world.onectl('edit', *words, expect=status)

    def test_actions_are_by_their_day(self):
        self.begin()
        for text, more in (('none', []), ('late', ['--due', '2026-12-24']), ('soon', ['--due', '2026-11-24']), ('too', [])):
            self.world.onectl('act', 'ada', text, *more)
        self.world.onectl('done', 'a3')
        order = lambda *more: [line.split()[0] for line in self.world.onectl('actions', *more).splitlines() if line[0] == 'a']
        self.assertEqual(order('--all'), ['a2', 'a1', 'a4', 'a3'])
        self.world.onectl('reopen', 'a3')
        self.assertEqual(order(), ['a3', 'a2', 'a1', 'a4'])
        self.assertEqual([a['id'] for a in self.world.json('actions')['actions']], ['a1', 'a2', 'a3', 'a4'])

    def test_a_point_that_comes_each_time_comes_each_time(self):
        self.begin()
        self.world.onectl('add', 'ada', 'the rota', '--category', 'challenges', '--every')
        self.world.onectl('add', 'ada', 'the move', '--category', 'challenges')
        self.assertIn('each time', self.world.onectl('points'))
        categories, question = self.planned()
        self.assertIn('challenges', categories)
        self.world.press(question['id'], 'as-planned')
        self.world.until(self.touched)
        self.assertEqual([p['text'] for p in self.world.json('points')['points']], ['the rota'])
        items = self.world.json('agenda', 'ada')['agendas'][0]['items']
        self.assertEqual([p['text'] for i in items for p in i['points']], ['the rota'])
        self.world.onectl('done', 'p1')
        self.assertEqual(self.world.json('points')['points'], [])

    def test_export_and_notes_look_back(self):
        self.begin()
        self.world.set(MONDAY + HOUR)
        self.world.onectl('log', 'ada', '--note', 'Monday it was')
        self.world.set(MONDAY + 2 * DAY)
        self.assertIn('Monday it was', self.world.onectl('export', 'ada', '--since', 'mon'))
        self.assertNotIn('Monday it was', self.world.onectl('export', 'ada', '--since', 'tue'))
        self.assertEqual(len(self.world.json('notes', '--since', 'mon')['notes']), 1)
        self.assertEqual(self.world.json('notes', 'ada', '--since', 'tue')['notes'], [])


if __name__ == '__main__':
    world.main()
