#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What onectl makes of a year for people and programs: `report` as Chromium shows it, light, dark and
on paper, and `export`. With ONED_SHOTS in the environment the pictures are kept in that folder."""
import os
import pathlib
import random
import re
import struct
import subprocess
import zlib

import world
from world import WorldTest, at, calendar, event

HOUR = 3600
DAY = 24 * HOUR
FIRST = at('2026-04-06 10:00')
WEEKS = 16
EVIL = '<script>document.title = "owned"</script> & "<img src=http://example.org/x.png>"'


def first_pixel(png):
    """The colour of the upper left corner: nothing is left of it or above, so no filter changes it."""
    data, place = b'', 8
    while place < len(png):
        length, kind = struct.unpack('>I4s', png[place:place + 8])
        if kind == b'IDAT':
            data += png[place + 8:place + 8 + length]
        place += 12 + length
    return zlib.decompress(data)[1:4].hex()


class Quarter(WorldTest):
    """Four months with two people, of which there is something of every kind."""

    def setUp(self):
        super().setUp()
        self.shots = pathlib.Path(os.environ.get('ONED_SHOTS', self.world.home))
        chance = random.Random(7)
        skip = 'EXDATE;TZID=Europe/Berlin:20260427T100000'
        self.world.write('ada.ics', calendar(event('ada@x', FIRST, lines=[skip])))
        self.world.write('bob.ics', calendar(event(
            'bob@x', FIRST + 2 * DAY, person='bob@example.com', name='Bob <Babbage>', summary='Bob / me',
            rule='FREQ=WEEKLY;INTERVAL=2')))
        self.world.start(FIRST - HOUR)
        core = [c['id'] for c in self.world.json('categories')['categories'] if c['rule'] == 'core' and c['enabled']]
        for week in range(WEEKS):
            self.world.set(FIRST + week * 7 * DAY + 3 * DAY)
            for who in ('ada', 'bob') if week % 2 == 0 else ('ada',):
                note = 'Week %d: spoke at length.\n\n- one thing\n- another' % week if week != 2 else EVIL
                self.world.onectl('log', who, '--covered', ','.join(chance.sample(core, 3)), '--note', note)
            if week == 4:
                self.move(skip)
            if week == 5:
                self.world.onectl('log', 'ada', '--skipped')
            if week % 4 == 1:
                self.world.onectl('act', 'ada', 'Send draft %d' % week, '--due', '+%dd' % (week + 1))
                self.world.onectl('act', 'ada', 'Ask about %d & more' % week, '--theirs', '--due', '+3d')
        self.world.onectl('act', 'ada', 'Look ahead', '--due', '+30d')
        self.world.onectl('add', 'ada', '--category', 'wins', 'The release')
        self.world.onectl('done', 'a1')
        self.world.onectl('done', 'a7')
        self.world.onectl('drop', 'a2')

    def move(self, skip):
        """The meeting of the sixth week, by a day, while oned looks on."""
        instance = event('ada@x', at('2026-05-19 10:00'), rule='',
                         lines=['RECURRENCE-ID;TZID=Europe/Berlin:20260518T100000'])
        self.world.write('ada.ics', calendar(event('ada@x', FIRST, lines=[skip]), instance))
        self.world.until(lambda: any(m['moved_from'] for m in self.world.json('meetings')['meetings']))

    def report(self, *words):
        path = pathlib.Path(self.world.home, 'report.html')
        self.world.onectl('report', *words, '--html', str(path))
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        return path


class ReportTest(Quarter):
    def test_the_page_stands_alone(self):
        html = self.report().read_text(encoding='utf-8')
        self.assertIn("default-src 'none'; style-src 'unsafe-inline'", html)
        self.assertNotIn('<script', html)
        self.assertNotIn('<img', html)
        self.assertEqual(re.findall(r'(?:src|href)="', html), [])
        self.assertIn('&lt;script&gt;', html)
        self.assertIn('Bob &lt;Babbage&gt;', html)

    def test_a_private_report_names_nobody_and_quotes_nothing(self):
        page = self.world.onectl('report', '--html', '-', '--private')
        self.assertIn('<svg', page)
        for word in ('Ada', 'Lovelace', 'Babbage', 'example.com', 'spoke at length', 'Send draft', 'The release'):
            self.assertNotIn(word, page)

    def test_the_overview_comes_first_and_only_for_several(self):
        html = self.report().read_text(encoding='utf-8')
        overview = html[html.index('<h2>Overview</h2>'):html.index('<h2>Ada Lovelace</h2>')]
        late = [a['text'] for a in self.world.json('actions', '--overdue')['actions']]
        self.assertEqual(len(re.findall(r'<li>(?:to|from) Ada Lovelace: ', overview)), len(late))
        for text in late:
            self.assertIn(' Ada Lovelace: %s (due ' % text.replace('&', '&amp;'), overview)
        self.assertNotIn('Overview', self.report('ada').read_text(encoding='utf-8'))

    def test_since(self):
        html = self.report('ada', '--since', '2026-06-01').read_text(encoding='utf-8')
        self.assertIn('2026-06-01 – ', html)
        self.assertNotIn('Week 3:', html)
        self.assertIn('Week 10:', html)
        self.assertNotIn('Babbage', html)

    def test_export_of_one_category_since_a_day(self):
        """Everything under wins since June is one command."""
        self.world.onectl('log', 'ada', '--covered', 'wins')
        everything = self.world.json('export', 'ada')['people'][0]['meetings']
        meetings = self.world.json('export', 'ada', '--since', '2026-06-01', '--category', 'wins')['people'][0]['meetings']
        wanted = [m['id'] for m in everything if 'wins' in m['touched'] and m['start'] >= '2026-06-01']
        self.assertEqual([m['id'] for m in meetings], wanted)
        self.assertEqual({c for m in meetings for c in m['touched']}, {'wins'})
        text = self.world.onectl('export', 'ada', '--category', 'wins')
        self.assertIn('# Ada Lovelace', text)
        self.assertIn('- [ ] The release #p1', text)
        self.assertNotIn('growth', text)

    def test_export_has_all(self):
        text = self.world.onectl('export')
        for week in range(3, WEEKS):
            self.assertIn('Week %d: spoke at length.\n\n- one thing\n' % week, text)
        self.assertIn('- [x] @me Send draft 1 (due 2026-04-18) #a1', text)
        self.assertIn('- [-] @them Ask about 1 \\& more', text)
        self.assertIn('# Bob \\<Babbage\\>', text)

    def test_wrong_words(self):
        self.assertIn('--html FILE', self.world.onectl('report', expect=2))
        self.assertIn('nowhere', self.world.onectl('report', '--html', '/nowhere/x.html', expect=1))
        self.assertIn('eve', self.world.onectl('export', 'eve', expect=3))
        self.assertIn('nonsense', self.world.onectl('export', 'ada', '--category', 'nonsense', expect=2))


class ChromiumTest(Quarter):
    def chromium(self, *words):
        done = subprocess.run(
            ['chromium', '--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--disable-dev-shm-usage',
             '--enable-logging=stderr', '--user-data-dir=%s/chromium' % self.world.home, *words],
            env={**self.world.env, 'DBUS_SESSION_BUS_ADDRESS': 'disabled:'}, capture_output=True, text=True, timeout=world.DEADLINE)
        self.assertEqual(done.returncode, 0, done.stderr)
        said = [line for line in done.stderr.splitlines() if 'CONSOLE' in line]
        self.assertEqual(said, [])
        return done.stdout

    def figures(self, dom, heading):
        """The figures of Ada's part of the page: {"held": 14, …}"""
        part = dom[dom.index('<h2>Ada'):]
        part = part[part.index('<h3>%s</h3>' % heading):]
        part = part[:part.index('</dl>')]
        return {name: int(count) for name, count in re.findall(r'<dt>([^<]*)</dt><dd[^>]*>(\d+)</dd>', part)}

    def test_chromium_shows_it(self):
        path = self.report()
        dom = self.chromium('--dump-dom', 'file://%s' % path)
        self.assertIn('<title>One-on-ones</title>', dom)
        meetings = self.world.json('export', 'ada')['people'][0]['meetings']
        states = [m['state'] for m in meetings]
        shown = self.figures(dom, 'Meetings')
        self.assertEqual(shown['held'], states.count('held'))
        self.assertEqual(shown['skipped'], 1)
        self.assertEqual(shown['planned'], states.count('planned'))
        self.assertGreater(shown['planned'], 0)
        self.assertEqual(shown['moved'], 1)
        promises = self.figures(dom, 'Promises')
        self.assertEqual(promises, {'open': 1, 'kept': 1, 'kept late': 1, 'overdue': 5, 'dropped': 1})
        heat = dom[dom.index('<svg'):dom.index('</svg>')]
        rows = self.world.json('coverage', 'ada')['people'][0]['categories']
        touched = sum(cell['touched'] for row in rows for cell in row['history'])
        self.assertEqual(heat.count('class="touched"'), touched)
        self.assertEqual(heat.count('class="label"'), len(rows))

    def test_chromium_draws_it_light_dark_and_on_paper(self):
        path = self.report()
        colours = {}
        for name, words in (('light', ('--blink-settings=preferredColorScheme=1',)),
                            ('dark', ('--blink-settings=preferredColorScheme=0',))):
            shot = self.shots / ('report-%s.png' % name)
            self.chromium('--window-size=1100,1500', *words, '--screenshot=%s' % shot, 'file://%s' % path)
            colours[name] = first_pixel(shot.read_bytes())
        self.assertEqual(colours, {'light': 'ffffff', 'dark': '15191d'})
        paper = self.shots / 'report.pdf'
        self.chromium('--no-pdf-header-footer', '--print-to-pdf=%s' % paper, 'file://%s' % path)
        text = subprocess.run(['pdftotext', '-layout', str(paper), '-'], capture_output=True, text=True,
                              check=True).stdout
        for words in ('One-on-ones', 'Ada Lovelace', 'Bob <Babbage>', 'kept late', '<script>document.title', 'Week 15'):
            self.assertIn(words, text)
        self.assertGreater(text.count('\f'), 1)


if __name__ == '__main__':
    world.main()
