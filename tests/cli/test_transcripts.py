#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""usage: test_transcripts.py [--update] ONECTL ONED-AT READER CALENDARS TRANSCRIPT…

Plays what is typed in a transcript against a real oned with a clock of its own and the example
calendars, and compares what comes back, to the letter. In a transcript

    % is a remark
    @ 2026-11-23T09:00:00+01:00     sets the clock
    $ onectl agenda ada             is typed; $HOME is where the calendars are
    ! no person 'adx'               was said on standard error
    [3]                             was the exit status, if it was not 0

and everything else is standard output. With --update the answers are written down as they are: for
somebody to read before they are believed."""
import datetime
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
from cli_fixture import DEADLINE, HARMFUL, Cli

CHANGING = [(re.compile(r'process \d+'), 'process PID'), (re.compile(r'"pid" : \d+'), '"pid" : PID'),
            (re.compile(r'file-[0-9a-f]{8}'), 'file-HASH'),
            (re.compile(r'zone data is \w+, \d+ days? old'), 'zone data is RELEASE, N days old')]
WIDE = re.compile('[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]')


class TranscriptCli(Cli):
    def __init__(self, onectl, oned_at, reader, calendars):
        super().__init__(onectl)
        self.oned = [oned_at, '--reader=' + reader]
        self.env['XDG_CONFIG_HOME'] = self.env['HOME'] + '/.config'
        shutil.copytree(calendars, self.folder / 'calendars')
        for path in [*(self.folder / 'calendars').rglob('*')]:
            os.utime(path, (1795000000, 1795000000))  # what is printed of it must not depend on when it was checked out
        (self.folder / '.config/oned').mkdir(parents=True)
        (self.folder / '.config/oned/oned.conf').write_text(
            '[calendar]\nsources=~/calendars\nme=robin.sommer@example.com;robin@sommer.example\n')

    def set_clock(self, text):
        if not self.daemon:
            self.daemon = subprocess.Popen([*self.oned, '--now=' + text], env=self.env, stdout=subprocess.PIPE, text=True)
            self.ask('wait', '--session', '--timeout=%d' % DEADLINE, 'org.oned.Oned1')
        seconds = int(datetime.datetime.fromisoformat(text).timestamp())
        self.ask('call', '--session', '--timeout=%d' % DEADLINE, '--dest=org.oned.Oned1', '--object-path=/org/oned/Oned1',
                 '--method=org.oned.Oned1.Clock.Set', '%d' % seconds)

    def ask(self, *words):
        subprocess.run(['gdbus', *words], check=True, env=self.env, stdout=subprocess.DEVNULL, timeout=DEADLINE)

    def type(self, line):
        words = shlex.split(line.replace('$HOME', self.env['HOME']))
        assert words[0] == 'onectl', line
        done = self.run(*words[1:])
        out, said = done.stdout.decode(), done.stderr.decode()
        for text in (out, said):
            assert HARMFUL.search(text) is None, '%s: %r' % (line, text)
        if '--json' not in words and words[1:2] != ['next']:  # that one is one line by contract
            for row in out.split('\n'):
                width = len(row) + len(WIDE.findall(row))
                assert width <= 80 or '://' in row, '%s: %d columns: %s' % (line, width, row)
        out = out.replace(self.env['HOME'], '$HOME')
        for pattern, text in CHANGING:
            out = pattern.sub(text, out)
        lines = out.split('\n')[:-1] if out else []
        lines += ['! ' + row.removeprefix('onectl: ').replace(self.env['HOME'], '$HOME') for row in said.splitlines()]
        return lines + (['[%d]' % done.returncode] if done.returncode else [])


def play(cli, written):
    """The transcript as it is played now."""
    played = []
    for line in written:
        if line.startswith('@ '):
            cli.set_clock(line[2:].strip())
            played += [line]
        elif line.startswith(('% ', '$ ')):
            played += [line]
        if line.startswith('$ '):
            played += cli.type(line[2:]) + ['']
    return played


def compare(path, written, played):
    import difflib
    difference = list(difflib.unified_diff(written, played, str(path), 'played now', lineterm='', n=6))
    print('\n'.join('# ' + line for line in difference[:200]))
    return not difference


def main():
    update = '--update' in sys.argv
    onectl, oned_at, reader, calendars, *paths = [word for word in sys.argv[1:] if word != '--update']
    fine = True
    print('TAP version 13\n1..%d' % len(paths))
    for number, path in enumerate(map(pathlib.Path, paths), 1):
        written = path.read_text(encoding='utf-8').split('\n')[:-1]
        cli = TranscriptCli(onectl, oned_at, reader, calendars)
        try:
            played = play(cli, written)
        finally:
            cli.close()
        if update:
            path.write_text('\n'.join(played) + '\n', encoding='utf-8')
            same = True
        else:
            same = compare(path, written, played)
        print('%sok %d - %s' % ('' if same else 'not ', number, path.stem), flush=True)
        fine = fine and same
    return 0 if fine else 1


if __name__ == '__main__':
    sys.exit(main())
