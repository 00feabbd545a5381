#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""One thing said in several places must be the same thing: the table of commands, the man pages, the
completions, the D-Bus interface, the JSON keys, the settings."""
import pathlib
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree

ONECTL, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
# Methods of the bus, of systemd and of notification servers.
OTHERS = {'GetAll', 'PropertiesChanged', 'NameHasOwner', 'ListActivatableNames', 'GetUnitFileState', 'EnableUnitFiles',
          'StartUnit', 'StopUnit', 'DisableUnitFiles', 'GetServerInformation', 'GetCapabilities'}
# Methods that change what the user said, or that open the page for it.
CHANGES = {'AddPoint', 'AddAction', 'SetState', 'Log', 'Edit', 'MakePage', 'ReadPage', 'SetPerson', 'Snooze', 'Track', 'Ignore',
           'Undo', 'Restore'}
SHARED = {'--json', '--private', '--color', '--help', '--version'}


def read(path):
    return (ROOT / path).read_text(encoding='utf-8')


def onectl(*words):
    return subprocess.run([ONECTL, *words], check=True, capture_output=True, text=True,
                          env={'LC_ALL': 'C.UTF-8'}).stdout


def table():
    """command -> its options, the shared ones that it takes among them."""
    lines = (line.split() for line in onectl('help', '--table').splitlines())
    return {name: set(options) for name, *options in lines}


def sources(folder):
    return '\n'.join(path.read_text(encoding='utf-8') for path in sorted((ROOT / folder).rglob('*.c')))


def section(page, title):
    return re.search(r'^# %s\n(.*?)(?=^# |\Z)' % title, page, re.M | re.S).group(1)


class Commands(unittest.TestCase):
    def test_the_man_page_has_every_command_with_its_options_and_no_other(self):
        parts = re.split(r'^\*onectl ([a-z]+)\*', section(read('share/man/onectl.1.scd'), 'COMMANDS'), flags=re.M)
        told = {}
        for name, text in zip(parts[1::2], parts[2::2]):
            told[name] = set(re.findall(r'^\t(?:\*--\w+\* _\w+_, )?\*(--[a-z-]+)\*', text, re.M)
                             + re.findall(r'^\t\*(--[a-z-]+)\*', text, re.M))
        self.assertEqual(told, {name: options - SHARED for name, options in table().items()})

    def test_the_examples_name_commands_and_options_that_there_are(self):
        lines = re.findall(r'\bonectl ([a-z]+)([^\n\'")]*)', section(read('share/man/onectl.1.scd'), 'EXAMPLES'))
        self.assertGreater(len(lines), 20)
        for name, words in lines:
            with self.subTest(example=name + words):
                self.assertLessEqual(set(re.findall(r'(?<= )--[a-z-]+', words)), table()[name])

    def test_the_man_page_has_the_shared_options(self):
        told = re.findall(r'\*(--[a-z]+)\*', section(read('share/man/onectl.1.scd'), 'OPTIONS OF EVERY COMMAND'))
        self.assertLessEqual(SHARED, set(told))

    def test_the_words_of_each_command_are_those_of_the_man_page(self):
        page = section(read('share/man/onectl.1.scd'), 'COMMANDS')
        told = {}
        for line in re.findall(r'^\*onectl .*$', page, re.M):
            words = re.sub(r'[_*]', '', line).replace('...', '…')
            told[words.split()[1]] = words
        for name in table():
            usage = onectl('help', name).splitlines()[0].removeprefix('usage: ')
            self.assertEqual(re.sub(r' \[--.*', '', usage), told[name])

    def test_each_command_has_its_file_and_each_file_its_command(self):
        names = set(re.findall(r'^gboolean one_(\w+)_run', read('ctl/cmd/cmd.h'), re.M))
        self.assertEqual(names, set(table()) | {'complete'})
        self.assertEqual(sorted(path.stem for path in (ROOT / 'ctl/cmd').rglob('*.c')), sorted(names))

    def test_every_exit_status_is_told(self):
        known = set(re.findall(r'exit (\d)', read('share/wire/error.h'))) | {'0', '4'}
        self.assertEqual(set(re.findall(r'^\*(\d)\*$', section(read('share/man/onectl.1.scd'), 'EXIT STATUS'), re.M)), known)


class Completions(unittest.TestCase):
    """In the shells themselves: test_shells.py."""

    def complete(self, *words):
        return {line.split('\t')[0] for line in onectl('complete', '--', *words).splitlines()}

    def test_every_command_is_offered(self):
        self.assertEqual(self.complete(''), set(table()))
        self.assertEqual(self.complete('ca'), {'categories'})

    def test_every_option_is_offered(self):
        for name, options in table().items():
            self.assertEqual(self.complete(name, '--'), options)
        self.assertEqual(self.complete('--json', 'act', '--d'), {'--due'})
        self.assertEqual(self.complete('agenda', '--color', 'n'), {'never'})

    def test_every_script_asks_onectl(self):
        for shell in ('bash', 'zsh', 'fish'):
            self.assertIn('onectl complete ', onectl('help', '--completion', shell))

    def test_every_name_in_a_usage_is_known(self):
        """Else nothing would be offered there, and nobody would notice."""
        known = set(re.findall(r'\{ "([A-Z]+)", (?:one_)?offers_', read('ctl/complete/offers.c')))
        own = {'TEXT', 'WORDS', 'N', 'A', 'F', 'TITLE', 'ADDRESS'}  # the user's own words
        used = set()
        for name in table():
            usage = onectl('help', name).splitlines()[0].removeprefix('usage: onectl ' + name)
            used |= set(re.findall(r'(?<![-\w])[A-Z]+(?![\w-])', usage))
        self.assertEqual(used - known, own & used)


class Wire(unittest.TestCase):
    interface = ElementTree.parse(ROOT / 'share/wire/org.oned.Oned1.xml').getroot().find('interface')

    def test_every_method_is_called_and_nothing_else(self):
        methods = {method.get('name') for method in self.interface.iter('method')}
        called = set(re.findall(r'"([A-Z][a-z]+[A-Z][A-Za-z]+|Log|Edit|Snooze|Explain|Track|Ignore|Search|Undo|Backup|Restore)"', sources('ctl')))
        self.assertEqual(called - OTHERS, methods)

    def test_commands_that_ask_call_nothing_that_changes_what_the_user_said(self):
        called = set(re.findall(r'"(\w+)"', sources('ctl/cmd/ask') + sources('ctl/view')))
        self.assertLessEqual({'GetAgendas', 'ListMeetings', 'Explain', 'Backup'}, called)
        self.assertEqual(called & CHANGES, set())
        self.assertLessEqual(CHANGES, {method.get('name') for method in self.interface.iter('method')})

    def test_every_subject_of_a_trouble_is_told(self):
        words = re.search(r'WORDS \(subject, OneSubject, (.*?)\)', read('share/wire/words.c'), re.S).group(1)
        told = re.search(r"of what of oned's it is: (.*?);", read('share/wire/org.oned.Oned1.xml'), re.S).group(1)
        self.assertEqual(set(re.findall(r'\w+', told)), set(re.findall(r'"(\w+)"', words)))

    def test_every_key_that_is_read_is_described(self):
        told = set(re.findall(r'\w+', read('share/wire/org.oned.Oned1.xml')))
        used = set(re.findall(r'one_unpack_\w+ \(\w+, "(\w+)"\)', sources('ctl')))
        used |= set(re.findall(r'(?:TEXTS?|INSTANT|NUMBER|COUNT|BOOL|RECORDS?) \("(\w+)"', read('ctl/print/fields.c')))
        self.assertGreater(len(used), 60)
        # Checks and subscriptions are onectl's own.
        self.assertLessEqual(used - told, {'ok', 'mend', 'answer', 'asked', 'got'})

    def test_every_json_key_is_told(self):
        words = set(re.findall(r'[a-z]+(?:_[a-z]+)*', section(read('share/man/onectl.1.scd'), 'JSON')))
        keys = set(re.findall(r'(?:TEXTS?|INSTANT|NUMBER|COUNT|BOOL|RECORDS?) \("(\w+)"', read('ctl/print/fields.c')))
        self.assertEqual(keys - words - {'note', 'soon'}, set())


class Daemon(unittest.TestCase):
    def test_the_man_page_has_every_option_of_oned_and_no_other(self):
        options = set(re.findall(r'^ +\{ "([a-z-]+)", 0, 0, G_OPTION_ARG_', read('daemon/run.c'), re.M))
        self.assertGreater(len(options), 4)
        told = set(re.findall(r'\*--([a-z-]+)\*', section(read('share/man/oned.8.scd'), 'OPTIONS')))
        self.assertEqual(told, options | {'help'})


class Fetch(unittest.TestCase):
    def test_the_man_page_has_every_option_of_oned_fetch_and_every_exit_status(self):
        source, page = read('fetch/main.c'), read('share/man/oned-fetch.1.scd')
        options = set(re.findall(r'^ +\{ "([a-z-]+)", 0, 0, G_OPTION_ARG_', source, re.M))
        self.assertEqual(set(re.findall(r'^\*(?:-h\*, \*)?--([a-z-]+)\*', section(page, 'OPTIONS'), re.M)), options | {'help'})
        statuses = set(re.findall(r'^#define EXIT_\w+ (\d)', source, re.M)) | {'0'}
        self.assertEqual(set(re.findall(r'^\*(\d)\*$', section(page, 'EXIT STATUS'), re.M)), statuses)


class Settings(unittest.TestCase):
    def test_the_man_page_has_every_key_and_no_other(self):
        keys = re.findall(r'^ +\{ "(\w+)", "([\w-]+)", ONE_CONFIG_', read('daemon/config/config.c'), re.M)
        self.assertGreater(len(keys), 10)
        page = read('share/man/oned.conf.5.scd')
        groups = list(dict.fromkeys(group for group, key in keys))
        told = [(group, key) for group in groups
                for key in re.findall(r'^\*([\w-]+)\*$', section(page, group.upper()), re.M)]
        self.assertEqual(told, keys)

    def test_the_man_page_has_every_key_of_a_catalogue(self):
        page = section(read('share/man/oned.conf.5.scd'), 'CATALOGUE FILES')
        told = set(re.findall(r'\*([\w-]+)\*(?=,|$| _)', page, re.M))
        described = set(re.findall(r'^#   ([a-z-]+)=', read('share/catalogue/manager.ini'), re.M))
        self.assertGreater(len(described), 8)
        self.assertEqual(described - told, set())


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
