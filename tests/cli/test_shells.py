#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The completions in real bash, zsh and fish, on a terminal: a line is typed with tabs in it and run,
and what onectl would have been given is compared. onectl's answers come from a scripted oned."""
import fcntl
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import sys
import termios
import time
import unittest
from cli_fixture import DEADLINE, Cli

ONECTL, SCRIPTED = sys.argv[1], os.path.abspath(sys.argv[2])
NOW = 1795768500  # Friday 2026-11-27 09:35 in Berlin
PEOPLE = [('Ada Lindqvist', 'ada@example.com', 'manager'), ('Aiko Tanaka', 'aiko@example.com', 'report'),
          ('Tomáš Novák', 'tomas.novak@example.com', 'peer'), ('田中 由紀子', 'yuki@example.com', 'peer'),
          ('Pat O’Brien', 'pat@example.com', 'peer'), ('$(touch evil) `x`;"', 'zoe@example.com', 'mentor')]
SCRIPT = [
    'property Now %d' % NOW,
    'reply ListPeople ([%s],)' % ', '.join(
        "{'name': <'%s'>, 'addresses': <['%s']>, 'role': <'%s'>}" % person for person in PEOPLE),
    "reply ListCategories ([{'id': <'wins'>, 'title': <'Wins'>}, {'id': <'growth'>, 'title': <'Career growth'>},"
    " {'id': <'goals'>, 'title': <'Goals'>}],)",
    "reply ListActions ([{'id': <'a1'>, 'person': <'Ada'>, 'text': <'prepare the demo'>, 'state': <'open'>},"
    " {'id': <'a2'>, 'person': <'Ada'>, 'text': <'book a room'>, 'state': <'done'>}],)",
    "reply ListPoints ([{'id': <'p1'>, 'person': <'Tom'>, 'text': <'the flaky CI'>, 'state': <'open'>}],)",
    "reply ListMeetings ([{'id': <'m41'>, 'person': <'Ada'>, 'start': <int64 %d>}],)" % NOW,
    "reply Explain ([{'uid': <'040000008200E00074C5B7101A82E008'>, 'summary': <'Catch up Lisa'>, 'verdict': <'not'>},"
    " {'uid': <'lina-1'>, 'summary': <'1:1 Lina'>, 'verdict': <'one-on-one'>}], [])",
    '']
SETTINGS = {
    'bash': "PS1='%s '; bind 'set bell-style none'; . \"$COMPLETION\"\n",
    'zsh': "PROMPT='%s '; RPROMPT=; unset zle_bracketed_paste; unsetopt prompt_sp beep; fpath=(\"${COMPLETION:h}\" $fpath);"
           " autoload -Uz compinit; compinit -u -D\n",
    'fish': "function fish_prompt; echo -n '%s '; end; set fish_greeting; . \"$COMPLETION\"\n",
}
PROMPT = 'ready>'
FILES = {'bash': 'onectl', 'zsh': '_onectl', 'fish': 'onectl.fish'}


