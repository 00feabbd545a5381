#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""`onectl export --ics`, read by the letter of RFC 5545 and nothing more: all that was noted is in it, and
onectl loads nothing for it that its other commands would wait for."""
import re
import subprocess
import sys

import world
from world import WorldTest, at, calendar, event

DAY = 24 * 3600
FIRST = at('2026-04-06 10:00')
NOTE = 'Spoke: a, b; c\n\n- "quoted", 50 %\n- back\\slash, \\n and \\, as written\n\nEND:VJOURNAL\näöü 日本語 😀' + ' and on' * 30
PROMISE = 'Send the draft; soon, "now" \\o/'


def unescape(text):
    return re.sub(r'\\(.)', lambda m: '\n' if m.group(1) in 'nN' else m.group(1), text)


def read(text):
    """The components of a calendar, as {name: value} with KIND; each line and value as RFC 5545 has it."""
    assert text.endswith('\r\n') and '\n' not in text.replace('\r\n', ''), 'lines end in CRLF'
    assert all(len(line.encode()) <= 75 for line in text.split('\r\n')), 'lines are folded'
    stack, found = [], []
    for line in text.replace('\r\n ', '').split('\r\n')[:-1]:
        name, params, value = re.fullmatch(r'([A-Z-]+)((?:;[A-Z-]+=[A-Z-]+)*):(.*)', line).groups()
        if name == 'BEGIN':
            stack.append({'KIND': value})
        elif name == 'END':
            assert stack[-1]['KIND'] == value
            found.append(stack.pop())
        else:
            assert name not in stack[-1], 'no property twice'
            assert not re.search(r'(?<!\\)(?:\\\\)*\\[^\\;,nN]', value), 'no other escape'
            if name not in ('CATEGORIES', 'URL'):
                assert not re.search(r'(?<!\\)(?:\\\\)*[;,]', value), 'all else is escaped'
            stack[-1][name] = value if name == 'URL' else unescape(value)
            stack[-1][name + '?'] = params
    assert not stack and found[-1]['KIND'] == 'VCALENDAR'
    return found[:-1]


class ExportTest(WorldTest):
    def setUp(self):
        super().setUp()
        self.world.write('ada.ics', calendar(event(
            'ada@x', FIRST, name='Lovelace, Ada', summary='Ada / me', lines=['LOCATION:Room 4\\, left'])))
        self.world.write('bob.ics', calendar(event('bob@x', FIRST + DAY, person='bob@example.com', name='Bob', summary='Bob / me')))
        self.world.start(FIRST - 3600)
        self.world.set(FIRST + DAY // 2)
        self.world.onectl('log', 'ada', '--covered', 'wins,growth', '--note', NOTE)
        self.world.onectl('act', 'ada', PROMISE, '--due', '2026-04-10')
        self.world.onectl('act', 'ada', 'Answer', '--theirs')
        self.world.onectl('act', 'ada', 'Look', '--due', '2026-04-11')
        self.world.set(FIRST + 8 * DAY)
        self.world.onectl('log', 'ada', '--skipped')
        self.world.onectl('add', 'ada', 'A point, mine')
        self.world.onectl('done', 'a1')
        self.world.onectl('drop', 'a3')

    def export(self, *words):
        """The text, byte for byte."""
        done = subprocess.run([world.PROGRAMS['onectl'], 'export', *words, '--ics', '--writer', world.PROGRAMS['writer']],
                              env=self.world.env, check=True, stdout=subprocess.PIPE, timeout=world.DEADLINE)
        return done.stdout.decode()

    def test_all_is_in_it(self):
        components = read(self.export('ada'))
        person, = self.world.json('export', 'ada')['people']
        meetings = [c for c in components if c['KIND'] == 'VEVENT']
        self.assertEqual([c['X-ONED-ID'] for c in meetings], [m['id'] for m in person['meetings']])
        for component, meeting in zip(meetings, person['meetings']):
            start = world.datetime.datetime.fromisoformat(meeting['start']).astimezone(world.datetime.timezone.utc)
            self.assertEqual(component['DTSTART'], start.strftime('%Y%m%dT%H%M%SZ'))
            self.assertEqual(component['SUMMARY'], 'Ada / me')
            self.assertEqual(component['LOCATION'], 'Room 4, left')
            self.assertEqual(component['CONTACT'], 'Lovelace, Ada')
            self.assertEqual(component['CATEGORIES'], 'one-on-one,Lovelace Ada')
            self.assertEqual(component['STATUS'], 'CANCELLED' if meeting['state'] == 'skipped' else 'CONFIRMED')
        self.assertIn('skipped', [m['state'] for m in person['meetings']])
        self.assertIn('Talked about:\n- Wins\n- Career growth', meetings[0]['DESCRIPTION'])
        note, = [c for c in components if c['KIND'] == 'VJOURNAL']
        self.assertEqual(note['DESCRIPTION'], NOTE)
        self.assertEqual((note['RELATED-TO'], note['RELATED-TO?']), (meetings[0]['UID'], ';RELTYPE=SIBLING'))
        tasks = {c['X-ONED-ID']: c for c in components if c['KIND'] == 'VTODO'}
        self.assertEqual({i: t['STATUS'] for i, t in tasks.items()}, {'a1': 'COMPLETED', 'a2': 'NEEDS-ACTION', 'a3': 'CANCELLED'})
        self.assertEqual(tasks['a1']['SUMMARY'], PROMISE)
        self.assertEqual((tasks['a1']['DUE'], tasks['a1']['DUE?']), ('20260410', ';VALUE=DATE'))
        self.assertEqual(tasks['a1']['COMPLETED'], '20260414T080000Z')
        self.assertNotIn('COMPLETED', tasks['a3'])
        self.assertEqual(tasks['a1']['DESCRIPTION'], 'Promised to Lovelace, Ada on 2026-04-06')
        self.assertEqual(tasks['a1']['RELATED-TO'], meetings[0]['UID'])
        self.assertEqual(tasks['a2']['SUMMARY'], 'Lovelace, Ada: Answer')
        self.assertEqual(tasks['a2']['DESCRIPTION'], 'Promised by Lovelace, Ada on 2026-04-06')
        self.assertEqual(len({c['UID'] for c in components}), len(components))

    def test_the_agenda_of_the_next_meeting_is_its_description(self):
        agenda, = self.world.json('agenda', 'ada')['agendas']
        meeting, = [c for c in read(self.export('ada')) if c.get('X-ONED-ID') == agenda['meeting']['id']]
        lines = meeting['DESCRIPTION'].split('\n')
        titles = [line for line in lines if not line.startswith('- ')]
        self.assertEqual(titles, ['%d. %s (%d min)' % (n, item['title'], item['minutes'])
                                  for n, item in enumerate(agenda['items'], 1)])
        self.assertIn('- @them Answer #a2', lines)
        self.assertIn('- A point, mine #p1', lines)
        self.assertIn('- ' + agenda['items'][-1]['prompts'][0]['text'], lines)

    def test_again_it_is_the_same_and_a_uid_stays(self):
        first = self.export()
        self.assertEqual(self.export(), first)
        self.world.onectl('reopen', 'a1')
        self.world.onectl('log', 'ada', '--note', 'more')
        before = {c['UID'] for c in read(first)}
        after = {c['UID'] for c in read(self.export())}
        self.assertEqual(before - after, set())
        self.assertEqual(len(after - before), 1)

    def test_one_person_a_day_and_no_names(self):
        everybody = read(self.export())
        self.assertEqual({c['CONTACT'] for c in everybody}, {'Lovelace, Ada', 'Bob'})
        self.assertEqual({c['CONTACT'] for c in read(self.export('bob'))}, {'Bob'})
        late = [c for c in read(self.export('ada', '--since', '2026-04-20')) if c['KIND'] == 'VEVENT']
        self.assertGreaterEqual(min(c['DTSTART'] for c in late), '20260420')
        private = self.export('--private')
        read(private)
        for word in ('Ada', 'Lovelace', 'Bob', 'Spoke', 'draft', 'Room 4'):
            self.assertNotIn(word, private)

    def test_what_cannot_be(self):
        self.assertIn('--ics', self.world.onectl('export', '--ics', '--json', expect=2))
        self.assertIn('eve', self.world.onectl('export', 'eve', '--ics', expect=3))
        self.assertIn('/nowhere/x', self.world.onectl('export', '--ics', '--writer', '/nowhere/x', expect=1))
        self.assertIn('writes no calendar', self.world.onectl('export', '--ics', '--writer', '/bin/false', expect=1))

    def test_onectl_does_not_load_what_writes_icalendar(self):
        for program, loads in (('onectl', False), ('writer', True)):
            needed = subprocess.run(['readelf', '-d', world.PROGRAMS[program]], check=True, text=True,
                                    stdout=subprocess.PIPE).stdout
            self.assertIn('libglib-2.0', needed)
            self.assertEqual('libical' in needed, loads, program)


class EmptyTest(WorldTest):
    def test_nothing_noted_is_nothing_written(self):
        self.world.start(FIRST)
        self.assertEqual(self.world.onectl('export', '--ics', '--writer', '/nowhere/x'), '')


if __name__ == '__main__':
    world.PROGRAMS['writer'] = sys.argv.pop(5)
    world.main()
