#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The promise, over random lives of a few calendars, through the real bus, reader and store:

    For every one-on-one that is still going to happen every stage is shown exactly once, as soon as
    it is due and a server is there; and never for one that is not.

The model below knows sentences like that one, people and starts; it knows nothing of rows, UIDs or
plans. A script is its seed: --seed N plays one again, --runs N as many from there on, --verbose says
what happens in it.
"""
import argparse
import contextlib
import datetime
import json
import os
import random
import re
import shutil
import sqlite3
import sys
import zoneinfo

from gi.repository import GLib

import world
from world import BERLIN, World, calendar, event, stamp

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR
LEADS = {'ahead': DAY, 'prep': 30 * MINUTE, 'start': 2 * MINUTE}
ORDER = ['prep', 'start', 'nudge']  # and 'ahead', another prep, before them in some scripts
PEOPLE = {'Ada Lovelace': 'ada@example.com', 'Ben Braun': 'ben@example.com',
          'Cy Young': 'cy@example.com'}
ZONES = ['Europe/Berlin', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Chatham', 'UTC']
BEGIN = datetime.datetime(2026, 11, 23, 8, 0)


def epoch(local):
    return int(local.replace(tzinfo=BERLIN).timestamp())


class Meeting:
    """One happening. It is known by the person and the slot that it was first planned in, so that
    it stays the same whatever becomes of its UID."""

    def __init__(self, name, slot, minutes):
        self.name, self.slot, self.start, self.minutes = name, slot, slot, minutes
        self.title = 'Talk'
        self.cancelled = self.deleted = self.logged = self.changed = False

    @property
    def end(self):
        return self.start + self.minutes * MINUTE

    @property
    def living(self):
        return not self.cancelled and not self.deleted

    def key(self):
        return self.name, self.start

    def lead(self, stage):
        return self.end if stage == 'nudge' else self.start - LEADS[stage]

    def over(self, stage):
        return self.end + DAY if stage == 'nudge' else self.end

    def __repr__(self):
        return '%s %s' % (self.name, datetime.datetime.fromtimestamp(self.start, BERLIN))


class Series:
    """A weekly one-on-one; meetings are made when time comes near them."""

    def __init__(self, uid, name, first, minutes):
        self.uid, self.name, self.first, self.minutes = uid, name, first, minutes
        self.meetings = {}  # number -> Meeting
        self.until = None  # number of the first that is no more
        self.sequence = 0

    def slot(self, number):
        return epoch(self.first + datetime.timedelta(weeks=number))

    def near(self, now):
        middle = (now - self.slot(0)) // (7 * DAY)
        for number in range(max(0, middle - 2), middle + 4):
            if self.until is None or number < self.until:
                if number not in self.meetings:
                    self.meetings[number] = Meeting(self.name, self.slot(number), self.minutes)
                yield number, self.meetings[number]

    def text(self):
        rule = 'FREQ=WEEKLY'
        lines = ['SEQUENCE:%d' % self.sequence]
        out = []
        if self.until is not None:
            rule += ';UNTIL=' + stamp(self.slot(self.until) - 1, datetime.timezone.utc) + 'Z'
        for number, meeting in sorted(self.meetings.items()):
            if self.until is not None and number >= self.until:
                continue
            if meeting.deleted:
                lines.append('EXDATE;TZID=Europe/Berlin:' + stamp(meeting.slot))
            elif meeting.changed or meeting.cancelled:
                out.append(self.override(meeting))
        master = event(self.uid, self.slot(0), self.minutes, PEOPLE[self.name], self.name, 'Talk',
                       lines, rule=rule)
        return ''.join([master] + out)

    def override(self, meeting):
        lines = ['RECURRENCE-ID;TZID=Europe/Berlin:' + stamp(meeting.slot),
                 'SEQUENCE:%d' % self.sequence]
        if meeting.cancelled:
            lines.append('STATUS:CANCELLED')
        return event(self.uid, meeting.start, meeting.minutes, PEOPLE[meeting.name], meeting.name,
                     meeting.title, lines, rule='')


class Script:
    def __init__(self, seed, verbose):
        self.random = random.Random(seed)
        self.verbose = verbose
        self.world = World(server=False)
        self.remind(seed % 3 == 0)
        self.world.start_server()
        self.now = epoch(BEGIN)
        self.since = self.now
        self.zone = 'Europe/Berlin'
        self.series = []
        self.shown = {}  # (name, start, stage) -> when
        self.nudged = {}  # (name, slot) -> when
        self.snoozed = {}  # (name, start) -> until
        self.again = set()  # (name, start, stage) that may come once more
        self.screen = {}  # id -> set of (name, start, stage)
        self.owners = {}  # (name, start, stage) -> Meeting
        self.came = {}  # (name, start, stage) -> when it was last put on the screen
        self.buttons = {}  # id -> action keys
        self.taken = []  # ids that were replaced
        self.told = set()  # ids that only say that a meeting was called off
        self.adopted = set()  # ids that a new oned may show again in their place
        self.version = 0
        self.files = ['work.ics', 'private.ics']
        self.log = []

    def remind(self, ahead):
        ORDER[:] = ['ahead'] * ahead + ORDER[-3:]
        if ahead:
            self.world.settings('[calendar]\nsources=%s\nme=me@example.com\n'
                                '[reminders]\nprep=1 day;30 min\n' % self.world.calendars)

    def say(self, *words):
        self.log.append(' '.join(str(w) for w in words))
        if self.verbose:
            print('#', datetime.datetime.fromtimestamp(self.now, BERLIN), *words, flush=True)

    # What the world knows.
    def meetings(self):
        for series in self.series:
            for _, meeting in series.near(self.now):
                yield meeting

    def living(self):
        return [m for m in self.meetings() if m.living]

    def called(self, stage, meeting):
        """Whether it was shown, or is not to be shown any more."""
        name, start = meeting.key()
        if stage == 'nudge' and (meeting.logged or self.nudged.get((name, meeting.slot), 0)
                                 >= meeting.end):
            return True
        point = meeting.end if stage == 'nudge' else start
        if point <= self.since <= self.now and (name, start, stage) not in self.again:
            return True
        if self.snoozed.get(name, 0) > self.now and stage != 'nudge':
            return True
        return any((name, start, s) in self.shown for s in ORDER[ORDER.index(stage):])

    def due(self, meeting):
        """The stage to be shown now: of those that are due, the last one."""
        stages = [s for s in ORDER if meeting.lead(s) <= self.now < meeting.over(s)]
        return stages[-1] if stages else None

    def missed(self):
        return [(m, self.due(m)) for m in self.living()
                if self.due(m) and not self.called(self.due(m), m)]

    # What oned shows.
    def local(self, start):
        return datetime.datetime.fromtimestamp(start, zoneinfo.ZoneInfo(self.zone)).strftime('%H:%M')

    def find(self, name, clock, stage):
        """The meeting that a reminder means, from what a user can read in it."""
        found = [m for m in self.meetings() if m.name == name and self.local(m.start) == clock]
        assert found, 'a reminder of nothing: %s %s' % (name, clock)
        wanted = [m for m in found if (m, self.due(m)) in self.missed()]
        return min(wanted or found, key=lambda m: (not m.living, abs(m.lead(stage) - self.now)))

    def read(self, note):
        """(meeting, stage) of each that the notification speaks of."""
        stage = note['hints']['category'][len('x-oned.'):]
        lines = note['body'].split('\n')
        names = '|'.join(PEOPLE)
        if re.match(r'(\d+ one-on-ones?: |What did you cover in)', note['summary']):
            out = []
            for line in lines:
                match = re.match(r'• (?:.* )?(\d\d:\d\d) (%s)( — what did you cover\?)?' % names, line)
                if not match:
                    continue
                own = 'nudge' if match[3] else stage if stage != 'nudge' else 'prep'
                meeting = self.find(match[2], match[1], own)
                out.append((meeting, 'nudge' if match[3] else self.stage_of(meeting, own)))
            return out
        name = re.search(names, note['summary'])[0]
        clock = re.search(r'\d\d:\d\d', lines[0] if stage == 'nudge' else
                          note['summary'].split(' · ')[-1])[0]
        meeting = self.find(name, clock, stage)
        return [(meeting, self.which_prep(meeting) if stage == 'prep' else stage)]

    def stage_of(self, meeting, own):
        """A line says no stage: it is the one that is due, or one that was put off until now."""
        due = self.due(meeting) or own
        if (*meeting.key(), due) not in self.shown:
            return due
        off = self.snoozed.get(meeting.name, self.now + 1) <= self.now
        again = [s for s in ORDER if (*meeting.key(), s) in self.again and (s == own or off)]
        return own if own in again else (again or [due])[-1]

    def which_prep(self, meeting):
        """The nearest, but one that was put off comes again."""
        off = ((*meeting.key(), 'prep') in self.shown
               and self.snoozed.get(meeting.name, self.now + 1) <= self.now
               and any(k[0] == meeting.name and k[2] == 'ahead' for k in self.again))
        return 'ahead' if 'ahead' in ORDER and (off or self.now < meeting.lead('prep')) else 'prep'

    def take(self, note, confirmed=True):
        number = note['id']
        self.say('  shown', number, 'for', note['replaces'], note['hints']['category'][7:],
                 note['summary'], '(moved)' if note['body'].startswith('Moved') else '')
        if note['summary'].startswith(('Cancelled: ', 'Declined: ')):
            assert note['replaces'] in self.screen or not confirmed or self.is_one_of_several(
                note['summary'].split(': ')[1].split(' · ')[0]), 'a word about nothing on screen'
            for key in self.screen.get(number, ()):
                self.forget_if_early(key)
            self.screen[number] = set()
            self.told.add(number)
            return
        self.taken.append(note['replaces'])
        self.buttons[number] = note['actions'][::2]
        if note['body'].startswith('Moved from'):
            self.forget_moved(note['replaces'])
        if self.is_adoption(note):
            self.adopted.discard(note['replaces'])
            left = {key[0] for key in self.keys(note)}
            self.screen[number] = {k for k in self.screen.pop(note['replaces']) if k[0] in left}
            return
        if self.is_remainder(note):
            self.leave(note, confirmed)
            return
        keys = set()
        for meeting, stage in self.read(note):
            key = (*meeting.key(), stage)
            keys.add(key)
            self.owners[key] = meeting
            self.judge(meeting, key, note, confirmed)
        self.adopted.discard(note['replaces'])
        if confirmed:
            self.screen[number] = keys
            self.told.discard(number)

    def forget_moved(self, number):
        """Another start is told in its place: should it be the old one again, that has to be said."""
        for key in self.screen.get(number, ()):
            if self.owners[key].start != key[1]:
                self.again.add(key)
                if key[2] != 'nudge':
                    self.shown.pop(key, None)

    def is_adoption(self, note):
        """A new oned shows again in its place what the one before it had shown."""
        if note['replaces'] not in self.adopted:
            return False
        read = self.read(note)
        known = self.screen.get(note['replaces'], set())
        if len(read) > 1:
            # A question that was not there before is a new one.
            return (all(stage != 'nudge' or self.is_asked(m, note) for m, stage in read)
                    and {m.name for m, _ in read} <= {k[0] for k in known}
                    and note['hints']['category'][len('x-oned.'):]
                    in {k[2].replace('ahead', 'prep') for k in known})
        # Before its lead a prep reads like the one ahead of it.
        return all(key in some or (key[2] == 'ahead' and (*key[:2], 'prep') in some)
                   for key in self.keys(note) for some in (known, self.shown))

    def is_remainder(self, note):
        """Several were on it, and it goes on with those that are left."""
        known = self.screen.get(note['replaces'], set())
        return {(k[0], k[2]) for k in self.keys(note)} < {(k[0], k[2]) for k in known}

    def keys(self, note):
        return {(*meeting.key(), stage) for meeting, stage in self.read(note)}

    def leave(self, note, confirmed):
        names = {(k[0], k[2]) for k in self.keys(note)}
        left = {k for k in self.screen[note['replaces']] if (k[0], k[2]) in names}
        assert not any(self.outlived(key) for key in left), 'a line that is not true: %s' % left
        if confirmed:
            for key in self.screen.pop(note['replaces']) - left:
                self.forget_if_early(key)
            self.screen[note['id']] = left
            self.buttons[note['id']] = note['actions'][::2]

    def is_asked(self, meeting, note):
        """The question is on the screen already; that the clock was set back does not take it off."""
        return any(k[2] == 'nudge' and (k[0], self.owners[k].slot) == (meeting.name, meeting.slot)
                   for k in self.screen.get(note['replaces'], ()))

    def is_one_of_several(self, name):
        return any(name == key[0] and len(keys) > 1 for keys in self.screen.values() for key in keys)

    def judge(self, meeting, key, note, confirmed):
        name, start, stage = key
        assert meeting.living, 'shown, but it will not be: %s' % (key,)
        if note['body'].startswith('Moved from') and self.now < meeting.lead(stage):
            return
        assert self.now < meeting.over(stage), 'shown too late: %s' % (key,)
        assert (self.now >= meeting.lead(stage) or key in self.again
                or self.is_asked(meeting, note)), 'shown too early: %s' % (key,)
        if key in self.shown and (key in self.again or self.shown[key] > self.now):
            if confirmed:
                self.again.discard(key)
        else:
            assert key not in self.shown, 'shown twice: %s' % (key,)
        if confirmed:
            self.shown[key] = self.came[key] = self.now
            if self.snoozed.get(name, 0) <= self.now:
                self.snoozed.pop(name, None)
            if stage == 'nudge':
                self.nudged[name, meeting.slot] = self.now

    def close(self, number):
        self.say('  closed', number)
        for key in self.take_off(number):
            self.forget_if_early(key)
        self.told.discard(number)

    def take_off(self, number):
        keys = self.screen.pop(number, set())
        for key in keys:
            slot = key[0], self.owners[key].slot
            if key[2] == 'nudge' and slot in self.nudged:
                self.nudged[slot] = self.now  # until now it was asked
        return keys

    def forget_if_early(self, key):
        """Taken off ahead of its time, because the clock was wrong or the meeting called off: it may
        come again then, and has to if it was shown days ahead."""
        times = [m.lead(key[2]) for m in self.meetings() if m.key() == key[:2]]
        lead = max(times, default=key[1] - LEADS.get(key[2], 0))
        if key in self.shown and self.now < lead:
            self.again.update((*key[:2], stage) for stage in ORDER)
        if self.now < lead - DAY:
            self.shown.pop(key, None)

    def hear(self, confirmed=True):
        """What the server was told since the last time."""
        server = self.world.server
        try:
            server.say('mark')
        except BrokenPipeError:
            pass
        while True:
            line = server.line()
            record = json.loads(line) if line else {'event': 'mark'}
            if record['event'] == 'mark':
                return
            if record['event'] == 'notify':
                self.take(record, confirmed)
            elif record['event'] == 'close':
                self.close(record['id'])

    def settle(self):
        self.world.set(self.now)
        self.hear()
        self.check()

    def check(self):
        # An answer may be on its way; what vanished may come back within seconds, and goes when it
        # does not.
        try:
            self.world.until(lambda: not self.missed() and not self.stale(), self.look_again)
        except AssertionError as error:
            # What it heard last is what counts, however long the disk kept it waiting.
            missed, stale = self.missed(), self.stale()
            raise AssertionError('missed: %s, stale on the screen: %s' % (missed, stale)) from error

    def look_again(self):
        self.world.set(self.now)
        self.hear()

    def stale(self):
        return [(number, keys) for number, keys in self.screen.items()
                if any(self.outlived(key) for key in keys)]

    def outlived(self, key):
        meeting, stage = self.owners[key], key[2]
        if not meeting.living or self.now >= min(meeting.over(stage), self.leaves(key, meeting)):
            return True
        if stage == 'nudge':
            asked = self.nudged.get((meeting.name, meeting.slot), 0) >= meeting.end
            early = DAY if asked or meeting.start == key[1] else 0
            return meeting.logged or self.now < meeting.end - early
        return meeting.start != key[1]

    def leaves(self, key, meeting):
        """When it is of no use any more: what announces, five minutes into the meeting; a question after
        the first gap of a quarter of an hour, or in the evening, but not within the hour."""
        came = self.came.get(key, 0)
        if key[2] != 'nudge':
            return max(came, meeting.start) + 5 * MINUTE
        evening = datetime.datetime.fromtimestamp(came, zoneinfo.ZoneInfo(self.zone)).replace(
            hour=19, minute=0, second=0).timestamp()
        free = came
        for start, end in sorted((m.start, m.end) for m in self.living()
                                 if abs(m.start - self.now) < 2 * DAY):
            if end <= free:
                continue
            if start - free >= 15 * MINUTE:
                return min(start, max(evening, came + HOUR))
            free = end
        return max(evening, came + HOUR)

    # What happens.
    def lose_screen(self):
        """The server is gone with all that it showed."""
        for keys in self.screen.values():
            for key in keys:
                self.again.add(key)
                if key in self.shown and self.now < self.lost_until(key):
                    del self.shown[key]
                    self.nudged = {k: v for k, v in self.nudged.items()
                                   if not (key[2] == 'nudge' and k[0] == key[0])}
        self.screen = {}
        self.told = set()

    def lost_until(self, key):
        """What was lost before that comes again; a question also after its gap."""
        if key[2] == 'nudge':
            return self.over_of(key)
        return max([min(m.end, self.leaves(key, m)) for m in self.meetings() if m.key() == key[:2]],
                   default=0)

    def over_of(self, key):
        return max([m.over(key[2]) for m in self.meetings() if m.key() == key[:2]], default=0)

    def new_server(self):
        self.world.server.end()
        self.lose_screen()
        self.world.start_server()

    def write(self, wait=True):
        for name in list(self.files):
            own = [s for n, s in enumerate(self.series)
                   if self.files[n % len(self.files)] == name and s.meetings is not None]
            self.world.write(name, calendar(*(s.text() for s in own)))
        if wait:
            self.read_again()

    def read_again(self):
        newest = self.world.writes
        self.world.until(lambda: self.world.call('GetStatus', '()')[0]['sources'][0]['changed']
                         == newest)
        self.settle()

    def begin(self):
        for n, name in enumerate(PEOPLE):
            first = BEGIN.replace(hour=9) + datetime.timedelta(
                days=self.random.randint(-8, 2), minutes=self.random.randint(0, 40) * 5)
            self.series.append(Series('%d-%s' % (n, PEOPLE[name]), name, first,
                                      self.random.choice([15, 30, 60])))
        self.write(wait=False)
        self.world.start(self.now)
        self.settle()

    def go(self, now):
        if now < self.now:
            # Shown at a time that never was: what was skipped over by it is not forgiven.
            self.say('back to', datetime.datetime.fromtimestamp(now, BERLIN))
            self.forget_future(now)
        self.now = now

    def forget_future(self, now):
        """What was shown more than a day ahead of its time has to come again then."""
        for meeting in [m for s in self.series for m in s.meetings.values()]:
            for stage in ORDER:
                key = (*meeting.key(), stage)
                if now >= meeting.lead(stage) - DAY or key not in self.shown:
                    continue
                self.again.add(key)
                if meeting.living and meeting.start < now + 14 * DAY:
                    del self.shown[key]
                    if stage == 'nudge':
                        self.nudged.pop((meeting.name, meeting.slot), None)

    def pass_time(self):
        step = self.random.choice([1, 30, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE, 2 * HOUR])
        for _ in range(self.random.randint(1, 6)):
            self.go(self.now + step)
            self.say('time passes')
            self.settle()

    def approach(self):
        """To an instant that matters, or just beside it."""
        ahead = [m.lead(s) for m in self.living() for s in ORDER if m.lead(s) > self.now]
        if ahead:
            self.go(min(ahead) + self.random.choice([-1, 0, 0, 1, 20, 90]))
            self.say('near the next reminder')
            self.settle()

    def suspend(self):
        self.go(self.now + self.random.choice([HOUR, 3 * HOUR, 9 * HOUR, DAY, 3 * DAY]))
        self.say('woken')
        self.settle()

    def jump(self):
        far = self.random.choice([1, MINUTE, HOUR, DAY, 7 * DAY, 365 * DAY])
        self.go(max(self.now + self.random.choice([-1, 1]) * far, epoch(BEGIN) - 100 * DAY))
        self.say('the clock was set')
        self.settle()

    def pick(self):
        choice = [(s, m) for s in self.series for _, m in s.near(self.now)
                  if m.end > self.now - HOUR and m.start < self.now + 2 * DAY]
        return self.random.choice(choice) if choice else (None, None)

    def edit(self):
        series, meeting = self.pick()
        if not meeting or not meeting.living:
            return
        meeting.title = 'Talk %d' % self.random.randint(1, 99)
        meeting.changed = True
        series.sequence += 1
        self.say('another title:', meeting)
        self.write()

    def move(self):
        series, meeting = self.pick()
        if not meeting or not meeting.living:
            return
        start = meeting.start + self.random.choice([-1, 1]) * self.random.choice(
            [5 * MINUTE, 20 * MINUTE, HOUR, 4 * HOUR, DAY])
        if any(m is not meeting and m.name == meeting.name and self.local(m.start) == self.local(start)
               for m in self.meetings()):
            return
        self.say('moved:', meeting)
        meeting.start = start
        meeting.changed = True
        series.sequence += 1
        self.write()

    def call_off(self):
        series, meeting = self.pick()
        if meeting:
            which = self.random.choice(['cancelled', 'deleted'])
            setattr(meeting, which, not getattr(meeting, which))
            series.sequence += 1
            self.say(which, getattr(meeting, which), meeting)
            self.write()

    def recreate(self):
        """Deleted, and there again before anybody could see it."""
        series, meeting = self.pick()
        if meeting and meeting.living:
            self.say('deleted and recreated:', meeting)
            meeting.deleted = True
            self.write(wait=False)
            meeting.deleted = False
            self.write()

    def split(self):
        """This and following: the old series ends, another UID goes on with the same meetings."""
        series = self.random.choice(self.series)
        number = [n for n, m in series.near(self.now) if m.end > self.now - HOUR]
        if not number or number[0] == 0:
            return
        other = Series('%s-%d' % (series.uid, self.random.randint(1, 10 ** 6)), series.name,
                       series.first + datetime.timedelta(weeks=number[0]), series.minutes)
        other.meetings = {n - number[0]: m for n, m in series.meetings.items() if n >= number[0]}
        if series.until is not None:
            other.until = series.until - number[0]
        series.until = number[0]
        series.sequence += 1
        self.series[self.series.index(series)] = other
        self.series.append(series)
        self.say('split:', series.name)
        self.write()

    def resync(self):
        for series in self.series:
            series.sequence += 1
        self.say('written again')
        self.write()

    def snooze(self):
        notes = [(number, keys) for number, keys in self.screen.items()
                 if keys and all(k[2] != 'nudge' and k in self.shown for k in keys)
                 and 'snooze' in self.buttons[number] and any(self.now < k[1] for k in keys)]
        if not notes:
            return
        number, keys = self.random.choice(notes)
        ahead = sorted(key for key in keys if self.now < key[1])
        self.say('snooze', number, ahead)
        self.world.press(number, 'snooze')
        self.hear_of(number)
        for key in ahead:
            self.snoozed[key[0]] = min(self.now + 10 * MINUTE, key[1])
            self.again.add(key)
            self.shown.pop(key, None)
        self.settle()

    def hear_of(self, number):
        """A press ends the notification: oned takes it off."""
        self.world.until(lambda: (self.hear(), number not in self.screen)[1])

    def press(self):
        if not self.screen:
            return
        number = self.random.choice(sorted(self.screen))
        keys = self.screen[number]
        if number in self.told or not keys:
            return
        key = self.random.choice([k for k in ('agenda', 'default', 'log')
                                  if k in self.buttons[number]])
        self.say('press', key, number)
        self.world.press(number, key)
        self.hear_of(number)
        self.settle()

    def dismiss(self):
        if self.screen:
            number = self.random.choice(sorted(self.screen))
            reason = self.random.choice([1, 2, 2, 4])
            self.say('closed by the server:', number, reason)
            self.world.server.say('close %d %d' % (number, reason))
            self.take_off(number)
            self.told.discard(number)
            self.world.until(lambda: not self.believed(number))
            self.settle()

    def believed(self, number):
        """Whether oned takes a notification for shown: nobody else tells that it has heard a signal."""
        path = 'file:%s/oned/oned.db?mode=ro' % self.world.env['XDG_DATA_HOME']
        with contextlib.closing(sqlite3.connect(path, uri=True)) as store:
            return store.execute("SELECT 1 FROM sent WHERE state = 'shown' AND shown = ?",
                                 (number,)).fetchone()

    def log_it(self):
        past = [m for m in self.living() if m.end <= self.now < m.end + DAY]
        if not past:
            return
        meeting = max(past, key=lambda m: (m.end, m.start))
        if sum(m.end <= self.now and m.name == meeting.name and m.start >= meeting.start
               for m in self.meetings()) > 1:
            return
        answer = self.world.call('Log', '(sa{sv})', meeting.name,
                                 {'note': GLib.Variant('s', 'We spoke')})[0]
        if answer['start'] == meeting.start:
            meeting.logged = True
        self.say('logged:', meeting)
        self.settle()

    def restart(self):
        hard = self.random.random() < 0.5
        self.say('killed' if hard else 'stopped')
        self.world.kill() if hard else self.world.stop()
        if self.random.random() < 0.3:
            self.go(self.now + self.random.choice([MINUTE, HOUR, DAY]))
        if self.random.random() < 0.2:
            self.new_server()
        self.come_back()

    def come_back(self):
        self.hear()
        self.adopted = set(self.screen)
        self.world.start(self.now)
        self.settle()

    def writer_dies(self):
        """A file is cut off anywhere, and stays so for a while: nothing that was known goes or comes back."""
        name = self.random.choice(self.files)
        with open(self.world.calendars + '/' + name, encoding='utf-8', newline='') as file:
            text = file.read()
        cut = self.random.randrange(len(text))
        self.say('a writer dies after', cut, 'of', len(text), 'in', name)
        self.world.write(name, text[:cut])
        self.settle()
        if self.random.random() < 0.3:
            self.restart()
        self.approach()
        self.write()

    def reader_fails(self):
        """A life in which no file can be read, one of which was written meanwhile: what the store knows is
        reminded of. Then one in which all can."""
        self.say('no reader')
        self.world.stop()
        for name in self.random.sample(self.files, self.random.randint(0, 1)):
            path = self.world.calendars + '/' + name
            with open(path, encoding='utf-8', newline='') as file:
                self.world.write(name, file.read())
        if self.random.random() < 0.5:
            shutil.rmtree(self.world.env['XDG_CACHE_HOME'], ignore_errors=True)
        reader = world.PROGRAMS['reader']
        world.PROGRAMS['reader'] = self.random.choice(['/bin/false', '/nonexistent'])
        try:
            self.come_back()
            self.approach()
            self.world.stop()
        finally:
            world.PROGRAMS['reader'] = reader
        self.come_back()

    def store_goes(self):
        """The file of the store is deleted under oned, which writes it again."""
        self.say('the store is deleted')
        for end in ('', '-wal', '-shm')[:self.random.choice([1, 3])]:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(self.world.env['XDG_DATA_HOME'] + '/oned/oned.db' + end)
        self.world.onectl('act', 'ada', 'Send the figures')
        self.settle()

    def move_away(self):
        self.zone = self.random.choice(ZONES)
        self.say('to', self.zone)
        self.world.stop()
        self.world.env['TZ'] = self.zone
        self.come_back()

    def server_restarts(self):
        self.say('the server is killed')
        self.hear()
        self.new_server()
        self.settle_with_server()

    def settle_with_server(self):
        self.world.until(lambda: (self.hear(), not self.missed())[1])
        self.settle()

    def server_is_gone(self):
        self.say('no server')
        self.hear()
        self.world.server.end()
        gone = list(self.screen)
        self.lose_screen()
        # Not heard of before the clock goes on, a start that is five minutes old would be over, not lost.
        self.world.until(lambda: not any(self.believed(number) for number in gone))
        self.go(self.now + self.random.choice([0, 10 * MINUTE, HOUR]))
        self.world.set(self.now)
        self.world.start_server()
        self.settle_with_server()

    def server_is_bad(self):
        mode = self.random.choice(['error', 'die-before', 'die-after', 'zero'])
        self.say('the server is bad:', mode)
        self.world.server.say('mode ' + mode)
        self.approach_quietly()
        self.world.set(self.now)
        dead = mode.startswith('die') and self.missed()
        self.taken = []
        self.hear(confirmed=False)
        for number in self.taken if mode == 'die-after' else []:
            # It was replaced before the end: what else it spoke of need not come again.
            self.again.update(self.screen.pop(number, ()))
        if dead or self.world.server.process.poll() is not None:
            self.new_server()
            self.settle_with_server()
            return
        self.world.server.say('mode ok')
        self.hear(confirmed=False)
        self.go(self.now + 61)
        self.settle()

    def approach_quietly(self):
        ahead = [m.lead(s) for m in self.living() for s in ORDER if m.lead(s) > self.now]
        if ahead:
            self.go(min(ahead) + self.random.choice([0, 1, 20]))

    def server_hangs(self):
        """Nothing else waits for it; it comes back, or goes, or oned does."""
        end = self.random.choice(['ok', 'ok', 'server', 'oned'])
        self.say('the server hangs, then', end)
        self.world.server.say('mode hang')
        self.approach_quietly()
        self.world.jump(self.now)
        assert self.world.call('GetStatus', '()')
        self.hear(confirmed=end == 'ok')
        if end == 'server':
            self.new_server()
        elif end == 'oned':
            self.world.kill()
        if end != 'server':
            self.world.server.say('mode ok')
            self.hear(confirmed=end == 'ok')  # it may have been asked only after the last time
        if end == 'oned':
            self.come_back()
        else:
            self.settle_with_server()

    def bus_dies(self):
        self.say('the bus dies')
        self.hear()
        world_ = self.world
        world_.connection.close_sync(None)
        world_.bus.down()
        world_.daemon.process.wait(world.DEADLINE)
        world_.daemon.end()
        world_.server.end()
        self.lose_screen()
        world_.new_bus()
        world_.start_server()
        self.come_back()

    def play(self, steps):
        ops = [(self.approach, 12), (self.pass_time, 4), (self.suspend, 2), (self.jump, 2),
               (self.edit, 1), (self.move, 3), (self.call_off, 3), (self.recreate, 1), (self.split, 1),
               (self.resync, 1), (self.snooze, 3), (self.press, 1), (self.dismiss, 2), (self.log_it, 1),
               (self.restart, 2), (self.move_away, 0.5), (self.server_restarts, 1),
               (self.server_is_gone, 1), (self.server_is_bad, 2), (self.server_hangs, 1.5),
               (self.bus_dies, 0.3), (self.writer_dies, 1), (self.reader_fails, 0.5), (self.store_goes, 0.5)]
        self.begin()
        for _ in range(steps):
            self.random.choices([o for o, _ in ops], [w for _, w in ops])[0]()


def run(seed, steps, verbose):
    script = Script(seed, verbose)
    try:
        script.play(steps)
        return None
    except Exception as error:  # whatever went wrong is the script's failure
        return '\n'.join(['%s: %s' % (type(error).__name__, error), *script.log[-12:],
                          'oned has logged at the end:', *script.world.logged()])
    finally:
        script.world.end()


def main():
    """test_reminder_model.py ONED-AT ONED-READER ONECTL NOTIFY-SERVER [OPTION…]"""
    for key, path in zip(('oned-at', 'reader', 'onectl', 'server'), sys.argv[1:5]):
        world.PROGRAMS[key] = path
    parser = argparse.ArgumentParser()
    parser.add_argument('--runs', type=int, default=60)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--steps', type=int, default=25)
    parser.add_argument('--verbose', action='store_true')
    options = parser.parse_args(sys.argv[5:])
    failed = 0
    print('TAP version 13\n1..%d' % options.runs, flush=True)
    for number in range(options.runs):
        why = run(options.seed + number, options.steps, options.verbose)
        print('%sok %d - script %d' % ('not ' if why else '', number + 1, options.seed + number),
              flush=True)
        for line in (why or '').splitlines():
            print('# ' + line, flush=True)
        failed += why is not None
    print('# %d of %d scripts ran clean' % (options.runs - failed, options.runs))
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
