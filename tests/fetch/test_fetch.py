#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""usage: test_fetch.py ONED-FETCH [NAME…]: oned-fetch against an https server of the tests' own."""
import configparser
import gzip
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse

from server import CALENDAR, Answer, Proxy, Server, bomb, make_certificate

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from deadline import SECONDS as DEADLINE

FETCH = os.path.abspath(sys.argv[1])
SECRET = 'geheim-7f3a91'
PASSWORD = 'hunter-2c40'
PATH = '/private-%s/basic.ics' % SECRET
MINUTE, HOUR, DAY = 60, 3600, 86400
OTHER = CALENDAR.replace(b'Ada / me', b'Ada <> me')
MORE = 48 << 20


class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.certificates = tempfile.mkdtemp(prefix='oned-fetch-')
        cls.certificate = make_certificate(cls.certificates, 'own')

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.certificates)

    def setUp(self):
        self.home = tempfile.mkdtemp(prefix='oned-fetch-')
        self.addCleanup(shutil.rmtree, self.home)
        self.folder = os.path.join(self.home, 'data', 'oned', 'feeds')
        os.makedirs(self.folder, 0o700)
        self.env = {'PATH': '/usr/bin:/bin', 'HOME': self.home, 'LC_ALL': 'C.UTF-8',
                    'XDG_DATA_HOME': self.home + '/data', 'CURL_CA_BUNDLE': self.certificate}
        for name in ('ASAN_OPTIONS', 'UBSAN_OPTIONS', 'LSAN_OPTIONS'):
            if name in os.environ:
                self.env[name] = os.environ[name]
        self.server = self.serve()

    def serve(self, certificate=None):
        server = Server(certificate or self.certificate)
        self.addCleanup(server.close)
        return server

    def path(self, name, ending):
        return os.path.join(self.folder, name + ending)

    def subscribe(self, address=None, name='Work'):
        with open(self.path(name, '.address'), 'w', encoding='utf-8') as file:
            file.write((self.server.url(PATH) if address is None else address) + '\n')

    def answer(self, *answers, path=PATH):
        """One for all requests, or each in its turn."""
        self.server.answers[path] = answers[0] if len(answers) == 1 else list(answers)

    def run_fetch(self, *words, env=None):
        done = subprocess.run([FETCH, *words], capture_output=True, env={**self.env, **(env or {})}, timeout=DEADLINE,
                              check=False, stdin=subprocess.DEVNULL)
        self.assert_discreet(done.stdout + done.stderr)
        self.assertNotIn(b'CRITICAL', done.stderr)
        return done

    def assert_discreet(self, said):
        """The address is in nothing but its own file."""
        for secret in (SECRET, PASSWORD, 'localhost', '127.0.0.1'):
            self.assertNotIn(secret, said.decode())
        for name in os.listdir(self.folder) if os.path.isdir(self.folder) else []:
            if os.path.isfile(os.path.join(self.folder, name)) and not name.endswith('.address'):
                with open(os.path.join(self.folder, name), 'rb') as file:
                    found = file.read().decode(errors='replace')
                self.assertFalse(SECRET in found or PASSWORD in found or 'localhost' in found, name)

    def fetch(self, status, pattern, *words, env=None, name='Work'):
        done = self.run_fetch(*words, name, env=env)
        said = (done.stderr if status else done.stdout).decode()
        self.assertEqual(done.returncode, status, done)
        self.assertRegex(said, r'\A%s: [^\n]*%s[^\n]*\n\Z' % (name, pattern))
        self.assertEqual([f for f in os.listdir(self.folder) if f.startswith('.')], [])

    def kept(self, name='Work'):
        if not os.path.exists(self.path(name, '.ics')):
            return None
        with open(self.path(name, '.ics'), 'rb') as file:
            return file.read()

    def state(self, name='Work'):
        parser = configparser.ConfigParser(interpolation=None)
        parser.read(self.path(name, '.state'))
        return dict(parser['feed'])

    def wait(self):
        """Seconds from the last answer to the next time."""
        state = self.state()
        return int(state['next']) - int(state['asked'])

    def assert_waits(self, seconds):
        self.assertGreaterEqual(self.wait(), seconds)
        self.assertLessEqual(self.wait(), seconds + seconds // 10)

    def refused(self, answer, pattern, word, env=None, words=()):
        """The answer is refused, and the calendar of before stays as it is."""
        self.subscribe()
        self.answer(Answer())
        self.fetch(0, 'came')
        before = os.stat(self.path('Work', '.ics'))
        self.answer(answer)
        self.fetch(1, pattern, *words, env=env)
        self.assertEqual(self.state()['answer'], word)
        self.assertEqual(self.kept(), CALENDAR)
        self.assertEqual(os.stat(self.path('Work', '.ics')), before)


class Good(Case):
    def test_a_calendar_comes_and_is_the_users_alone(self):
        self.subscribe()
        self.answer(Answer())
        self.fetch(0, 'the calendar came')
        self.assertEqual(self.kept(), CALENDAR)
        self.assertEqual(self.state()['answer'], 'new')
        for ending in ('.ics', '.state'):
            self.assertEqual(stat.S_IMODE(os.stat(self.path('Work', ending)).st_mode), 0o600)

    def test_webcal_is_https(self):
        self.subscribe(self.server.url(PATH).replace('https', 'webcal'))
        self.answer(Answer())
        self.fetch(0, 'came')

    def test_a_mark_and_blank_lines_may_stand_before_it(self):
        self.subscribe()
        body = b'\xef\xbb\xbf\r\n \n' + CALENDAR + b'\r\n\r\n'
        self.answer(Answer(body=body))
        self.fetch(0, 'came')
        self.assertEqual(self.kept(), body)

    def test_packed_by_gzip(self):
        self.subscribe()
        self.answer(Answer(body=gzip.compress(CALENDAR), headers=[('Content-Encoding', 'gzip')]))
        self.fetch(0, 'came')
        self.assertEqual(self.kept(), CALENDAR)
        self.assertIn('gzip', self.server.take_asked()[0][1]['accept-encoding'])

    def test_without_a_length_to_its_end(self):
        self.subscribe()
        self.answer(Answer(body=OTHER, length=None))
        self.run_fetch('Work')  # whether TLS is ended in order is the server's affair: all or nothing
        self.assertIn(self.kept(), (None, OTHER))

    def test_asked_whether_it_has_changed(self):
        self.subscribe()
        tags = [('ETag', '"a;b \\"c"'), ('Last-Modified', 'Mon, 30 Nov 2026 10:00:00 GMT')]
        self.answer(Answer(headers=tags), Answer(304, b''), Answer(body=OTHER), Answer(body=OTHER))
        self.fetch(0, 'came')
        self.server.take_asked()
        before = os.stat(self.path('Work', '.ics'))
        self.fetch(0, 'as before')
        headers = self.server.take_asked()[0][1]
        self.assertEqual(headers['if-none-match'], tags[0][1])
        self.assertEqual(headers['if-modified-since'], tags[1][1])
        self.assertEqual(os.stat(self.path('Work', '.ics')), before)
        self.assertEqual(self.state()['answer'], 'same')
        self.fetch(0, 'came')
        self.assertEqual(self.kept(), OTHER)
        self.server.take_asked()
        self.fetch(0, 'as before')  # told by nobody: it is the same to the letter
        self.assertNotIn('if-none-match', self.server.take_asked()[0][1])

    def test_another_address_is_asked_without_the_tags_of_the_last(self):
        self.subscribe()
        self.answer(Answer(headers=[('ETag', '"1"')]))
        self.answer(Answer(body=OTHER), path='/other')
        self.fetch(0, 'came')
        self.server.take_asked()
        self.subscribe(self.server.url('/other'))
        self.fetch(0, 'came')
        self.assertNotIn('if-none-match', self.server.take_asked()[0][1])
        self.assertEqual(self.kept(), OTHER)

    def test_a_calendar_that_was_deleted_comes_again(self):
        self.subscribe()
        self.answer(Answer(headers=[('ETag', '"1"')]))
        self.fetch(0, 'came')
        os.unlink(self.path('Work', '.ics'))
        self.server.take_asked()
        self.fetch(0, 'came')
        self.assertNotIn('if-none-match', self.server.take_asked()[0][1])

    def test_five_times_sent_on(self):
        self.subscribe()
        for i in range(5):
            self.answer(Answer(302, b'moved', [('Location', '/hop%d' % (i + 1))]), path='/hop%d' % i if i else PATH)
        self.answer(Answer(), path='/hop5')
        self.fetch(0, 'came')

    def test_what_does_not_change_is_left_alone_for_as_long_as_wanted(self):
        self.subscribe()
        hint = CALENDAR.replace(b'PRODID', b'REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\nX-PUBLISHED-TTL:PT1H\r\nPRODID')
        self.answer(Answer(body=hint, headers=[('ETag', '"1"')]), Answer(304, b''))
        self.fetch(0, 'came')
        self.assert_waits(4 * HOUR)
        self.fetch(0, 'as before')
        self.assert_waits(4 * HOUR)

    def test_the_longest_wish_counts_and_none_is_half_an_hour(self):
        self.subscribe()
        for control, seconds in (('max-age=7200', 2 * HOUR), ('no-cache, max-age=0', 30 * MINUTE),
                                 ('max-age=99999999999', DAY), ('private, max-age=60', 15 * MINUTE)):
            self.answer(Answer(headers=[('Cache-Control', control)]))
            self.run_fetch('Work')
            self.assert_waits(seconds)

    def test_by_itself_only_what_is_due(self):
        self.subscribe()
        self.answer(Answer())
        self.assertEqual(self.run_fetch().returncode, 0)
        self.assertEqual(len(self.server.take_asked()), 1)
        self.assertEqual(self.run_fetch().returncode, 0)
        self.assertEqual(self.server.take_asked(), [])

    def test_through_the_proxy_of_the_environment(self):
        proxy = Proxy()
        self.addCleanup(proxy.close)
        self.subscribe()
        self.answer(Answer(headers=[('Connection', 'close')]))
        self.fetch(0, 'came', env={'https_proxy': proxy.url})
        self.assertEqual(proxy.asked, ['CONNECT localhost:%d HTTP/1.1' % self.server.port])


class Refused(Case):
    def test_a_web_page(self):
        self.refused(Answer(body=b'<!DOCTYPE html><title>Sign in</title>'), 'a web page came', 'page')

    def test_something_else(self):
        self.refused(Answer(body=b'{"error": "no"}'), 'is no calendar', 'no-calendar')

    def test_nothing(self):
        self.refused(Answer(body=b''), 'is no calendar', 'no-calendar')

    def test_not_found(self):
        self.refused(Answer(404, b'<html>' + SECRET.encode()), 'no calendar at this address', 'not-found')
        self.assertEqual(self.state()['status'], '404')

    def test_login(self):
        self.refused(Answer(401, b'', [('WWW-Authenticate', 'Basic realm="x"')]), 'wants a login', 'login')

    def test_forbidden(self):
        self.refused(Answer(403, b''), 'wants a login', 'login')

    def test_busy_says_when_to_come_again(self):
        self.refused(Answer(503, b'', [('Retry-After', '7200')]), 'busy or fails', 'busy')
        self.assert_waits(2 * HOUR)

    def test_too_often(self):
        self.refused(Answer(429, b'', [('Retry-After', '999999999')]), 'busy or fails', 'busy')
        self.assert_waits(DAY)

    def test_unchanged_to_whom_nothing_was_there(self):
        self.refused(Answer(304, b''), 'means nothing', 'strange')

    def test_part_of_it(self):
        self.refused(Answer(206), 'means nothing', 'strange')

    def test_sent_on_in_a_circle(self):
        self.refused(Answer(302, b'', [('Location', PATH)]), 'more than five times', 'redirects')

    def test_sent_on_to_http(self):
        self.refused(Answer(301, b'', [('Location', 'http://localhost:1/' + SECRET)]), 'not https', 'plain')

    def test_sent_on_to_a_file(self):
        self.refused(Answer(302, b'', [('Location', 'file:///etc/passwd')]), 'not https', 'plain')

    def test_cut_off_in_the_middle(self):
        half = CALENDAR[:150]
        self.refused(Answer(body=half, length=len(CALENDAR)), 'broke off', 'cut')

    def test_cut_off_without_a_length(self):
        self.refused(Answer(body=CALENDAR[:150], length=None), 'broke off', 'cut')

    def test_cut_off_when_packed(self):
        """Whether libcurl minds that the packed stream has no end depends on its version."""
        self.subscribe()
        self.answer(Answer(body=gzip.compress(CALENDAR)[:100], headers=[('Content-Encoding', 'gzip')]))
        self.fetch(1, '(?:broke off|means nothing)')
        self.assertIsNone(self.kept())

    def test_a_length_that_is_too_short(self):
        self.refused(Answer(length=150), 'broke off', 'cut')

    def test_a_length_that_is_too_large(self):
        self.refused(Answer(length=MORE + 1), 'larger than 48 MB', 'large')

    def test_a_bomb(self):
        packed = bomb(4 * MORE)
        self.assertLess(len(packed), MORE // 50)
        self.refused(Answer(body=packed, headers=[('Content-Encoding', 'gzip')]), 'larger than 48 MB', 'large')

    def test_no_end_of_it(self):
        self.refused(Answer(body=CALENDAR[:40] + b'\r\n' * (MORE // 2), length=None), 'larger than 48 MB', 'large')

    def test_a_server_that_keeps_silent(self):
        self.refused(Answer(act='hang'), 'too slow', 'slow', words=('--patience', '1'))

    def test_a_server_that_never_ends(self):
        self.refused(Answer(body=CALENDAR[:150], length=len(CALENDAR), act='trickle'), 'too slow', 'slow',
                     words=('--patience', '1'))

    def test_a_certificate_that_nobody_signed(self):
        other = make_certificate(self.certificates, 'other')
        self.refused(Answer(), 'certificate', 'certificate', env={'CURL_CA_BUNDLE': other})

    def test_a_certificate_of_another_server(self):
        self.server.close = lambda: None
        elsewhere = make_certificate(self.certificates, 'elsewhere', 'elsewhere.example')
        real, self.server = self.server, self.serve(elsewhere)
        self.addCleanup(Server.close, real)
        self.answer(Answer())
        self.subscribe()
        self.fetch(1, 'certificate', env={'CURL_CA_BUNDLE': elsewhere})
        self.assertIsNone(self.kept())
        self.assertEqual(self.server.take_asked(), [])

    def test_a_proxy_that_does_not_lead_there(self):
        proxy = Proxy(b'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n')
        self.addCleanup(proxy.close)
        self.refused(Answer(), 'proxy', 'proxy', env={'https_proxy': proxy.url})

    def test_a_server_that_is_not_there(self):
        self.subscribe('https://localhost:1' + PATH)
        self.fetch(1, 'cannot be reached')
        self.assert_waits(15 * MINUTE)

    def test_addresses_that_are_none(self):
        for address in ('http://localhost/' + SECRET, 'ftp://x/', 'file:///etc/passwd', '', 'https://', 'https:///x',
                        'https://a b/', '/etc/passwd', 'https://localhost:99999/' + SECRET):
            self.subscribe(address)
            self.fetch(1, 'address cannot be read|means nothing')
        os.unlink(self.path('Work', '.address'))
        os.symlink('/etc/passwd', self.path('Work', '.address'))
        self.fetch(1, 'address cannot be read')

    def test_what_cannot_be_written(self):
        """The calendar's name is taken by a folder, which no file can be put in the place of."""
        self.subscribe()
        self.answer(Answer())
        os.makedirs(self.path('Work', '.ics') + '/in')
        self.fetch(1, 'could not be written')
        self.assertEqual(self.state()['answer'], 'disk')

    def test_failures_in_a_row_wait_longer(self):
        self.subscribe()
        self.answer(Answer(500, b''))
        for minutes in (30, 60, 120, 240, 360, 360):
            self.fetch(1, 'busy or fails')
            self.assert_waits(minutes * MINUTE)
        self.answer(Answer())
        self.fetch(0, 'came')
        self.assert_waits(30 * MINUTE)
        self.assertEqual(self.state()['failures'], '0')


class Secrets(Case):
    def login(self, path=PATH):
        return self.server.url(path).replace('//', '//robin:%s@' % urllib.parse.quote(PASSWORD))

    def test_user_and_password_go_to_their_own_server_alone(self):
        self.subscribe(self.login())
        self.answer(Answer(302, b'', [('Location', '/here')]))
        self.answer(Answer(302, b'', [('Location', self.server.url('/there', '127.0.0.1'))]), path='/here')
        self.answer(Answer(302, b'', [('Location', 'https://a:b@127.0.0.1:%d/last' % self.server.port)]), path='/there')
        self.answer(Answer(), path='/last')
        self.fetch(0, 'came')
        sent = {path: 'authorization' in headers for path, headers in self.server.take_asked()}
        self.assertEqual(sent, {PATH: True, '/here': True, '/there': False, '/last': False})

    def test_nothing_else_of_it_travels_to_another_server(self):
        self.subscribe()
        self.answer(Answer(302, b'', [('Location', self.server.url('/there', '127.0.0.1'))]))
        self.answer(Answer(headers=[('Set-Cookie', 'a=b')]), path='/there')
        self.fetch(0, 'came')
        self.fetch(0, 'as before')
        for path, headers in self.server.take_asked():
            self.assertFalse({'referer', 'cookie', 'origin'} & set(headers), path)
            if path == '/there':
                self.assertNotIn(SECRET, repr(headers))

    def test_no_process_list_has_it_and_no_core(self):
        self.subscribe()
        self.answer(Answer(act='hang'))
        with subprocess.Popen([FETCH, 'Work'], env=self.env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as child:
            self.assertTrue(self.server.http.hanging.wait(DEADLINE))
            with open('/proc/%d/cmdline' % child.pid, 'rb') as file:
                self.assertEqual(file.read().decode(), FETCH + '\0Work\0')
            with open('/proc/%d/limits' % child.pid, encoding='utf-8') as file:
                self.assertRegex(file.read(), r'Max core file size +0 +0 ')
            child.terminate()
            self.assert_discreet(child.stdout.read())


class Several(Case):
    def test_one_that_fails_holds_up_no_other(self):
        self.answer(Answer(404, b''))
        self.answer(Answer(), path='/b')
        self.subscribe(name='A a')
        self.subscribe(self.server.url('/b'), name='Bé')
        done = self.run_fetch()
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr.decode(), r'\AA a: its server has no calendar')
        self.assertEqual(self.kept('Bé'), CALENDAR)

    def test_no_such_subscription(self):
        for name in ('Nobody', '../../x', '-', '.Work'):
            done = self.run_fetch('--', name)
            self.assertEqual(done.returncode, 3)
        self.assertEqual(self.run_fetch().returncode, 0)
        shutil.rmtree(self.folder)
        self.assertEqual(self.run_fetch().returncode, 0)
        self.assertEqual(self.run_fetch('Work').returncode, 3)

    def test_usage(self):
        for words in (('--nonsense',), ('--patience', '0'), ('--patience', '3601'), ('--patience', 'x')):
            self.assertEqual(self.run_fetch(*words).returncode, 2)
        self.assertRegex(self.run_fetch('--version').stdout.decode(), r'\Aoned-fetch \d')

    def test_unsubscribed_while_it_comes(self):
        """Nothing of it is left lying there."""
        self.subscribe()
        self.answer(Answer(body=CALENDAR[:150], length=len(CALENDAR), act='trickle'))
        with subprocess.Popen([FETCH, '--patience', '2', 'Work'], env=self.env, stderr=subprocess.PIPE) as child:
            self.assertTrue(self.server.http.hanging.wait(DEADLINE))
            os.unlink(self.path('Work', '.address'))
            child.stderr.read()
            child.wait(DEADLINE)
        self.assertEqual(os.listdir(self.folder), [])

    def test_killed_while_it_comes(self):
        """What was cut short is written over by the next."""
        self.subscribe()
        self.answer(Answer(body=CALENDAR[:150], length=len(CALENDAR), act='trickle'))
        with subprocess.Popen([FETCH, 'Work'], env=self.env) as child:
            self.assertTrue(self.server.http.hanging.wait(DEADLINE))
            child.kill()
        self.assertIsNone(self.kept())
        self.answer(Answer())
        self.fetch(0, 'came')
        self.assertEqual(self.kept(), CALENDAR)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1] + sys.argv[2:])
