#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What onectl says and with which status it ends when something is wrong; what it sends; and what it
never does. Against a scripted oned: a real one does not fail on command."""
import json
import os
import pty
import re
import signal
import subprocess
import sys
import unittest
from cli_fixture import DEADLINE, HARMFUL, Cli

ONECTL, SCRIPTED = sys.argv[1], sys.argv[2]
START, MIDNIGHT = 1795770000, 1795734000  # of Ada's meeting, and of its day
NOW = 1795768500  # Friday 2026-11-27 09:35 in Berlin
EVIL = r'Ada\u001b[31m\u001b]0;x\u0007 \u009b1m \u202eevil\u2066\u200b\u0085 <b>&amp;</b>\u000a\u000dend'
MEETING = ("{'id': <'m41'>, 'uid': <'u'>, 'person': <'%s'>, 'address': <'%s'>, 'role': <'%s'>, 'state': <'planned'>,"
           " 'start': <int64 1795770000>, 'end': <int64 1795771800>, 'summary': <'%s'>, 'location': <'%s'>,"
           " 'join': <'%s'>, 'source': <'%s'>, 'items': <['%s']>}")
ADA = MEETING % ('Ada', 'ada@example.com', 'manager', 'Ada / me', '', '', '', 'Wins')
GRACE = MEETING % ('Grace', 'grace@example.com', 'peer', 'Grace / me', '', '', '', 'Growth')
PROMISE = "{'id': <'a1'>, 'person': <'Ada'>, 'text': <'%s'>, 'owner': <'me'>, 'state': <'open'>, 'category': <'%s'>}"

# Every command that asks oned something, as it is typed.
ASKING = [
    [], ['agenda', 'ada'], ['next'], ['meetings'], ['add', 'ada', 'text'], ['points'], ['act', 'ada', 'text'],
    ['ask', 'ada', 'text'], ['actions'], ['done', 'a1'], ['drop', 'a1'], ['reopen', 'a1'], ['log', 'ada', '--skipped'], ['people'],
    ['person', 'ada'], ['coverage'], ['categories'], ['snooze'], ['explain'], ['track', 'u', '--person', 'a@b.c'],
    ['ignore', 'u'], ['status'],
]
ASKS = "ListPoints ('', {'ask': <true>})"  # what is to be asked, besides the agendas
METHODS = ['GetAgendas', 'ListMeetings', 'AddPoint', 'ListPoints', 'AddAction', 'ListActions', 'SetState', 'Log',
           'ListPeople', 'GetPerson', 'SetPerson', 'GetCoverage', 'ListCategories', 'Snooze', 'Explain', 'Track',
           'Ignore', 'GetStatus']


def script(*lines):
    return '\n'.join(['property Now %d' % NOW, *lines, ''])


def sorted_options(call):
    """The options of a call are a dictionary: their order means nothing."""
    return re.sub(r"\{(.*)\}", lambda m: '{%s}' % ', '.join(sorted(re.split(r", (?='\w+': <)", m[1]))), call)


class Case(unittest.TestCase):
    def setUp(self):
        self.cli = Cli(ONECTL)
        self.addCleanup(self.cli.close)

    def scripted(self, *lines):
        self.cli.script(SCRIPTED, script(*lines))

    def check(self, words, status, pattern, **more):
        done = self.cli.run(*words, **more)
        said = done.stderr.decode()
        self.assertEqual(done.returncode, status, '%s: %s' % (words, said))
        self.assertEqual(done.stdout, b'', words)
        self.assertRegex(said, r'\Aonectl: [^\n]+\n\Z', words)
        self.assertRegex(said, pattern, words)


class Unreachable(Case):
    def test_no_oned_is_status_4_with_the_mend(self):
        for words in ASKING:
            self.check(words, 4, r'cannot reach oned .*systemctl --user start oned')

    def test_no_bus_is_status_4_with_the_mend(self):
        gone = {'DBUS_SESSION_BUS_ADDRESS': 'unix:path=%s/none' % self.cli.folder}
        for words in ASKING:
            self.check(words, 4, r'there is no session bus', env=gone)

    def test_oned_dies_while_it_is_asked(self):
        self.scripted('quit GetAgendas')
        self.check(['agenda'], 4, r'cannot reach oned')

    def test_an_older_oned_is_told_from_none(self):
        self.scripted('error GetStatus org.freedesktop.DBus.Error.UnknownMethod No such method')
        self.check(['status'], 1, r'another version .*systemctl --user restart oned')


class Started(Case):
    def test_asking_starts_oned_and_completion_does_not(self):
        self.cli.let_activate(SCRIPTED, script("reply ListPeople ([{'name': <'Ada'>}],)"))
        self.check(['complete', '--', 'agenda', 'a'], 4, 'cannot reach oned')
        self.assertEqual(self.cli.started(), 0)
        self.assertIn(b'Ada', self.cli.run('people').stdout)
        self.assertEqual(self.cli.started(), 1)
        self.assertEqual(self.cli.run('complete', '--', 'agenda', 'a').stdout, b'Ada\t\n')
        self.assertEqual(self.cli.started(), 1)


class Refusals(Case):
    def test_every_error_has_its_status(self):
        for name, status in [('Failed', 1), ('Invalid', 2), ('NotFound', 3), ('Ambiguous', 3), ('Refused', 5)]:
            self.scripted("error GetPerson org.oned.Oned1.Error.%s no person 'adx'" % name)
            self.check(['person', 'adx'], status, r"\Aonectl: no person 'adx'\n")

    def test_a_foreign_error_is_status_1(self):
        self.scripted('error GetPerson org.example.Broken it is broken')
        self.check(['person', 'adx'], 1, r'it is broken')

    def test_escape_sequences_in_an_error_are_cleaned(self):
        self.scripted("error GetPerson org.oned.Oned1.Error.NotFound no person '\x1b[31m\x07\u202ex'")
        done = self.cli.run('person', 'x')
        self.assertIsNone(HARMFUL.search(done.stderr.decode()))

    def test_what_makes_no_sense_is_status_2_and_never_sent(self):
        self.scripted()
        for words, pattern in [
            (['agnda'], r"did you mean 'agenda'"), (['xyzzy'], r"'onectl help' lists them"),
            (['add'], r'onectl add WHO TEXT'), (['add', 'ada'], r'onectl add WHO TEXT'),
            (['add', 'ada', ''], r'empty'), (['add', 'ada', '  '], r'empty'),
            (['act', 'ada', 'x', '--due', 'someday'], r"no day 'someday'"),
            (['act', 'ada', 'x', '--due', '2026-02-30'], r"no day '2026-02-30'"),
            (['act', 'ada', 'x', '--due'], r'--due DAY'), (['act', 'ada', 'x', '--deu', 'fri'], r"'--due'"),
            (['act', 'ada', 'x', '--theirs=no'], r'takes no value'),
            (['log', 'ada'], r"'--covered C,…', '--note TEXT' or '--skipped'"),
            (['log', 'ada', '--covered', ','], r'names no category'),
            (['log', 'ada', '--covered', 'wins', '--skipped'], r'exclude'),
            (['meetings', '--from', 'fri', '--to', 'yesterday'], r'before'),
            (['explain', '--from', '2026-11-27', '--to', '2026-11-27'], r'not after'),
            (['explain', '--from', '10:00'], r"no time '10:00'"),
            (['person', 'ada', 'bob', '--name', 'x'], r"'--name' is for one person"), (['week', 'someday'], r"no day 'someday'"),
            (['snooze', 'ada', '10'], r"no duration '10'"), (['snooze', 'ada', 'lovelace'], r'no duration'),
            (['track', 'u'], r'--person WHO'), (['people', 'ada'], r"'ada' is too much"),
            (['agenda', 'ada', 'lovelace'], r"'lovelace' is too much"), (['done'], r'onectl done ID'),
            (['status', '--why'], r"unknown option '--why'"), (['track', 'u', '--json'], r"takes no option '--json'"),
            (['status', '--color', 'blue'], r"no colour 'blue'"), (['help', 'xyzzy'], r'unknown command'),
        ]:
            self.check(words, 2, pattern)
        self.assertEqual([call for call in self.cli.stop() if 'GetAll' not in call], [])

    def test_a_full_disk_is_no_success(self):
        self.scripted('reply ListPeople ([],)')
        with open('/dev/full', 'wb') as full:
            done = self.cli.run('people', '--json', stdout=full)
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr.decode(), r'\Aonectl: cannot write: [^\n]+\n\Z')


class Sent(Case):
    """What a command line becomes on the bus."""
    def test_words_become_what_oned_understands(self):
        record, records = "reply %s ({'id': <'a1'>},)", 'reply %s ([],)'
        self.scripted(*[record % m for m in ('AddPoint', 'AddAction', 'Log', 'GetPerson', 'SetPerson', 'GetStatus')],
                      *[records % m for m in ('GetAgendas', 'ListMeetings', 'ListPoints', 'ListActions', 'GetCoverage',
                                              'ListCategories')],
                      'reply SetState (1, [])', 'reply Snooze (5,)', 'reply Explain ([], [])', 'reply Track ()',
                      'reply Ignore ()')
        here = os.getcwd()
        for words, *calls in [
            ([], "GetAgendas ('', {})", ASKS), (['--rebuild'], "GetAgendas ('', {'rebuild': <true>})", ASKS),
            (['agenda', 'fri'], "GetAgendas ('2026-11-27', {})"), (['agenda', '+2w'], "GetAgendas ('2026-12-11', {})"),
            (['agenda', 'm41'], "GetAgendas ('m41', {})"), (['agenda', 'next'], "GetAgendas ('next', {})"),
            (['agenda', 'Friedrich'], "GetAgendas ('Friedrich', {})"),
            (['add', 'ada', 'the', 'budget', '--on', 'mon', '--main', 'wins'],
             "AddPoint ('ada', 'the budget', {'on': <'2026-11-30'>, 'main': <true>, 'category': <'wins'>})"),
            (['add', 'ada', '--main', 'update'],
             "AddPoint ('ada', '', {'main': <true>, 'category': <'update'>})"),
            (['add', 'fri', '--', '--on', 'x'], "AddPoint ('fri', '--on x', {})"),
            (['act', '--theirs', 'ada', '--due=+3d', 'send', 'it'],
             "AddAction ('ada', 'send it', {'theirs': <true>, 'due': <'2026-11-30'>})"),
            (['points', 'ada', '--all'], "ListPoints ('ada', {'all': <true>})"),
            (['actions', '--overdue'], "ListActions ('', {'overdue': <true>})"),
            (['done', 'a1', 'p2'], "SetState (['a1', 'p2'], 'done')"),
            (['drop', 'a1'], "SetState (['a1'], 'dropped')"), (['reopen', 'a1'], "SetState (['a1'], 'open')"),
            (['log', 'ada', '--covered', 'wins,growth', '--covered', 'flip', '--note', 'good'],
             "Log ('ada', {'note': <'good'>, 'covered': <['wins', 'growth', 'flip']>})"),
            (['log', 'yesterday', '--skipped'], "Log ('2026-11-26', {'skipped': <true>})"),
            (['person', 'ada'], "GetPerson ('ada',)"),
            (['person', 'ada', '--role', 'peer'], "SetPerson ('ada', {'role': <'peer'>})"),
            (['coverage'], "GetCoverage ('',)"), (['categories', '--role', 'peer'], "ListCategories ('peer',)"),
            (['snooze'], "Snooze ('', 0)"), (['snooze', '10m'], "Snooze ('', 600)"),
            (['snooze', 'start'], "Snooze ('', -1)"), (['snooze', 'ada', 'start'], "Snooze ('ada', -1)"),
            (['snooze', 'ada', '1', 'hour'], "Snooze ('ada', 3600)"), (['snooze', 'm41'], "Snooze ('m41', 0)"),
            (['meetings', '--from', '2026-11-27', '--to', '2026-11-27'], 'ListMeetings (1795734000, 1795820400, {})'),
            (['meetings', '--from', '2026-11-27T09:00:00Z', '--to', '2026-11-27T11:00:00+01:00', '--all'],
             "ListMeetings (1795770000, 1795773600, {'all': <true>})"),
            (['explain', 'a.ics', '--from', '2026-11-27', '--to', '2026-11-28'],
             "Explain ('%s/a.ics', 1795734000, 1795820400)" % here),
            (['explain', './x', '--from', '2026-11-27', '--to', '+1d'],
             "Explain ('%s/x', 1795734000, 1795820400)" % here),
            (['explain', 'u@example.com', '--from', 'today', '--to', 'tomorrow'],
             "Explain ('u@example.com', 1795734000, 1795820400)"),
            (['track', 'u', '--person', 'a@b.c'], "Track ('u', 'a@b.c')"), (['ignore', 'u'], "Ignore ('u',)"),
        ]:
            done = self.cli.run(*words)
            self.assertEqual(done.returncode, 0, '%s: %s' % (words, done.stderr))
            for call in calls:
                self.assertEqual(sorted_options(self.cli.daemon.stdout.readline().strip()), sorted_options(call))

    def test_standard_input_is_read_only_for_a_dash(self):
        self.scripted('reply AddPoint ({},)', 'reply SetState (1, [])')
        for words, left in [(['done', 'a1'], b'p1\np2\n'), (['add', 'ada', 'x'], b'p1\np2\n'), (['add', 'ada', '-'], b'')]:
            read, write = os.pipe()
            os.write(write, b'p1\np2\n')
            os.close(write)
            self.assertEqual(self.cli.run(*words, stdin=read).returncode, 0)
            self.assertEqual(os.read(read, 100), left, words)
            os.close(read)
        self.assertIn("AddPoint ('ada', 'p1\\np2', {})", self.cli.stop())


class Hostile(Case):
    def evil(self):
        meeting = MEETING % ((EVIL,) * 8)
        promise = PROMISE % (EVIL, EVIL)
        self.scripted(
            'property Next ' + meeting,
            "reply GetAgendas ([{'meeting': <%s>, 'note': <'%s'>, 'items': <[{'title': <'%s'>, 'reason': <'%s'>,"
            " 'points': <[%s]>, 'prompts': <[{'text': <'%s'>}]>}]>}],)" % (meeting, EVIL, EVIL, EVIL, promise, EVIL),
            'reply ListMeetings ([%s],)' % meeting, 'reply Log (%s,)' % meeting,
            'reply AddPoint (%s,)' % promise, 'reply AddAction (%s,)' % promise, 'reply SetState (1, [%s])' % promise,
            'reply ListPoints ([%s],)' % promise, 'reply ListActions ([%s],)' % promise,
            "reply ListPeople ([{'name': <'%s'>, 'addresses': <['%s']>}],)" % (EVIL, EVIL),
            "reply GetPerson ({'name': <'%s'>, 'role': <'%s'>},)" % (EVIL, EVIL),
            "reply GetCoverage ([{'person': <'%s'>, 'categories': <[{'title': <'%s'>, 'state': <'%s'>}]>}],)" % (EVIL, EVIL, EVIL),
            "reply ListCategories ([{'id': <'%s'>, 'title': <'%s'>, 'prompts': <[{'text': <'%s'>}]>}],)" % (EVIL, EVIL, EVIL),
            'reply Snooze (5,)',
            "reply Explain ([{'uid': <'%s'>, 'summary': <'%s'>, 'reason': <'%s'>, 'zone': <'%s'>}],"
            " [{'source': <'%s'>, 'what': <'%s'>}])" % ((EVIL,) * 6),
            'reply Track ()', 'reply Ignore ()',
            "reply GetStatus ({'me': <['%s']>, 'troubles': <[{'source': <'%s'>, 'what': <'%s'>}]>},)" % (EVIL, EVIL, EVIL))

    def test_escape_sequences_never_reach_the_terminal(self):
        self.evil()
        for words in ASKING:
            done = self.cli.run(*words)
            self.assertEqual(done.returncode, 0, '%s: %s' % (words, done.stderr))
            for said in (done.stdout.decode(), done.stderr.decode()):
                self.assertIsNone(HARMFUL.search(said), '%s: %r' % (words, said))

    def test_json_is_one_clean_document_in_any_locale(self):
        self.evil()
        for words in ASKING:
            if words and words[0] in ('track', 'ignore'):
                continue
            texts = set()
            for locale in ('C', 'C.UTF-8', 'de_DE.UTF-8', 'tr_TR.UTF-8'):
                done = self.cli.run(*words, '--json', env={'LC_ALL': locale})
                self.assertEqual(done.returncode, 0, '%s: %s' % (words, done.stderr))
                texts.add(done.stdout.decode())
            self.assertEqual(len(texts), 1, words)
            text = texts.pop()
            self.assertIsNone(HARMFUL.search(text), words)
            document = json.loads(text)
            self.assertEqual(list(document)[0], 'version')
            self.assertEqual(document['version'], 1)
            for time in re.findall(r'"(?:start|end|until)" : "([^"]*)"', text):
                self.assertRegex(time, r'\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d\Z')

    def test_markup_in_a_title_does_not_break_the_bar(self):
        self.evil()
        bar = json.loads(self.cli.run('next', '--waybar').stdout)
        self.assertEqual(list(bar), ['text', 'tooltip', 'class', 'alt'])
        for key in ('text', 'tooltip'):
            self.assertNotRegex(bar[key], r'<|&(?!amp;|lt;|gt;|quot;|apos;|#)')


class Doctor(Case):
    """Also for those checks that setup has in common with it."""
    STATUS = ("reply GetStatus ({'daemon': <{'version': <'%s'>}>, 'me': <['%s']>, 'sources': <[{'path': <'%s'>,"
              " 'files': <uint32 1>}]>, 'troubles': <[{'source': <'%s'>, 'what': <'%s'>, 'about': <'%s'>}]>},)")

    def checks(self, *words, **more):
        done = self.cli.run('doctor', '--json', *words, **more)
        self.assertEqual(done.returncode, 1)
        return {check['name']: check for check in json.loads(done.stdout)['checks'] if not check['ok']}

    def test_an_oned_of_another_version_is_to_be_restarted(self):
        self.scripted(self.STATUS % ('0.0.1', '', '', '', '', ''), 'reply ListPeople ([],)')
        check = self.checks()['oned']
        self.assertRegex(check['what'], r'^oned 0\.0\.1 runs, and this is onectl \d')
        self.assertIn('systemctl --user restart oned', check['mend'])

    def test_an_oned_that_says_nothing_or_goes_away(self):
        self.scripted('error GetStatus org.freedesktop.DBus.Error.UnknownMethod No such method')
        self.assertIn('another version', self.checks()['oned']['what'])
        self.scripted('quit GetStatus')
        self.assertIn('oned', self.checks())

    def test_an_oned_that_ends_when_it_is_started(self):
        self.cli.let_activate('false', '')
        check = self.checks()['oned']
        self.assertRegex(check['what'], r'^oned does not answer: ')
        self.assertIn('journalctl --user -u oned', check['mend'])
        self.assertEqual(self.cli.started(), 1)

    def test_a_file_that_was_exported_once_is_named(self):
        source = ("reply GetStatus ({'me': <['a@b.c']>, 'sources': <[{'path': <'%s'>, 'files': <uint32 1>,"
                  " 'changed': <int64 %d>}]>},)")
        for path, days, named in [('/x/work.ics', 15, True), ('/x/work.ics', 13, False), ('/x/folder', 90, False)]:
            self.scripted(source % (path, NOW - days * 86400), "reply ListPeople ([{'name': <'Ada'>}],)")
            check = self.checks().get('calendars')
            self.assertEqual(check is not None, named, (path, days))
            if check:
                self.assertIn('has not changed since', check['what'])

    def test_who_has_no_calendar_is_told_how_to_get_one(self):
        self.scripted("reply GetStatus ({'sources': <[{'path': <'/x'>}]>},)")
        programs = self.cli.folder / 'programs'
        programs.mkdir()
        self.assertNotIn('vdirsyncer', self.checks(env={'PATH': str(programs)})['calendars']['mend'])
        for name in ('vdirsyncer', 'thunderbird', 'gnome-control-center'):
            (programs / name).symlink_to('/bin/true')
        mend = self.checks(env={'PATH': str(programs)})['calendars']['mend']
        self.assertRegex(mend, r"'sources' .*; or add your account .*; or subscribe .* Thunderbird; or let vdirsyncer")

    def test_setup_asks_who_is_what_with_the_command(self):
        self.scripted("reply GetStatus ({'me': <['a@b.c']>, 'sources': <[{'path': <'/x'>, 'files': <uint32 1>}]>},)",
                      "reply ListPeople ([{'name': <'Ada'>, 'addresses': <['ada@b.c']>, 'role': <'peer'>}, {'name': <'Ines'>,"
                      " 'role': <'manager'>}, {'name': <'prep'>, 'role': <'manager'>}],)",
                      "reply Explain ([{'summary': <'Review: Ada'>, 'person': <'Ada'>}, {'summary': <'Mentoring Ines'>,"
                      " 'person': <'Ines'>}, {'summary': <'Mentor'>, 'person': <'Ines'>}, {'summary': <'1:1 prep'>,"
                      " 'person': <'prep'>}, {'summary': <'Skip level'>}], [])")
        said = self.cli.run('setup').stdout.decode()
        asked = re.findall(r'^\?   (.*)\n    (.*)$', said, re.M)
        self.assertEqual(asked, [("is Ines your mentor? 'Mentoring Ines' sounds so", "onectl person 'Ines' --role mentor"),
                                 ("is prep a person? oned has the name from the title '1:1 prep'", "onectl ignore '1:1 prep'")])
        self.assertRegex(said, r'(?m)^    Ada +peer$')
        self.assertNotIn('Who is what', self.cli.run('setup', '--json').stdout.decode())

    def test_every_trouble_has_a_mend(self):
        for about in ('', 'answer', 'backup', 'catalogue', 'config', 'damage', 'disk', 'launch', 'pages', 'reader',
                      'reminders', 'sources', 'zone', 'something-new'):
            self.scripted(self.STATUS % ('', '', '', '', 'broken', about), 'reply ListPeople ([],)')
            check = self.checks()[about or 'calendars']
            self.assertEqual(check['what'], 'broken')
            self.assertTrue(check['mend'])

    def test_it_is_one_clean_document_in_any_locale_and_clean_lines(self):
        self.scripted(self.STATUS % ((EVIL,) * 6), "reply ListPeople ([{'name': <'%s'>}],)" % EVIL)
        documents = {self.cli.run('doctor', '--json', env={'LC_ALL': locale, 'LANGUAGE': locale}).stdout.decode()
                     for locale in ('C', 'C.UTF-8', 'de_DE.UTF-8', 'tr_TR.UTF-8')}
        self.assertEqual(len(documents), 1)
        for said in (documents.pop(), self.cli.run('doctor').stdout.decode(), self.cli.run('setup').stdout.decode()):
            self.assertIsNone(HARMFUL.search(said), said)

    def test_a_full_disk_is_no_health(self):
        with open('/dev/full', 'wb') as full:
            self.assertRegex(self.cli.run('doctor', stdout=full).stderr.decode(), r'\Aonectl: cannot write: [^\n]+\n\Z')


class Terminal(Case):
    def on_terminal(self, *words, env=None):
        main, side = pty.openpty()
        done = self.cli.run(*words, stdout=side, env={'TERM': 'xterm', **(env or {})})
        os.close(side)
        text = b''
        try:
            while chunk := os.read(main, 4096):
                text += chunk
        except OSError:
            pass  # what a terminal says when its other side is closed
        os.close(main)
        self.assertEqual(done.returncode, 0)
        return text

    def test_colour_is_for_terminals_that_want_it(self):
        self.scripted("reply ListPeople ([{'name': <'Ada'>}],)")
        self.assertIn(b'\x1b[1m', self.on_terminal('people'))
        self.assertNotIn(b'\x1b', self.on_terminal('people', env={'NO_COLOR': '1'}))
        self.assertNotIn(b'\x1b', self.on_terminal('people', env={'TERM': 'dumb'}))
        self.assertNotIn(b'\x1b', self.on_terminal('people', '--color=never'))
        self.assertNotIn(b'\x1b', self.cli.run('people').stdout)
        self.assertIn(b'\x1b[1m', self.cli.run('people', '--color', 'always', env={'NO_COLOR': '1'}).stdout)
        self.assertNotIn(b'\x1b', self.cli.run('people', '--color', 'always', '--json').stdout)

    def test_the_most_neglected_comes_first_and_who_was_never_written_of_last(self):
        person = ("{'person': <'%s'>, 'held': <uint32 2>, 'unknown': <uint32 %d>, 'categories': <[{'title': <'Wins'>,"
                  " 'score': <%s>, 'history': <[{'start': <int64 5>, 'known': <%s>}]>}]>}")
        self.scripted('reply GetCoverage ([%s],)' % ', '.join(
            person % row for row in (('Ada', 2, '9.0', 'false'), ('Bo', 0, '0.5', 'true'), ('Cy', 1, '2.0', 'true'))))
        done = self.cli.run('coverage').stdout.decode()
        self.assertEqual([name for name in done.split() if name in ('Ada', 'Bo', 'Cy')], ['Cy', 'Bo', 'Ada'])
        self.assertEqual(done.count('Wins'), 2)

    def test_signs_without_utf_8(self):
        self.scripted("reply GetCoverage ([{'person': <'Ada'>, 'held': <uint32 4>, 'unknown': <uint32 1>, 'categories':"
                      " <[{'title': <'Wins'>, 'history':"
                      " <[{'start': <int64 5>, 'touched': <true>}, {'start': <int64 9>, 'known': <true>, 'proposed':"
                      " <true>}, {'start': <int64 9>, 'known': <true>}, {'start': <int64 9>}]>}]>}],)")
        self.assertRegex(self.cli.run('coverage', env={'LC_ALL': 'C'}).stdout, rb'Wins +# o \. \?\n')
        self.assertRegex(self.cli.run('coverage').stdout.decode(), r'Wins +● ○ · \?\n')


class Files(Case):
    def test_a_report_replaces_no_link_and_no_pipe(self):
        self.scripted('reply GetChronicle ([],)')
        folder = self.cli.folder
        (folder / 'old.html').write_text('old')
        (folder / 'link.html').symlink_to('old.html')
        (folder / 'nowhere.html').symlink_to('not there')
        done = self.cli.run('report', '--html', str(folder / 'link.html'))
        self.assertEqual((done.returncode, done.stdout), (0, b''))
        self.assertEqual(done.stderr.decode(), 'wrote %s\n' % (folder / 'link.html'))
        self.assertTrue((folder / 'link.html').is_symlink())
        self.assertTrue((folder / 'old.html').read_text().startswith('<!DOCTYPE html>'))
        self.assertEqual((folder / 'old.html').stat().st_mode & 0o777, 0o600)
        self.check(['report', '--html', str(folder / 'nowhere.html')], 5, 'is a link to nothing')
        self.assertTrue((folder / 'nowhere.html').is_symlink())
        self.check(['report', '--html', str(folder / 'none/x.html')], 1, 'none/x.html')
        self.check(['report', '--html', '/dev/full'], 1, "cannot write '/dev/full'")
        os.mkfifo(folder / 'pipe')
        reading = subprocess.Popen(['cat', str(folder / 'pipe')], stdout=subprocess.PIPE)
        self.assertEqual(self.cli.run('report', '--html', str(folder / 'pipe')).stderr, b'')
        self.assertTrue(reading.communicate()[0].startswith(b'<!DOCTYPE html>'))
        self.assertTrue((folder / 'pipe').is_fifo())

    def test_a_backup_replaces_nothing_and_says_so(self):
        self.scripted('reply Backup ()')
        folder = self.cli.folder
        done = self.cli.run('backup', str(folder / 'copy'))
        self.assertEqual((done.returncode, done.stderr.decode()), (0, 'wrote %s\n' % (folder / 'copy')))
        self.check(['backup', str(folder / 'copy')], 5, 'exists')
        (folder / 'link').symlink_to('not there')
        self.check(['backup', str(folder / 'link')], 5, 'exists')
        self.check(['backup', '/dev/null'], 5, 'exists')


class Week(Case):
    def test_the_most_overdue_of_this_weeks_people_is_named(self):
        category = "{'title': <'%s'>, 'state': <'%s'>, 'score': <%s>}"
        self.scripted('reply ListMeetings ([%s],)' % ADA,
                      "reply GetCoverage ([{'person': <'Ada'>, 'categories': <[%s, %s, %s]>}, {'person': <'Bo'>,"
                      " 'categories': <[%s]>}],)" % (category % ('Wins', 'overdue', '1.5'), category % ('Growth', 'overdue', '2.5'),
                                                     category % ('Goals', 'due', '9.0'), category % ('Flip', 'overdue', '8.0')))
        lines = self.cli.run('week').stdout.decode().splitlines()
        self.assertEqual(lines[0], 'most overdue: Ada: Growth')
        self.assertRegex(lines[1], r'^m41 +Fri 27 Nov +10:00–10:30 +Ada +planned$')
        self.assertEqual(len(lines), 2)


class Join(Case):
    def test_the_link_goes_to_the_browser_and_only_a_link_does(self):
        folder = self.cli.folder
        (folder / 'data/applications').mkdir(parents=True)
        (folder / 'data/applications/test.desktop').write_text(
            '[Desktop Entry]\nType=Application\nName=Test\nExec=%s/browser %%u\nMimeType=x-scheme-handler/https;\n' % folder)
        (folder / 'data/applications/mimeapps.list').write_text('[Default Applications]\nx-scheme-handler/https=test.desktop\n')
        (folder / 'browser').write_text('#!/bin/sh\necho "$1" >%s/opened\n' % folder)
        (folder / 'browser').chmod(0o700)
        os.mkfifo(folder / 'opened')
        env = {'XDG_DATA_HOME': str(folder / 'data'), 'XDG_DATA_DIRS': str(folder / 'none'), 'XDG_CONFIG_HOME': str(folder / 'c')}
        meeting = "reply GetAgendas ([{'meeting': <{'person': <'Ada'>, 'join': <'%s'>}>}],)"
        self.scripted(meeting % 'https://meet.example/x')
        reading = subprocess.Popen(['cat', str(folder / 'opened')], stdout=subprocess.PIPE)
        done = self.cli.run('join', 'ada', env=env)
        self.assertEqual((done.returncode, done.stderr), (0, b'opened https://meet.example/x\n'))
        self.assertEqual(reading.communicate()[0], b'https://meet.example/x\n')
        self.assertEqual(self.cli.stop(), ["GetAgendas ('ada', {})"])
        for link in ('', 'file:///etc/passwd', 'zoommtg://x'):
            self.scripted(meeting % link)
            self.check(['join'], 3, 'the meeting with Ada has no link', env=env)
        self.scripted('reply GetAgendas ([{}, {}],)')
        self.check(['join', 'fri'], 3, 'is not one meeting', env=env)


class Pipes(Case):
    def test_a_closed_pipe_ends_it_quietly(self):
        people = ', '.join("{'name': <'%s'>}" % ('x' * 90) for _ in range(2000))
        self.scripted('reply ListPeople ([%s],)' % people)
        running = self.cli.open('people')
        running.stdout.readline()
        running.stdout.close()
        self.assertEqual(running.stderr.read(), b'')
        self.assertEqual(running.wait(DEADLINE), 0)
        running.stderr.close()


class Follow(Case):
    def follow(self, *words):
        running = self.cli.open('next', '--follow', *words)
        self.addCleanup(running.stdout.close)
        self.addCleanup(running.stderr.close)
        self.addCleanup(running.wait)
        self.addCleanup(running.kill)
        return running

    def test_a_line_a_change_beginning_with_the_present_one(self):
        self.scripted('property Next ' + ADA, 'change Ignore Next ' + GRACE, 'change Ignore Next {}')
        text, data, bar = self.follow(), self.follow('--json'), self.follow('--waybar')
        self.assertEqual(text.stdout.readline().decode(), 'today 10:00–10:30  Ada: Wins\n')
        self.assertEqual(json.loads(data.stdout.readline())['next']['person'], 'Ada')
        self.assertEqual(json.loads(bar.stdout.readline())['text'], '10:00 Ada')
        self.cli.run('ignore', 'u')
        self.assertEqual(text.stdout.readline().decode(), 'today 10:00–10:30  Grace: Growth\n')
        self.assertEqual(json.loads(data.stdout.readline())['next']['person'], 'Grace')
        self.assertEqual(json.loads(bar.stdout.readline())['class'], 'planned')
        self.cli.run('ignore', 'u')
        self.assertEqual(text.stdout.readline().decode(), 'no one-on-one is planned\n')
        self.assertEqual(json.loads(data.stdout.readline()), {'version': 1, 'next': None, 'items': [], 'overlaps': []})
        self.assertEqual(json.loads(bar.stdout.readline()),
                         {'text': '', 'tooltip': 'no one-on-one is planned', 'class': 'none', 'alt': 'none'})

    def test_it_says_so_when_it_begins_and_each_minute_before(self):
        self.cli.script(SCRIPTED, 'property Now %d\nproperty Next %s\n' % (START - 62, ADA))
        text, bar = self.follow(), self.follow('--waybar')
        self.assertEqual(text.stdout.readline().decode(), 'today 10:00–10:30  Ada · in 2 min: Wins\n')
        self.assertEqual(text.stdout.readline().decode(), 'today 10:00–10:30  Ada · in 1 min: Wins\n')
        self.assertEqual(json.loads(bar.stdout.readline())['text'], '10:00 Ada · in 2 min')
        self.assertEqual(json.loads(bar.stdout.readline())['text'], '10:00 Ada · in 1 min')
        self.cli.script(SCRIPTED, 'property Now %d\nproperty Next %s\n' % (START - 2, ADA))
        text, bar = self.follow('--format', '{state} {person} {in}'), self.follow('--waybar')
        self.assertEqual(text.stdout.readline().decode(), 'planned Ada in 1 min\n')
        self.assertEqual(text.stdout.readline().decode(), 'now Ada going on\n')
        for state in ('planned', 'now'):
            record = json.loads(bar.stdout.readline())
            self.assertEqual((record['class'], record['alt']), (state, state))

    def test_the_day_turns_at_midnight(self):
        self.cli.script(SCRIPTED, 'property Now %d\nproperty Next %s\n' % (MIDNIGHT - 1, ADA))
        text = self.follow('--format', '{day} {person}')
        self.assertEqual(text.stdout.readline().decode(), 'tomorrow Ada\n')
        self.assertEqual(text.stdout.readline().decode(), 'today Ada\n')

    def test_what_changes_at_once_is_one_line(self):
        self.scripted('trace', 'property Next ' + ADA, *['change Ignore Next ' + GRACE, 'change Ignore Next {}'] * 3)
        running = self.follow('--json')
        self.assertEqual(json.loads(running.stdout.readline())['next']['person'], 'Ada')
        seen = 0
        # It has asked twice before it watches: once for the first line, once when it saw who owns the name.
        while (seen := seen + ('get Next' in self.cli.daemon.stdout.readline())) < 2:
            pass
        running.send_signal(signal.SIGSTOP)  # to it all of it comes at once, however slow the machine is
        for _ in range(6):
            self.cli.run('ignore', 'u')
        running.send_signal(signal.SIGCONT)
        self.assertIsNone(json.loads(running.stdout.readline())['next'])
        self.assertEqual(self.cli.run('next').returncode, 0)
        said = ' '.join(self.cli.stop()).split("Ignore ('u',)")[-1]
        self.assertEqual(said.count('get Next'), 2, said)  # the other one is that of `next`

    def test_who_is_at_the_same_time_is_named(self):
        self.scripted('property Next ' + ADA[:-1] + ", 'overlaps': <[%s]>}" % GRACE)
        self.assertEqual(self.cli.run('next').stdout.decode(),
                         'today 10:00–10:30  Ada · also Grace 10:00 · in 25 min: Wins\n')
        self.assertEqual(json.loads(self.cli.run('next', '--waybar').stdout)['text'], '10:00 Ada, Grace 10:00')
        self.assertEqual(json.loads(self.cli.run('next', '--json').stdout)['overlaps'][0]['person'], 'Grace')

    def test_a_name_with_markup_is_text_in_every_bar(self):
        name = '#[fg=red]%{F#f00}^fg(red)$HOME<b>&'
        self.scripted('property Next ' + MEETING % (name, '', '', '', name, '', '', name))
        for kind, text in [
                ('tmux', '##[fg=red]%{F##f00}^fg(red)$HOME<b>&'), ('polybar', '#[fg=red]%\u2060{F#f00}^fg(red)$HOME<b>&'),
                ('lemonbar', '#[fg=red]%%{F#f00}^fg(red)$HOME<b>&'), ('dzen2', '#[fg=red]%{F#f00}^^fg(red)$HOME<b>&'),
                ('xmobar', '<raw=34:#[fg=red]%{F#f00}^fg(red)$HOME<b>&/>'),
                ('conky', '\\#[fg=red]%{F\\#f00}^fg(red)$$HOME<b>&'), ('zsh', '#[fg=red]%%{F#f00}^fg(red)$HOME<b>&'),
                ('pango', '#[fg=red]%{F#f00}^fg(red)$HOME&lt;b&gt;&amp;')]:
            done = self.cli.run('next', '--escape', kind, '--format', '<i>{person}</i> {place}|{items} {{}')
            self.assertEqual(done.stdout.decode(), '<i>%s</i> %s|%s {}\n' % (text, text, text), kind)
            self.assertIn(text + ' · in 25 min: ' + text, self.cli.run('next', '--escape', kind).stdout.decode())
        self.assertEqual(self.cli.run('next', '--escape', 'yambar', '--format', '{person}').stdout.decode(),
                         'text|string|%s\nstate|string|planned\n\n' % name)
        self.assertEqual(self.cli.run('next', '--escape', 'genmon', '--format', '{person}').stdout.decode(),
                         '<txt>#[fg=red]%{F#f00}^fg(red)$HOME&lt;b&gt;&amp;</txt>\n')

    def test_a_format_that_is_none_is_refused(self):
        for words, pattern in [(['--format', '{who}'], r"no field '\{who\}': \{person\}"), (['--format', 'a {person'], 'no field'),
                               (['--format', '{}'], 'no field'), (['--escape', 'i3'], r"no kind of bar 'i3': tmux, polybar"),
                               (['--escape', 'tmux', '--waybar'], 'for text'), (['--format', 'x', '--json'], 'for text')]:
            self.check(['next', *words], 2, pattern)

    def test_it_survives_a_restart_of_oned(self):
        self.scripted('property Next ' + ADA)
        running = self.follow('--json')
        self.assertEqual(json.loads(running.stdout.readline())['next']['person'], 'Ada')
        running.send_signal(signal.SIGSTOP)  # to it the restart is short, however long it takes
        self.cli.stop()
        self.scripted('property Next ' + ADA, 'change Ignore Next {}')
        self.scripted('property Next ' + GRACE, 'change Ignore Next {}')
        running.send_signal(signal.SIGCONT)
        self.assertEqual(json.loads(running.stdout.readline())['next']['person'], 'Grace')
        self.cli.run('ignore', 'u')
        self.assertIsNone(json.loads(running.stdout.readline())['next'])

    def test_it_ends_when_nobody_reads_any_more(self):
        self.scripted('property Next ' + ADA)
        running = self.cli.open('next', '--follow')
        running.stdout.readline()
        running.stdout.close()  # nothing changes any more, and still:
        self.assertEqual(running.wait(DEADLINE), 0)
        self.assertEqual(running.stderr.read(), b'')
        running.stderr.close()

    def test_it_ends_with_the_bus(self):
        self.scripted('property Next ' + ADA)
        running = self.follow()
        running.stdout.readline()
        self.cli.bus.terminate()
        self.assertEqual(running.wait(DEADLINE), 4)
        self.assertEqual(running.stderr.read().decode(), 'onectl: the session bus is gone\n')

    def test_without_oned_it_does_not_begin(self):
        self.check(['next', '--follow'], 4, r'cannot reach oned')


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