class Shell:
    """One shell on a terminal, in which `onectl` only says what it was given."""

    def __init__(self, name, cli):
        self.name, self.seen = name, ''
        folder = cli.folder / name
        (folder / 'bin').mkdir(parents=True, exist_ok=True)
        completion = folder / FILES[name]
        completion.write_bytes(subprocess.run([ONECTL, 'help', '--completion', name], check=True,
                                              stdout=subprocess.PIPE).stdout)
        fake = folder / 'bin/onectl'
        fake.write_text('#!/bin/sh\n[ "$1" = complete ] && exec "%s" "$@"\nprintf "GOT"; printf " [%%s]" "$@"; echo " END"\n'
                        % os.path.abspath(ONECTL))
        fake.chmod(0o700)
        settings = folder / ('.zshrc' if name == 'zsh' else 'rc')
        settings.write_text(SETTINGS[name] % PROMPT)
        (folder / 'zettel.txt').write_text('')
        # Or fish reads all man pages of the machine, in the background and long after the test.
        (folder / 'data/fish/generated_completions').mkdir(parents=True, exist_ok=True)
        command = {'bash': ['bash', '--noprofile', '--rcfile', str(settings), '-i'], 'zsh': ['zsh', '-d', '-i'],
                   'fish': ['fish', '--private', '-i', '-C', 'source %s' % settings]}[name]
        env = {**cli.env, 'PATH': '%s:%s' % (folder / 'bin', os.environ['PATH']), 'COMPLETION': str(completion),
               'HOME': str(folder), 'ZDOTDIR': str(folder), 'XDG_CONFIG_HOME': str(folder / 'config'),
               'XDG_DATA_HOME': str(folder / 'data'), 'TERM': 'xterm', 'LC_ALL': 'C.UTF-8'}
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, env)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack('HHHH', 50, 200, 0, 0))
        self.read_until(re.compile(re.escape(PROMPT)))

    def read_until(self, pattern):
        """Reads until the pattern is there, and takes what was read up to its end."""
        end = time.monotonic() + DEADLINE
        while not (match := pattern.search(self.seen)):
            if not select.select([self.fd], [], [], max(0, end - time.monotonic()))[0]:
                raise AssertionError('%s never showed %s: %r' % (self.name, pattern.pattern, self.seen[-2000:]))
            self.seen += os.read(self.fd, 65536).decode(errors='replace')
        found, self.seen = self.seen[:match.end()], self.seen[match.end():]
        return found

    def type(self, text):
        os.write(self.fd, text.encode())

    def run(self, line):
        """Types a line, with tabs in it, and returns what onectl was given."""
        self.type(line + '\r')
        said = self.read_until(re.compile(r'GOT( \[[^\n]*\])? END'))
        self.read_until(re.compile(re.escape(PROMPT)))
        return re.findall(r'\[([^]]*)\]', re.search(r'GOT(.*) END', said).group(1))

    def close(self):
        os.close(self.fd)
        os.waitpid(self.pid, 0)


