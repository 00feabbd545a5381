#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""usage: gen_corpus.py --n 10000 --out FOLDER [--now 2026-11-23] [--seed 1] [--shape file,vdir]

Writes a calendar of N events as a busy person has it after some years: FOLDER/cal.ics and, one UID
a file, FOLDER/vdir/. The same arguments give the same bytes. By event: 70 % happened once, 8 % are
whole days, 2 % birthdays, 13 % series with a group or alone, 1.5 % one-on-ones, 4 % overrides; most
series have ended, at most 40 one-on-ones are alive."""
import argparse
import datetime as dt
import hashlib
import os
import random

ME = 'alice@corp.example'
FIRST = ('Ada Ben Chloe Dmitri Elena Farid Grace Hiro Ines Jonas Kavya Liam Mona Nils Olga Pablo Qing Rosa '
         'Sami Tara Uwe Vera Wim Xenia Yusuf Zoe').split()
LAST = ('Abbott Braun Costa Duarte Eriksen Fischer Gupta Hansen Ito Jensen Kim Lopez Moreau Novak Okafor '
        'Petrov Quinn Rossi Schmidt Tanaka Urban Vogel Weber Xu Young Zhang').split()
WORDS = ('sync review planning roadmap budget launch incident metrics hiring design backlog retro demo '
         'customer quarter status update notes agenda action items follow up please bring your questions '
         'and the latest numbers we will discuss priorities blockers risks and next steps').split()
WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
ZONES = {  # weight, then standard and daylight offset, and the rules of the changes
    'Europe/Berlin': (60, '+0100', '+0200', 'BYMONTH=10;BYDAY=-1SU', 'BYMONTH=3;BYDAY=-1SU'),
    'America/New_York': (14, '-0500', '-0400', 'BYMONTH=11;BYDAY=1SU', 'BYMONTH=3;BYDAY=2SU'),
    'Europe/London': (10, '+0000', '+0100', 'BYMONTH=10;BYDAY=-1SU', 'BYMONTH=3;BYDAY=-1SU'),
    'America/Los_Angeles': (8, '-0800', '-0700', 'BYMONTH=11;BYDAY=1SU', 'BYMONTH=3;BYDAY=2SU'),
    'Asia/Tokyo': (4, '+0900', None, None, None),
    'Asia/Kolkata': (4, '+0530', None, None, None),
}
RULER = '-::~' + ':~' * 40 + '::-'
BOILERPLATE = [
    '', '',
    '\\n' + RULER + '\\nJoin with Google Meet: https://meet.example.com/{code}\\nOr dial: (DE) +49 40 8081 '
    '{pin} PIN: {digits}#\\nMore phone numbers: https://tel.meet.example.com/{code}?pin={digits}&hs=7\\n\\n'
    'Please do not edit this section.\\n' + RULER,
    '\\n' + '_' * 80 + '\\nMicrosoft Teams meeting\\nJoin on your computer\\, mobile app or room device\\n'
    'Click here to join<https://teams.example.com/l/meetup-join/19%3ameeting_{code}{code}{code}%40thread.v2/0'
    '?context=%7b%22Tid%22%3a%22{code}%22%2c%22Oid%22%3a%22{digits}%22%7d>\\nMeeting ID: {digits}\\nPasscode: '
    '{pin}\\nMeeting options<https://teams.example.com/meetingOptions/?organizerId={digits}&tenantId={code}>\\n'
    + '_' * 80 + '\\n',
]
HEAD = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Google Inc//Google Calendar 70.9054//EN', 'CALSCALE:GREGORIAN']


def fold(line):
    """RFC 5545 3.1: at most 75 bytes a line, no character cut."""
    data, parts, limit = line.encode(), [], 75
    while len(data) > limit:
        cut = limit
        while data[cut] & 0xC0 == 0x80:
            cut -= 1
        parts.append(data[:cut])
        data, limit = data[cut:], 74
    return b'\r\n '.join(parts + [data]) + b'\r\n'


def utc(time):
    return time.strftime('%Y%m%dT%H%M%SZ')


def local(time):
    return time.strftime('%Y%m%dT%H%M%S')


def zone_lines(zone):
    _, standard, daylight, autumn, spring = ZONES[zone]
    lines = ['BEGIN:VTIMEZONE', 'TZID:' + zone]
    if daylight:
        lines += ['BEGIN:DAYLIGHT', 'TZOFFSETFROM:' + standard, 'TZOFFSETTO:' + daylight,
                  'DTSTART:19700301T020000', 'RRULE:FREQ=YEARLY;' + spring, 'END:DAYLIGHT']
    lines += ['BEGIN:STANDARD', 'TZOFFSETFROM:' + (daylight or standard), 'TZOFFSETTO:' + standard,
              'DTSTART:19701001T030000'] + (['RRULE:FREQ=YEARLY;' + autumn] if autumn else [])
    return lines + ['END:STANDARD', 'END:VTIMEZONE']


class Corpus:
    def __init__(self, n, now, seed):
        self.random = random.Random(seed * 1000003 + n)
        self.n, self.now, self.made = n, now, 0
        self.years = 15 if n >= 50000 else 8 if n >= 5000 else 4
        self.people = [('%s %s' % (a, b), '%s.%s@%s.example' % (a.lower(), b.lower(), self.pick({'corp': 8, 'partner': 2})))
                       for a in FIRST for b in LAST]

    def pick(self, weights):
        return self.random.choices(list(weights), list(weights.values()))[0]

    def chance(self, share):
        return self.random.random() < share

    def uid(self):
        self.made += 1
        digest = hashlib.md5(b'%d-%d' % (self.n, self.made)).hexdigest()
        if self.made % 3:
            return digest[:26] + '@google.com'
        return '-'.join((digest[:8], digest[8:12], digest[12:16], digest[16:20], digest[20:])).upper()

    def title(self):
        return ' '.join(self.random.choices(WORDS, k=self.random.randrange(2, 6))).title()

    def description(self):
        """Nothing for a quarter, else 0.2 to 3 KB, mostly what the conference service adds."""
        if self.chance(.25):
            return []
        text, length = '', int(200 * 15 ** self.random.random())
        tail = self.random.choice(BOILERPLATE).format(
            code=''.join(self.random.choices('abcdefghijkmnopqrstuvwxyz', k=10)),
            pin=self.random.randrange(1000, 9999), digits=self.random.randrange(10 ** 11, 10 ** 12))
        while len(text) + len(tail) < length:
            words = self.random.choices(WORDS, k=self.random.randrange(6, 18))
            text += ' '.join(words).capitalize() + self.pick({'.\\n': 4, '\\, ': 2, '. ': 3, ' – Zoë. ': 1})
        return ['DESCRIPTION:' + text + tail]

    def attendees(self, others):
        organizer = self.random.choice([('Alice Example', ME), others[0]])
        lines = ['ORGANIZER;CN=%s:mailto:%s' % organizer]
        for name, address in [('Alice Example', ME)] + others:
            answer = self.pick({'ACCEPTED': 72, 'NEEDS-ACTION': 18, 'TENTATIVE': 5, 'DECLINED': 5})
            lines.append('ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=%s;RSVP=TRUE;CN=%s;'
                         'X-NUM-GUESTS=0:mailto:%s' % (answer, name, address))
        if self.chance(.3):
            lines.append('ATTENDEE;CUTYPE=RESOURCE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=HAM-%d-Room;X-NUM-GUESTS=0'
                         ':mailto:c_%d@resource.calendar.google.com' % (self.random.randrange(1, 9),
                                                                         self.random.randrange(10 ** 10, 10 ** 11)))
        return lines

    def event(self, uid, times, start, title, extra):
        made = start - dt.timedelta(days=self.random.randrange(1, 40))
        changed = made + dt.timedelta(seconds=self.random.randrange(0, 86400 * 30))
        lines = ['BEGIN:VEVENT'] + times + ['DTSTAMP:' + utc(changed), 'UID:' + uid, 'CREATED:' + utc(made)] + extra
        lines += ['LAST-MODIFIED:' + utc(changed), 'SEQUENCE:%d' % self.random.randrange(4), 'SUMMARY:' + title]
        if self.chance(.4):
            lines.append('LOCATION:' + self.random.choice(['Room 4.12', 'HAM-3-Elbe (8)', 'Kantine\\, EG', 'Zoom']))
        if self.chance(.5):
            lines += ['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:This is an event reminder',
                      'TRIGGER:-P0DT0H%dM0S' % self.random.choice([5, 10, 15, 30]), 'END:VALARM']
        return lines + ['END:VEVENT']

    def timed(self, zone, start, minutes):
        end = start + dt.timedelta(minutes=minutes)
        if zone is None:
            return ['DTSTART:' + utc(start), 'DTEND:' + utc(end)]
        return ['DTSTART;TZID=%s:%s' % (zone, local(start)), 'DTEND;TZID=%s:%s' % (zone, local(end))]

    def rule(self, start, alive):
        """A rule, and the days from one occurrence to the next (0: months)."""
        day = WEEKDAYS[start.weekday()]
        nth = (start.day - 1) // 7 + 1
        rule, step = self.pick({('FREQ=WEEKLY;BYDAY=' + day, 7): 45, ('FREQ=WEEKLY;INTERVAL=2;BYDAY=' + day, 14): 30,
                                ('FREQ=MONTHLY;BYDAY=%d%s' % (nth if nth < 5 else -1, day), 0): 15,
                                ('FREQ=WEEKLY;WKST=SU;INTERVAL=4;BYDAY=' + day, 28): 10})
        if not alive:
            days = max(8, int((self.now - start).days * self.random.random() * .95))
            rule += self.pick({';UNTIL=' + utc(start + dt.timedelta(days=days)): 9, ';COUNT=%d' % (days // (step or 30) + 1): 1})
        return rule, step

    def series(self, alone_with_one, alive):
        zone = self.pick({name: values[0] for name, values in ZONES.items()})
        start = self.now - dt.timedelta(days=self.random.randrange(30, 365 * self.years))
        start = start.replace(hour=self.random.randrange(8, 18), minute=self.random.choice([0, 15, 30]))
        start -= dt.timedelta(days=max(0, start.weekday() - 4))
        rule, step = self.rule(start, alive)
        count = 1 if alone_with_one else self.pick({0: 25, 2: 25, 4: 25, 8: 18, 20: 7})
        others = self.random.sample(self.people, count)
        title = self.random.choice(['Alice / %s', '1:1 %s', '%s <> Alice']) % others[0][0] if alone_with_one else self.title()
        extra = (self.attendees(others) if others else []) + self.description()
        uid, minutes = self.uid(), self.random.choice([25, 30, 45, 60])
        holes = [start + dt.timedelta(days=step * self.random.randrange(1, 60)) for _ in range(self.random.randrange(4))]
        excluded = ['EXDATE;TZID=%s:%s' % (zone, local(hole)) for hole in holes if step]
        events = [self.event(uid, self.timed(zone, start, minutes), start, title, ['RRULE:' + rule] + excluded + extra)]
        if step and self.chance(.6):
            for _ in range(self.random.choice([1, 1, 2, 3, 5])):
                original = start + dt.timedelta(days=step * self.random.randrange((self.now - start).days // step + 2))
                moved = original + dt.timedelta(hours=self.random.choice([1, 2, 24, -24]))
                mark = ['RECURRENCE-ID;TZID=%s:%s' % (zone, local(original))]
                mark += ['STATUS:CANCELLED'] if self.chance(.1) else []
                events.append(self.event(uid, self.timed(zone, moved, minutes), moved, title, mark + extra))
        return uid, zone, events

    def birthday(self):
        uid, day = self.uid(), self.now - dt.timedelta(days=self.random.randrange(365 * 3))
        times = ['DTSTART;VALUE=DATE:' + day.strftime('%Y%m%d'), 'RRULE:FREQ=YEARLY']
        return uid, None, [self.event(uid, times, day, self.random.choice(self.people)[0] + ' birthday', [])]

    def single(self):
        uid = self.uid()
        start = self.now + dt.timedelta(days=self.random.randrange(-365 * self.years, 120))
        start = start.replace(hour=self.random.randrange(7, 20), minute=self.random.choice([0, 15, 30, 45]))
        if self.chance(.1):
            return uid, None, [self.event(uid, ['DTSTART;VALUE=DATE:' + start.strftime('%Y%m%d')], start, self.title(), [])]
        zone = None if self.chance(.35) else self.pick({name: values[0] for name, values in ZONES.items()})
        others = self.random.sample(self.people, self.pick({0: 40, 1: 14, 2: 14, 4: 16, 9: 12, 25: 4}))
        extra = (self.attendees(others) if others else []) + self.description()
        extra += ['STATUS:CANCELLED'] if self.chance(.025) else []
        return uid, zone, [self.event(uid, self.timed(zone, start, self.random.choice([15, 30, 60, 90])), start,
                                      self.title(), extra)]

    def items(self):
        """(uid, zone, [lines of an event]) for each UID, in no order."""
        ones, groups = max(2, int(self.n * .015)), int(self.n * .11)
        items = [self.series(True, i < min(ones * .4 + 1, 40)) for i in range(ones)]
        items += [self.series(False, i < min(groups * .3 + 1, 60)) for i in range(groups)]
        items += [self.birthday() for _ in range(int(self.n * .02))]
        items += [self.single() for _ in range(max(0, self.n - sum(len(events) for _, _, events in items)))]
        self.random.shuffle(items)
        return items


def write(path, lines):
    with open(path, 'wb') as file:
        file.write(b''.join(map(fold, lines)))


def flat(lists):
    return [line for lines in lists for line in lines]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--n', type=int, required=True)
    parser.add_argument('--out', required=True)
    parser.add_argument('--now', default='2026-11-23')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--shape', default='file,vdir')
    args = parser.parse_args()
    items = Corpus(args.n, dt.datetime.fromisoformat(args.now).replace(hour=12), args.seed).items()
    os.makedirs(args.out, exist_ok=True)
    if 'file' in args.shape:
        events = flat(flat(events) for _, _, events in items)
        write(os.path.join(args.out, 'cal.ics'), HEAD + flat(map(zone_lines, ZONES)) + events + ['END:VCALENDAR'])
    if 'vdir' in args.shape:
        folder = os.path.join(args.out, 'vdir')
        os.makedirs(folder, exist_ok=True)
        for uid, zone, events in items:
            lines = HEAD + (zone_lines(zone) if zone else []) + flat(events) + ['END:VCALENDAR']
            write(os.path.join(folder, uid.replace('@', '_') + '.ics'), lines)


if __name__ == '__main__':
    main()
