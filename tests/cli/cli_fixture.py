# SPDX-License-Identifier: MIT
"""A private bus on which nobody is activated unless a test says so, a oned (a scripted one, or the real one with a
clock of its own), and onectl run against it. Nothing here waits for a time to pass: it waits for
lines to be printed."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from deadline import SECONDS as DEADLINE

BUS = '''<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={dir}</listen><auth>EXTERNAL</auth>
<servicedir>{dir}/services</servicedir>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>'''

# A terminal obeys these; text from calendars must never hold one when it gets there.
HARMFUL = re.compile('[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]')


class Cli:
    def __init__(self, onectl, zone='Europe/Berlin'):
        self.onectl = onectl
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='oned-cli-'))
        self.daemon = None
        (self.folder / 'services').mkdir()
        config = self.folder / 'bus.conf'
        config.write_text(BUS.format(dir=self.folder))
        self.bus = subprocess.Popen(
            ['dbus-daemon', '--config-file=%s' % config, '--print-address=1', '--nofork', '--nopidfile'],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.env = {
            'DBUS_SESSION_BUS_ADDRESS': self.bus.stdout.readline().strip(),
            'HOME': str(self.folder), 'LC_ALL': 'C.UTF-8', 'PATH': os.environ['PATH'], 'TZ': zone,
            'XDG_RUNTIME_DIR': str(self.folder),
        }
        for name in ('ASAN_OPTIONS', 'UBSAN_OPTIONS', 'LSAN_OPTIONS'):
            if name in os.environ:
                self.env[name] = os.environ[name]

    def start(self, command):
        """Runs a daemon until its first line."""
        self.stop()
        self.daemon = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=self.env)
        line = self.daemon.stdout.readline().strip()
        assert line == 'ready', 'the daemon says %r' % line

    def script(self, program, text):
        path = self.folder / 'script'
        path.write_text(text, encoding='utf-8')
        self.start([program, str(path)])

    def let_activate(self, program, text):
        """The bus starts a scripted oned when it is asked for, and notes that it did."""
        (self.folder / 'script').write_text(text, encoding='utf-8')
        starter = self.folder / 'starter'
        starter.write_text('#!/bin/sh\necho >>"%s/started"\nexec "%s" "%s/script" >/dev/null\n' % (self.folder, program, self.folder))
        starter.chmod(0o700)
        (self.folder / 'services/org.oned.Oned1.service').write_text(
            '[D-BUS Service]\nName=org.oned.Oned1\nExec=%s\n' % starter)
        subprocess.run(['gdbus', 'call', '--session', '--dest=org.freedesktop.DBus', '--object-path=/org/freedesktop/DBus',
                        '--method=org.freedesktop.DBus.ReloadConfig'], check=True, env=self.env, stdout=subprocess.DEVNULL)

    def started(self):
        path = self.folder / 'started'
        return len(path.read_text().splitlines()) if path.exists() else 0

    def stop(self):
        if self.daemon:
            self.daemon.terminate()
            rest = self.daemon.communicate()[0]
            self.daemon = None
            return [line for line in rest.split('\n') if line]
        return []

    def run(self, *words, stdin=subprocess.DEVNULL, env=None, **more):
        return subprocess.run([self.onectl, *words], stdin=stdin, stdout=more.pop('stdout', subprocess.PIPE),
                              stderr=subprocess.PIPE, env={**self.env, **(env or {})}, timeout=DEADLINE, **more)

    def open(self, *words, **more):
        return subprocess.Popen([self.onectl, *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, env=self.env, **more)

    def close(self):
        self.stop()
        self.bus.terminate()
        self.bus.communicate()
        shutil.rmtree(self.folder, ignore_errors=True)