class Shells:
    """The cases, for each shell the same."""

    def setUp(self):
        self.assertIsNotNone(shutil.which(self.shell), '%s is not installed' % self.shell)
        self.cli = Cli(ONECTL)
        self.addCleanup(self.cli.close)
        self.cli.script(SCRIPTED, '\n'.join(SCRIPT))
        self.terminal = self.open()

    def open(self):
        terminal = Shell(self.shell, self.cli)
        self.addCleanup(terminal.close)
        return terminal

    def look(self, line, pattern):
        """Types a line and returns once the pattern is shown; the line is left as it is."""
        terminal = self.open()
        terminal.type(line)
        terminal.read_until(re.compile(pattern))

    def test_words_are_completed(self):
        for line, words in [
            ('onectl cov\t', ['coverage']),
            ('onectl agenda ai\t', ['agenda', 'Aiko Tanaka']),
            ('onectl agenda AI\t', ['agenda', 'Aiko Tanaka']),
            ('onectl notes tana\t', ['notes', 'Aiko Tanaka']),
            ('onectl export tom\t', ['export', 'Tomáš Novák']),
            ('onectl report pat\t', ['report', 'Pat O’Brien']),
            ('onectl agenda Ada\\ L\t', ['agenda', 'Ada Lindqvist']),
            ('onectl agenda "Ada L\t', ['agenda', 'Ada Lindqvist']),
            ("onectl agenda 'Ada L\t", ['agenda', 'Ada Lindqvist']),
            ('onectl agenda yuk\t', ['agenda', 'yuki@example.com']),
            ('onectl agenda aiko@\t', ['agenda', 'aiko@example.com']),
            ('onectl agenda zo\t', ['agenda', 'zoe@example.com']),
            ('onectl agenda touc\t', ['agenda', '$(touch evil) `x`;"']),
            ('onectl done p\t', ['done', 'p1']),
            ('onectl done a1 p\t', ['done', 'a1', 'p1']),
            ('onectl reopen a\t', ['reopen', 'a2']),
            ('onectl log m\t', ['log', 'm41']),
            ('onectl log --covered wins,gr\t', ['log', '--covered', 'wins,growth']),
            ('onectl log --covered=wins,gr\t', ['log', '--covered=wins,growth']),
            ('onectl log --cov\t wi\t', ['log', '--covered', 'wins']),
            ('onectl add ada --main wi\t', ['add', 'ada', '--main', 'wins']),
            ('onectl add ada --category=go\t', ['add', 'ada', '--category=goals']),
            ('onectl act ada it --due tom\t', ['act', 'ada', 'it', '--due', 'tomorrow']),
            ('onectl add ada it --on THU\t', ['add', 'ada', 'it', '--on', 'thu']),
            ('onectl person ada --role rep\t', ['person', 'ada', '--role', 'report']),
            ('onectl person ada --merge ai\t', ['person', 'ada', '--merge', 'Aiko Tanaka']),
            ('onectl log --covered wins,g\t', ['log', '--covered', 'wins,g']),  # ambiguous: nothing is lost
            ('onectl agenda a\t', ['agenda', 'a']),
            ('onectl snooze ada 3\t', ['snooze', 'ada', '30m']),
            ('onectl snooze ada st\t', ['snooze', 'ada', 'start']),
            ('onectl --color alw\t age\t', ['--color', 'always', 'agenda']),
            ('onectl --color=n\t agenda', ['--color=never', 'agenda']),
            ('onectl agenda --wh\t', ['agenda', '--why']),
            ('onectl backup ze\t', ['backup', 'zettel.txt']),
            ('onectl restore ze\t', ['restore', 'zettel.txt']),
            ('onectl report --html ze\t', ['report', '--html', 'zettel.txt']),
            ('onectl explain ze\t', ['explain', 'zettel.txt']),
            ('onectl help per\t', ['help', 'person']),
            ('onectl track 04\t', ['track', '040000008200E00074C5B7101A82E008']),
            ('onectl track cat\t', ['track', 'Catch up Lisa']),
            ('onectl ignore li\t', ['ignore', '1:1 Lina']),
            ('onectl ignore lina-\t', ['ignore', 'lina-1']),
            ('onectl track u --person ai\t', ['track', 'u', '--person', 'Aiko Tanaka']),
            ('onectl undo a\t', ['undo', 'a']),
            ('onectl agenda nobody\t', ['agenda', 'nobody']),
        ]:
            with self.subTest(line=line):
                given = self.terminal.run(line)
                self.assertEqual([word.casefold() for word in given], [word.casefold() for word in words])
        self.assertFalse((self.cli.folder / self.shell / 'evil').exists())

    def test_a_text_stands_beside_an_id_and_an_option(self):
        self.look('onectl done \t\t', r'prepare the demo')
        self.look('onectl agenda --\t\t', r'figures behind')

    def test_what_is_ambiguous_is_listed_and_not_lost(self):
        self.look('onectl agenda a\t\t\t', r'(?s)Ada.*Aiko|Aiko.*Ada')
        self.look('onectl log --covered wins,g\t\t', r'(?s)growth.*goals|goals.*growth')
        # Of "next" and "Tomáš Novák"; fish takes the one that begins so.
        self.assertEqual(self.terminal.run('onectl agenda n\t'), ['agenda', 'next' if self.shell == 'fish' else 'n'])

    def test_without_oned_nothing_is_said(self):
        self.cli.stop()
        self.assertEqual(self.terminal.run('onectl agenda ad\t'), ['agenda', 'ad'])


class Bash(Shells, unittest.TestCase):
    shell = 'bash'

    def test_a_text_stands_beside_an_id_and_an_option(self):
        self.look('onectl done \t\t', r'(?s)a1.*p1')  # bash has no place for texts
        self.look('onectl agenda --\t\t', r'(?s)--why.*--rebuild|--rebuild.*--why')


class Zsh(Shells, unittest.TestCase):
    shell = 'zsh'


class Fish(Shells, unittest.TestCase):
    shell = 'fish'

if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
