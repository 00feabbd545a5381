#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Half a year of one-on-ones, lived through by nine kinds of users, and what oned said to each.

Every sentence that it says is held against what is true (life.py). The agendas, the questions and the
lines of the notifications are counted, and beside oned stand a fixed template (the first categories
of the catalogue, always) and dice, with as many categories each time.
"""
import datetime
import random
import re

import world
from life import Meeting, Person, check_coverage, check_note, check_promises, check_reason
from world import BERLIN, WorldTest, calendar, event

HOUR = 3600
FIRST = datetime.datetime(2026, 1, 5, 9, 0)
WEEKS = 26
APART = 5  # meetings in which a question does not come again
CONTENT = re.compile(r'• (You promised|You wanted|Done|.+ promised|[^:]+): .+')
HEAD = '# %-16s %5s %6s %6s %6s %8s %17s %6s %6s %9s'

SILENCE = 'prep=off\nstart=off\nnudge=off'
TABLE = []  # lives that were printed


class Life:
    """How a user lives: which share of the meetings is logged, and how much of each."""

    def __init__(self, name, people=1, weeks=1, minutes=30, role='manager', log=None, settings='', shown=True):
        self.name, self.weeks, self.minutes, self.role, self.log = name, weeks, minutes, role, log
        self.settings = settings
        self.shown = shown  # by reminders; else the user reads onectl
        self.people = [Person('Ada Lovelace' if people == 1 else 'Person %s' % 'ABCDEFGH'[i]) for i in range(people)]


def everything(number, covered, dice):
    return covered


def as_planned(number, covered, dice):
    return covered


def two_of_three_and_half(number, covered, dice):
    return None if number % 3 == 2 else set(dice.sample(sorted(covered), max(1, len(covered) // 2)))


def every_second(number, covered, dice):
    return covered if number % 2 == 0 else None


def nothing(number, covered, dice):
    return None


class Tally:
    def __init__(self):
        self.agendas = self.enough = self.sentences = self.lines = self.content = 0
        self.questions = self.again = self.same_day = 0
        self.told = 0  # notifications of promises
        self.wrong = []
        self.sets = {}  # person -> sets of subjects
        self.past = {'oned': 0, 'template': 0, 'dice': 0}

    def fewest_sets(self):
        """The least number of different sets of subjects in any six agendas in a row."""
        return min(len(set(sets[i:i + 6])) for sets in self.sets.values() for i in range(max(len(sets) - 5, 1)))


class LivesTest(WorldTest):
    def live(self, life):
        self.life, self.tally = life, Tally()
        self.dice = random.Random(life.name)
        self.due = set()  # days on which something is due that I promised
        self.rivals = {way: Person(way) for way in ('template', 'dice')}
        events = [event('u%d@x' % slot, self.start_of(0, slot), person=person.address, name=person.name,
                        minutes=life.minutes, rule='FREQ=WEEKLY;INTERVAL=%d' % life.weeks)
                  for slot, person in enumerate(life.people)]
        self.world.write('all.ics', calendar(*events))
        if life.settings:
            self.world.settings('[calendar]\nsources=%s\nme=me@example.com\n[reminders]\n%s\n'
                                % (self.world.calendars, life.settings))
        self.world.start(self.start_of(0, 0) - 24 * HOUR)
        core = {c['id']: c for c in self.world.json('categories', '--role', life.role)['categories']
                if c['rule'] == 'core' and c['enabled']}
        for person in [*life.people, *self.rivals.values()]:
            person.limits = core
        if life.role != 'manager':
            for person in life.people:
                self.world.onectl('person', person.address, '--role', life.role)
        for number in range(0, WEEKS // life.weeks):
            self.today = {}  # question -> person
            for slot, person in enumerate(life.people):
                self.meet(person, number, slot)
        return self.tally

    def start_of(self, number, slot):
        """Four people a day."""
        day = FIRST + datetime.timedelta(weeks=number * self.life.weeks, days=slot // 4, hours=slot % 4)
        return int(day.replace(tzinfo=BERLIN).timestamp())

    def meet(self, person, number, slot):
        start = self.start_of(number, slot)
        meeting = Meeting(start)
        if number % 5 == 1:
            self.world.onectl('add', person.address, 'the plan of week %d' % number)
        if number % 6 == 2:
            due = datetime.date.fromtimestamp(start + 9 * 24 * HOUR)
            self.world.onectl('act', person.address, 'send the figures of week %d' % number, '--due', due.isoformat())
            self.due.add(due)
        self.read_mornings(start - HOUR)
        self.world.set(start - HOUR)
        agenda = self.world.json('agenda', person.address)['agendas'][0]
        self.world.set(start - HOUR // 2)
        if self.life.shown:
            self.read_notification(start)
            agenda = self.world.json('agenda', person.address)['agendas'][0]
        self.read_agenda(person, meeting, agenda)
        self.look_at_limits(person, number)
        self.world.set(start + self.life.minutes * 60)
        self.talk(person, meeting, agenda, number)
        person.meetings.append(meeting)
        self.read_coverage(person)

    def read_mornings(self, until):
        """On the mornings before then, what is promised for the day is told, and no more."""
        for due in sorted(self.due):
            morning = int(datetime.datetime.combine(due, datetime.time(9), BERLIN).timestamp())
            if morning >= until:
                break
            self.due.remove(due)
            self.world.set(morning - 1)
            still = [(a['person'], a['text']) for a in self.world.json('actions')['actions'] if a['due'] == due.isoformat()]
            self.world.notes()
            self.world.set(morning)
            told = [n for n in self.world.notes() if n['hints']['x-dunst-stack-tag'].startswith('oned-promises')]
            self.tally.sentences += 1 + len(still)
            self.tally.told += len(told)
            if not check_promises(told, still):
                self.tally.wrong.append('promises of %s' % due)

    def read_notification(self, start):
        notes = [n for n in self.world.notes() if ' in 30 min' in n['summary']]
        self.assertEqual(len(notes), 1, notes)
        first, *lines = notes[0]['body'].split('\n')
        self.assertLessEqual(len(lines), 5, notes)
        self.assertLessEqual(len(first), 62, first)
        for line in lines:
            self.tally.lines += 1
            self.tally.content += bool(CONTENT.fullmatch(line))

    def read_agenda(self, person, meeting, agenda):
        items = agenda['items']
        meeting.agenda = [i['category'] for i in items]
        talks = [i for i in items if i['category'] not in ('review', 'update') or i['main']]
        self.tally.agendas += 1
        self.tally.enough += len(talks) >= (3 if self.life.minutes >= 45 else 2)
        self.assertEqual(sum(i['minutes'] for i in items), self.life.minutes)
        self.tally.sets.setdefault(person.name, []).append(frozenset(c for c in meeting.agenda if c in person.limits))
        for item in items:
            self.assertTrue(item['prompts'] or item['points'] or item['actions'], item)
            self.tally.sentences += len(item['reason'].split('; '))
            self.tally.wrong += check_reason(person, item, meeting.start)
            self.read_questions(person, meeting, item)
        if agenda['note']:
            self.tally.sentences += 1
            if not check_note(person, agenda['note'], meeting.start):
                self.tally.wrong.append(agenda['note'])

    def read_questions(self, person, meeting, item):
        if item['category'] not in person.limits:
            return
        asked = [p['id'] for p in item['prompts']]
        meeting.questions[item['category']] = asked
        recent = {q for m in person.before()[:APART] for q in m.questions.get(item['category'], ())}
        others = {p['id'] for p in person.limits[item['category']]['prompts']} - recent
        self.tally.again += len([q for q in asked if q in recent and others - set(asked)])
        for question in asked:
            self.tally.questions += 1
            self.tally.same_day += self.today.get((meeting.start // 86400, question), person.name) != person.name
            self.today[(meeting.start // 86400, question)] = person.name

    def look_at_limits(self, person, number):
        core = list(person.limits)
        count = max(1, len(self.tally.sets[person.name][-1]))
        self.tally.past['oned'] += any(person.is_past(c) for c in core)
        for way, rival in self.rivals.items():
            self.tally.past[way] += any(rival.is_past(c) for c in core)
            meeting = Meeting(0)
            meeting.covered = set(core[:count] if way == 'template' else self.dice.sample(core, count))
            rival.meetings.append(meeting)

    def talk(self, person, meeting, agenda, number):
        """Now and then a meeting does not take place; only some users say so."""
        if number % 9 == 7:
            meeting.skip_told = self.life.log is not nothing
            if meeting.skip_told:
                self.world.onectl('log', agenda['meeting']['id'], '--skipped')
            return
        meeting.took_place = True
        meeting.covered = set(meeting.agenda)
        meeting.told = self.life.log(number, meeting.covered, self.dice)
        if meeting.told is None:
            return
        words = ('--all',) if self.life.log is as_planned else ('--covered', ','.join(sorted(meeting.told)))
        self.world.onectl('log', agenda['meeting']['id'], *words)
        closed = [x['id'] for i in agenda['items'] for x in i['points'] + i['actions'] if x['state'] == 'open']
        if closed:
            self.world.onectl('done', *closed)

    def read_coverage(self, person):
        if len(person.meetings) % 5:
            return
        shown = self.world.json('coverage', person.address)['people'][0]
        held = person.before()
        self.assertEqual((shown['held'], shown['unknown']), (len(held), len([m for m in held if not m.told])))
        for row in shown['categories']:
            self.tally.sentences += 1
            if not check_coverage(person, row):
                self.tally.wrong.append('coverage of ' + row['category'])

    def judge(self, life, sets=None, past=None):
        tally = self.live(life)
        share = {way: 100 * count / tally.agendas for way, count in tally.past.items()}
        if not TABLE:
            TABLE.append(life.name)
            print(HEAD % ('life', 'met', 'enough', 'sets/6', 'again', 'same day', 'past max: oned,', 'templ.', 'dice',
                          'untrue'))
        print(HEAD % (life.name, tally.agendas, '%d%%' % (100 * tally.enough / tally.agendas), tally.fewest_sets(),
                      tally.again, '%d/%d' % (tally.same_day, tally.questions), '%.1f%%' % share['oned'],
                      '%.0f%%' % share['template'], '%.0f%%' % share['dice'], '%d/%d' % (len(tally.wrong), tally.sentences)), flush=True)
        self.assertEqual(tally.wrong, [])
        self.assertGreater(tally.sentences, 3 * tally.agendas)
        self.assertGreaterEqual(tally.enough, 0.95 * tally.agendas)
        self.assertEqual(tally.again, 0)
        # A category has five or six questions, of which each of the four of a day has heard some.
        self.assertLessEqual(tally.same_day, 0.05 * tally.questions)
        self.assertEqual(tally.content, tally.lines)
        if life.shown:
            self.assertGreater(tally.lines, 2 * tally.agendas)
        if sets:
            self.assertGreaterEqual(tally.fewest_sets(), sets)
        if past is not None:
            self.assertLessEqual(share['oned'], past)
            self.assertLess(share['oned'], share['template'])

    def test_the_diligent(self):
        self.judge(Life('diligent', log=everything), sets=4, past=0)

    def test_the_human(self):
        self.judge(Life('human', log=two_of_three_and_half), sets=4, past=3)

    def test_as_planned(self):
        self.judge(Life('as planned', log=as_planned), sets=4, past=0)

    def test_every_second_time(self):
        self.judge(Life('every second', log=every_second), sets=4, past=3)

    def test_the_silent(self):
        self.judge(Life('silent', log=nothing), sets=4)

    def test_monthly(self):
        self.judge(Life('monthly', weeks=4, log=everything))

    def test_an_hour(self):
        self.judge(Life('an hour', minutes=60, log=everything), sets=4, past=0)

    def test_a_manager_of_eight(self):
        self.judge(Life('eight reports', people=8, role='report', log=everything))

    def test_without_reminders(self):
        self.judge(Life('prep off', log=everything, settings=SILENCE, shown=False), sets=4, past=0)

    def test_without_reminders_and_silent(self):
        self.judge(Life('off and silent', log=nothing, settings=SILENCE, shown=False), sets=4)


if __name__ == '__main__':
    world.main()
