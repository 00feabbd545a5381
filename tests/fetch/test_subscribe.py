#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""From `onectl subscribe` to a reminder's meeting, and back: onectl, oned-fetch, a server with a
certificate of its own, and a real oned that sees nothing but files."""
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[1:1] = [HERE + '/../bus']
import world
from server import Answer, Server, make_certificate
from world import WorldTest, at, calendar, event

FETCH = os.path.abspath(sys.argv.pop(5))
SECRET = 'geheim-7f3a91'
PATH = '/private-%s/basic.ics' % SECRET
MONDAY = at('2026-11-23 10:00')
HOUR = 3600
WEEK = 7 * 24 * HOUR
ADA = calendar(event('ada@x', MONDAY - 2 * WEEK)).encode()


class SubscribeTest(WorldTest):
    @classmethod
    def setUpClass(cls):
        cls.certificates = tempfile.mkdtemp(prefix='oned-fetch-')
        cls.certificate = make_certificate(cls.certificates, 'own')

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.certificates)

    def setUp(self):
        super().setUp()
        self.world.env['CURL_CA_BUNDLE'] = self.certificate
        self.server = Server(self.certificate)
        self.addCleanup(self.server.close)
        self.server.answers[PATH] = Answer(body=ADA)
        self.folder = self.world.env['XDG_DATA_HOME'] + '/oned/feeds'

    def run_onectl(self, *words, given=None):
        done = subprocess.run([world.PROGRAMS['onectl'], *words], env=self.world.env, capture_output=True, text=True,
                              input=given, timeout=world.DEADLINE, check=False)
        self.assertNotIn(SECRET, done.stdout + done.stderr)
        return done

    def subscribe(self, status=0, name='Work', path=PATH):
        done = self.run_onectl('subscribe', '--fetch', FETCH, name, '-', given=self.server.url(path) + '\n')
        self.assertEqual(done.returncode, status, done.stderr)
        return done

    def again(self, status=0, name='Work'):
        done = self.run_onectl('subscribe', '--fetch', FETCH, name)
        self.assertEqual(done.returncode, status, done.stderr)
        return done

    def feeds(self):
        return [s for s in self.world.json('status')['sources'] if s['kind'] == 'feed']

    def troubles(self):
        return [t for t in self.world.json('status')['troubles'] if t['source'].startswith(self.folder)]

    def assert_discreet(self):
        """In nothing that is written or said, but in its own file."""
        for folder, _, names in os.walk(self.world.home):
            for name in names:
                path = os.path.join(folder, name)
                if not name.endswith('.address') and stat.S_ISREG(os.lstat(path).st_mode):
                    with open(path, 'rb') as file:
                        self.assertNotIn(SECRET.encode(), file.read(), path)
        for words in (['status'], ['status', '--json'], ['doctor'], ['doctor', '--json'], ['subscribe'],
                      ['subscribe', '--json'], ['explain', '--json'], ['export']):
            self.run_onectl(*words)

    def test_a_calendar_that_is_subscribed_to_is_read_beside_the_configured_ones(self):
        self.world.start(MONDAY - HOUR)
        self.assertEqual(self.world.json('meetings')['meetings'], [])
        done = self.subscribe()
        self.assertIn('the calendar came', done.stdout)
        self.assertIn("have 'oned-fetch' run", done.stderr)  # there is no systemd here
        self.world.until(lambda: self.world.json('next')['next'])
        self.assertEqual(self.world.json('next')['next']['person'], 'Ada Lovelace')
        self.assertEqual([(s['name'], s['path'], s['series']) for s in self.feeds()],
                         [('Work', self.folder + '/Work.ics', 1)])
        self.assertIn('Work (subscription)', self.world.onectl('status'))
        self.assertEqual(stat.S_IMODE(os.stat(self.folder + '/Work.address').st_mode), 0o600)
        self.assertEqual(stat.S_IMODE(os.stat(self.folder).st_mode), 0o700)
        self.assert_discreet()

    def test_unsubscribed_it_is_gone_with_its_address_and_what_was_noted_stays(self):
        self.subscribe()
        self.world.start(MONDAY - HOUR)
        self.world.until(lambda: self.world.json('next')['next'])
        self.world.onectl('add', 'ada', 'The plan')
        self.assertEqual(self.run_onectl('unsubscribe', 'Work').returncode, 0)
        self.assertEqual(os.listdir(self.folder), [])
        self.world.until(lambda: not self.world.json('next')['next'])
        self.assertEqual(self.feeds(), [])
        self.assertEqual([p['text'] for p in self.world.json('points')['points']], ['The plan'])
        self.assertEqual(self.run_onectl('unsubscribe', 'Work').returncode, 3)

    def test_what_does_not_come_is_one_trouble_with_its_fix_until_it_comes(self):
        self.world.start(MONDAY - HOUR)
        self.server.answers[PATH] = Answer(404, b'')
        done = self.subscribe(1)
        self.assertRegex(done.stderr, r'onectl: Work: its server has no calendar at this address.*; copy the address anew')
        self.world.until(self.troubles)
        self.assertEqual([t['source'] for t in self.troubles()], [self.folder + '/Work.ics'])
        self.assertIn('copy the address anew', ' '.join(self.world.onectl('status').split()))
        wrong = [c for c in json.loads(self.run_onectl('doctor', '--json').stdout)['checks'] if not c['ok'] and 'Work' in c['what']]
        self.assertEqual([c['name'] for c in wrong], ['feed'])
        self.assertIn('copy the address anew', wrong[0]['mend'])
        self.assert_discreet()
        self.server.answers[PATH] = Answer(body=ADA)
        self.again()
        self.world.until(lambda: not self.troubles())
        self.world.until(lambda: self.world.json('next')['next'])

    def test_what_was_known_stays_when_a_page_comes_in_its_place(self):
        self.subscribe()
        self.world.start(MONDAY - HOUR)
        self.world.until(lambda: self.world.json('next')['next'])
        self.server.answers[PATH] = Answer(body=b'<html>Sign in</html>')
        self.assertIn('a web page came', self.again(1).stderr)
        self.world.until(self.troubles)
        self.assertEqual(self.world.json('next')['next']['person'], 'Ada Lovelace')
        self.assertEqual([s['stale'] for s in self.feeds()], [False])

    def test_a_server_that_is_down_is_no_trouble_yet(self):
        self.subscribe()
        self.world.start(MONDAY - HOUR)
        self.world.until(lambda: self.world.json('next')['next'])
        self.server.answers[PATH] = Answer(503, b'')
        self.assertIn('busy or fails', self.again(1).stderr)
        self.assertEqual(self.troubles(), [])

    def test_the_list_has_the_age_and_the_last_answer_of_each(self):
        self.subscribe(name='B c')
        self.server.answers['/none'] = Answer(410, b'')
        self.subscribe(1, 'A', '/none')
        records = self.world.json('subscribe')['subscriptions']
        self.assertEqual([(r['name'], r['answer'], r['ok']) for r in records], [('A', 'not-found', False), ('B c', 'new', True)])
        self.assertEqual(records[0]['got'], None)
        self.assertTrue(records[1]['got'] and records[1]['next'] > records[1]['got'])
        text = self.world.onectl('subscribe')
        self.assertRegex(text, r'(?s)A\n  its server has no .*\(asked \w+ \d\d:\d\d;\s+it has never come\).*'
                               r'B c\n  the calendar came \(\w+ \d\d:\d\d\)')
        offers = self.run_onectl('complete', '--', 'unsubscribe', '').stdout
        self.assertEqual([offer.split('\t')[0] for offer in offers.splitlines()], ['A', 'B c'])

    def test_what_makes_no_sense_is_refused_and_nothing_is_written(self):
        for name, address, status in (('Work', 'http://x.example/' + SECRET, 2), ('Work', SECRET, 2), ('Work', '', 2),
                                      ('../Work', self.server.url(PATH), 2), ('-', self.server.url(PATH), 2),
                                      ('.Work', self.server.url(PATH), 2)):
            done = self.run_onectl('subscribe', '--fetch', FETCH, '--', name, '-', given=address)
            self.assertEqual((done.returncode, done.stdout), (status, ''), done)
        self.assertIn('by http everybody', self.run_onectl('subscribe', '--fetch', FETCH, 'Work', '-',
                                                           given='http://x.example/').stderr)
        self.assertEqual(self.again(3).stdout, '')
        done = self.run_onectl('subscribe', '--fetch', self.world.home, 'Work', '-', given=self.server.url(PATH))
        self.assertEqual(done.returncode, 1)
        self.assertIn('install the package oned-fetch', done.stderr)
        self.assertFalse(os.path.exists(self.folder))

    def test_systemd_is_told_to_go_on_with_it_and_at_the_end_to_stop(self):
        services = self.world.start_services('systemd')
        self.addCleanup(services.end)
        done = self.subscribe()
        self.assertEqual(done.stderr, '')
        self.run_onectl('unsubscribe', 'Work')
        services.say('unit enabled')
        told = []
        while (record := json.loads(services.line()))['event'] != 'unit':
            told.append(record['event'])
        self.assertEqual(told, ['EnableUnitFiles', 'Reload', 'StartUnit', 'StopUnit', 'DisableUnitFiles'])

    def test_another_address_takes_the_place_of_the_first(self):
        self.subscribe()
        grace = calendar(event('grace@x', MONDAY, person='grace@example.com', name='Grace Hopper')).encode()
        self.server.answers['/other'] = Answer(body=grace)
        self.subscribe(path='/other')
        self.world.start(MONDAY - HOUR)
        self.world.until(lambda: self.world.json('next')['next'])
        self.assertEqual(self.world.json('next')['next']['person'], 'Grace Hopper')


if __name__ == '__main__':
    world.main()
