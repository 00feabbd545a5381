# SPDX-License-Identifier: MIT
"""What is true of somebody whom one meets, and whether a sentence of oned's agrees with it."""
import re

WEEK = 7 * 24 * 3600


class Meeting:
    def __init__(self, start):
        self.start = start
        self.agenda = []      # ids of categories, as proposed
        self.questions = {}   # category -> ids of the questions shown
        self.covered = set()  # what was really talked about
        self.told = None      # what the user noted of it; None: nothing
        self.took_place = self.skip_told = False


class Person:
    """The truth about the meetings with one person, and what of it oned was told."""

    def __init__(self, name):
        self.name = name
        self.address = name.lower().replace(' ', '.') + '@example.com'
        self.meetings = []
        self.limits = {}      # core category -> its record
        self.open_actions = self.made_points = 0

    def before(self):
        """The meetings that oned has to believe in, the newest first."""
        return [m for m in self.meetings if not m.skip_told][::-1]

    def really(self, category):
        """How many meetings ago it was talked about; 0 for never."""
        return next((i for i, m in enumerate(self.before(), 1) if category in m.covered), 0)

    def noted(self, category):
        return next((i for i, m in enumerate(self.before(), 1) if category in (m.told or ())), 0)

    def is_past(self, category):
        """Whether it is away for longer than its limit, by what was really talked about."""
        ago = self.really(category) or len(self.before())
        return ago >= self.limits[category]['max_meetings']


def span(text):
    """Days."""
    number, unit = re.fullmatch(r'(\d+) (day|week)s?', text).groups()
    return int(number) * (7 if unit == 'week' else 1)


def near(text, seconds):
    return abs(span(text) - seconds / 86400) <= 3.5


def check_core(person, category, part, start):
    """None: no sentence about neglect. Else whether it is known to be true."""
    before = person.before()

    def ago(count):
        return start - before[count - 1].start

    if part == 'nothing noted on this yet':
        return person.noted(category) == 0
    match = re.fullmatch(r'nothing noted on this in (\d+) meetings? \((.+)\)', part)
    if match:
        return person.noted(category) == 0 and int(match[1]) == len(before) and near(match[2], ago(len(before)))
    match = re.fullmatch(r'talked about last time \((.+) ago\)', part)
    if match:
        return person.really(category) == 1 and near(match[1], ago(1))
    match = re.fullmatch(r'last talked about (\d+) meetings? ago \((.+)\)', part)
    if match:
        count = int(match[1])
        return person.really(category) == count and near(match[2], ago(count))
    match = re.fullmatch(r'last noted (\d+) meetings? ago \((.+)\)', part)
    if match:
        count = int(match[1])
        return person.noted(category) == count and near(match[2], ago(count))
    return None


def check_limits(person, item, part):
    limits = person.limits[item['category']]
    match = re.fullmatch(r'(due|at the latest) every (?:(\d+) )?(meeting|week)s?', part)
    if not match:
        return None
    key = ('ideal_' if match[1] == 'due' else 'max_') + match[3] + 's'
    wanted = 'overdue' if match[1] == 'at the latest' else item['state']
    return limits[key] == int(match[2] or 1) and item['state'] == wanted and wanted != 'fresh'


def check_owed(person, item, part):
    """Promises and points."""
    points, actions = item['points'], item['actions']
    still = [a for a in actions if a['state'] == 'open']
    rows = (
        (r'(\d+) promises? open', len(still)),
        (r'(\d+) overdue', sum(a['overdue'] for a in still)),
        (r'(\d+) done since last time', len(actions) - len(still)),
        (r'(\d+) points? of yours', len(points)),
    )
    for pattern, count in rows:
        match = re.fullmatch(pattern, part)
        if match:
            return int(match[1]) == count
    match = re.fullmatch(r'(?:the oldest for|open for) (\d+) meetings?', part)
    if match:
        oldest = max((a['age_meetings'] for a in still), default=None)
        return int(match[1]) == oldest if points == [] else int(match[1]) <= len(person.before())
    return True if part in ('always there, and brief', 'nothing else is waiting',
                            'you made it the main subject') else None


def check_reason(person, item, start):
    """The sentences that are false, and those that nobody knows."""
    wrong = []
    for part in item['reason'].split('; ') if item['reason'] else []:
        answers = [check_owed(person, item, part)]
        if item['category'] in person.limits:
            answers += [check_core(person, item['category'], part, start), check_limits(person, item, part)]
        if not any(answer for answer in answers):
            wrong.append('%s: %s' % (item['category'], part))
    return wrong


def check_note(person, note, start):
    told = [m for m in person.meetings if not m.skip_told]
    missed = 0
    for meeting in person.meetings[::-1]:
        if not meeting.skip_told:
            break
        missed += 1
    if note.startswith('It is not noted what you talked about last time'):
        first = next(m for m in told if m.told is None)
        return told[-1] is first and missed == 0
    match = re.fullmatch(r'(?:The last meeting|(\d+) meetings in a row) did not take place(?:: it will be (.+) since'
                         r' you met|; the one before was (.+) ago)\.', note)
    if not match or missed != int(match[1] or 1):
        return False
    days = match[2] or match[3]
    return near(days, start - told[-1].start) and (match[3] is not None or told[-1].took_place)


def check_coverage(person, row):
    """A row of the map: what is not known is not called a no."""
    for cell, meeting in zip(row['history'], [m for m in person.meetings if not m.skip_told]):
        if cell['known'] != (meeting.told is not None and bool(meeting.told)):
            return False
        if cell['touched'] != (row['category'] in (meeting.told or ())):
            return False
    return row['meetings_since'] == (person.noted(row['category']) or len(person.before()))


def check_promises(notes, still):
    """The notifications of a morning; `still`: (name, text) of what is due that day and open."""
    if not still or not notes:
        return not still and not notes
    if len(still) == 1:
        name, text = still[0]
        wanted = ('Promised to %s, due today' % name, text)
    else:
        wanted = ('%d promises are due today' % len(still), '\n'.join('• %s: %s' % row for row in still))
    return [(n['summary'], n['body']) for n in notes] == [wanted]
