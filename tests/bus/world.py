# SPDX-License-Identifier: MIT
"""A small world for tests through the real bus: folders of its own, a private session bus, the
notification server of tests/fakes, oned with a settable clock, and onectl.

Time stands still until a test sets it; nothing here waits for an amount of time. A test that fails
shows the end of what its daemons have logged.
"""
import contextlib
import datetime
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
import zoneinfo

from gi.repository import Gio, GLib

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from deadline import SECONDS as DEADLINE

LOGGED = 50  # lines of a daemon's log that are shown
BERLIN = zoneinfo.ZoneInfo('Europe/Berlin')
PROGRAMS = {}
ENDED = []  # the ends of the logs of the worlds that ended within this test


def at(text, zone=BERLIN):
    """Seconds of a local instant, "2026-11-23 09:00"."""
    return int(datetime.datetime.fromisoformat(text).replace(tzinfo=zone).timestamp())


def stamp(seconds, zone=BERLIN):
    return datetime.datetime.fromtimestamp(seconds, zone).strftime('%Y%m%dT%H%M%S')


def event(uid, start, minutes=30, person='ada@example.com', name='Ada Lovelace', summary='Ada / me',
          lines=(), partstat='ACCEPTED', mine='ACCEPTED', rule='FREQ=WEEKLY'):
    """A VEVENT with the two of us. `lines` are added as they are."""
    out = ['BEGIN:VEVENT', 'UID:' + uid, 'DTSTAMP:20260101T000000Z',
           'DTSTART;TZID=Europe/Berlin:' + stamp(start),
           'DTEND;TZID=Europe/Berlin:' + stamp(start + minutes * 60),
           'SUMMARY:' + summary,
           'ORGANIZER;CN=%s:mailto:%s' % (name, person),
           'ATTENDEE;CN=%s;PARTSTAT=%s:mailto:%s' % (name, partstat, person),
           'ATTENDEE;CN=Me;PARTSTAT=%s:mailto:me@example.com' % mine]
    if rule:
        out.append('RRULE:' + rule)
    return '\r\n'.join(out + list(lines) + ['END:VEVENT', ''])


def calendar(*events, lines=()):
    head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Google Inc//Google Calendar 70.9054//EN']
    return '\r\n'.join(head + list(lines) + ['']) + ''.join(events) + 'END:VCALENDAR\r\n'


class Child:
    """A program that says lines; on stderr to a file, if there is one for it."""

    def __init__(self, command, env, log=None):
        self.heard = b''
        with contextlib.ExitStack() as stack:
            errors = stack.enter_context(open(log, 'ab')) if log else None
            self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                            stderr=errors, env=env, bufsize=0)

    def line(self):
        """The next line, None at the end."""
        while b'\n' not in self.heard:
            ready, _, _ = select.select([self.process.stdout], [], [], DEADLINE)
            if not ready:
                raise AssertionError('nothing was said within the deadline')
            more = os.read(self.process.stdout.fileno(), 65536)
            if not more:
                return None
            self.heard += more
        line, self.heard = self.heard.split(b'\n', 1)
        return line.decode()

    def say(self, text):
        self.process.stdin.write(text.encode() + b'\n')

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(DEADLINE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()


class World:
    def __init__(self, zone='Europe/Berlin', server=True):
        self.home = tempfile.mkdtemp(prefix='oned-world-')
        self.log = os.path.join(self.home, 'oned.log')
        self.calendars = os.path.join(self.home, 'calendars')
        os.mkdir(self.calendars)
        self.env = {
            'PATH': '/usr/bin:/bin', 'HOME': self.home, 'LC_ALL': 'C.UTF-8', 'TZ': zone,
            'XDG_CONFIG_HOME': self.home + '/config', 'XDG_DATA_HOME': self.home + '/data',
            'XDG_CACHE_HOME': self.home + '/cache', 'XDG_RUNTIME_DIR': self.home,
            'NO_COLOR': '1', 'COLUMNS': '80',
            # Not the machine's, whose session may be locked.
            'DBUS_SYSTEM_BUS_ADDRESS': 'unix:path=/nonexistent',
        }
        for name in ('ASAN_OPTIONS', 'UBSAN_OPTIONS', 'LSAN_OPTIONS', 'G_SLICE'):
            if name in os.environ:
                self.env[name] = os.environ[name]
        self.new_bus()
        self.settings('[calendar]\nsources=%s\nme=me@example.com\n' % self.calendars)
        self.daemon = None
        self.server = None
        self.writes = 1000000000  # each file gets a time of its own, in seconds
        self.zone = zone
        if server:
            self.start_server()

    def new_bus(self):
        self.bus = Gio.TestDBus.new(Gio.TestDBusFlags.NONE)
        self.bus.up()
        self.env['DBUS_SESSION_BUS_ADDRESS'] = self.bus.get_bus_address()
        self.connection = Gio.DBusConnection.new_for_address_sync(
            self.bus.get_bus_address(),
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)

    # The notification server.
    def start_server(self, *options):
        self.server = Child([PROGRAMS['server'], *options], self.env)
        assert json.loads(self.server.line())['event'] == 'ready'

    def events(self):
        """What the server was told since the last time, as records."""
        records = []
        self.server.say('mode ok')
        while True:
            record = json.loads(self.server.line())
            if record['event'] == 'mode':
                return records
            records.append(record)

    def notes(self):
        """The notifications shown since the last time."""
        return [r for r in self.events() if r['event'] == 'notify']

    def press(self, number, key):
        self.server.say('press %d %s' % (number, key))

    def start_services(self, *names, address=None):
        """Services of a desktop by tests/fakes, portal, systemd or logind, on the session bus or that
        of the address."""
        fake = os.path.join(os.path.dirname(__file__), '../fakes/desktop-services.py')
        address = address or self.env['DBUS_SESSION_BUS_ADDRESS']
        services = Child([fake], {**self.env, 'DBUS_SESSION_BUS_ADDRESS': address})
        for name in ('', *names):
            if name:
                services.say('own ' + name)
            assert json.loads(services.line())['event'] in ('ready', 'own')
        return services

    # Files.
    def settings(self, text):
        os.makedirs(self.env['XDG_CONFIG_HOME'] + '/oned', exist_ok=True)
        with open(self.env['XDG_CONFIG_HOME'] + '/oned/oned.conf', 'w', encoding='utf-8') as file:
            file.write(text)

    def write(self, name, text):
        """As vdirsyncer does: another file, then a rename."""
        path = os.path.join(self.calendars, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path + '.tmp', 'w', encoding='utf-8', newline='') as file:
            file.write(text)
        self.writes += 1
        os.utime(path + '.tmp', (self.writes, self.writes))
        os.rename(path + '.tmp', path)
        return path

    def remove(self, name):
        os.unlink(os.path.join(self.calendars, name))

    # The daemon.
    def launch(self, now):
        """It is not yet on the bus, but its clock is."""
        self.daemon = Child([PROGRAMS['oned-at'], '--reader=' + PROGRAMS['reader'],
                             '--now=' + datetime.datetime.fromtimestamp(now, datetime.timezone.utc)
                             .isoformat()], self.env, self.log)
        self.wait_name('org.oned.Oned1.Clock', self.daemon)
        self.now = now

    def start(self, now):
        self.launch(now)
        self.wait_name('org.oned.Oned1')
        self.set(now)

    def logged(self):
        """The end of the daemon's log, as lines."""
        if not os.path.exists(self.log):
            return []
        with open(self.log, encoding='utf-8', errors='replace') as file:
            return file.read().splitlines()[-LOGGED:]

    def wait_name(self, name, child=None):
        """A child that has ended is not waited for."""
        loop = GLib.MainLoop()
        seen = []

        def give_up(*_):
            loop.quit()
            return True

        watch = Gio.bus_watch_name_on_connection(
            self.connection, name, Gio.BusNameWatcherFlags.NONE,
            lambda *_: (seen.append(1), loop.quit()), None)
        sources = [GLib.timeout_add_seconds(DEADLINE, give_up)]
        if child:
            process = os.pidfd_open(child.process.pid)
            sources.append(GLib.io_add_watch(process, GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN, give_up))
        loop.run()
        for source in sources:
            GLib.source_remove(source)
        if child:
            os.close(process)
        Gio.bus_unwatch_name(watch)
        if not seen:
            raise AssertionError('%s never came to the bus' % name)

    def stop(self):
        if self.daemon:
            self.daemon.end()
            self.daemon = None

    def kill(self):
        self.daemon.process.kill()
        self.daemon.end()
        self.daemon = None

    def call(self, method, signature, *arguments, interface='org.oned.Oned1'):
        return self.connection.call_sync(
            interface, '/org/oned/Oned1', interface, method,
            GLib.Variant(signature, arguments), None, Gio.DBusCallFlags.NONE,
            DEADLINE * 1000, None).unpack()

    def set(self, now):
        """The clock jumps; answers when all that follows has been done."""
        self.call('Set', '(x)', now, interface='org.oned.Oned1.Clock')
        self.now = now

    def jump(self, now):
        """As above, but answers at once: for what cannot be done because somebody hangs."""
        self.call('Jump', '(x)', now, interface='org.oned.Oned1.Clock')
        self.now = now

    def lose_patience(self, times=1):
        """Whoever has not answered oned by now is given up; a reader after several times."""
        for _ in range(times):
            self.call('Lose', '()', interface='org.oned.Oned1.Clock')

    def until(self, question, meanwhile=None):
        """Asks again and again, which lets the daemon go on, until the answer is true."""
        meanwhile = meanwhile or (lambda: self.set(self.now))
        limit = time.monotonic() + DEADLINE
        while time.monotonic() < limit:
            answer = question()
            if answer:
                return answer
            meanwhile()
        raise AssertionError('it never came true')

    def onectl(self, *arguments, expect=0, given=None):
        done = subprocess.run([PROGRAMS['onectl'], *arguments], env=self.env, capture_output=True,
                              timeout=DEADLINE, text=True, input=given,
                              stdin=subprocess.DEVNULL if given is None else None)
        if done.returncode != expect:
            raise AssertionError('onectl %s: exit %d, not %d\n%s%s' % (
                ' '.join(arguments), done.returncode, expect, done.stdout, done.stderr))
        return done.stdout if expect == 0 else done.stderr

    def json(self, *arguments):
        return json.loads(self.onectl(*arguments, '--json'))

    def end(self):
        self.stop()
        ENDED.append(self.logged())
        if self.server:
            self.server.end()
        if not self.connection.is_closed():
            self.connection.close_sync(None)
        self.bus.down()
        shutil.rmtree(self.home)


class WorldTest(unittest.TestCase):
    """A test with a world of its own, which ends with it."""

    def setUp(self):
        self.world = World()
        self.addCleanup(lambda: self.world.end())

    def renew(self, **options):
        """Another world for the next case. The one before ends: of what a kernel has only so much of for
        each user, inotify's instances, a test holds no more than one world does."""
        self.world.end()
        self.world = World(**options)
        return self.world


class TapResult(unittest.TestResult):
    """Says each test in the Test Anything Protocol, so that the runner can count them."""

    def __init__(self):
        super().__init__()
        self.number = 0

    def say(self, test, fine, problem=''):
        self.number += 1
        name = test.id().split('.', 1)[-1]
        print('%sok %d - %s' % ('' if fine else 'not ', self.number, name), flush=True)
        for line in problem.splitlines():
            print('# ' + line, flush=True)

    def startTest(self, test):
        super().startTest(test)
        self.problems = []
        ENDED.clear()

    def stopTest(self, test):
        super().stopTest(test)
        logs = [line for log in ENDED if log for line in ('oned has logged at the end:', *log)]
        self.say(test, not self.problems, '\n'.join(self.problems + logs if self.problems else []))

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.problems.append(self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        self.problems.append(self.errors[-1][1])

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err:
            self.problems.append(str(subtest) + '\n' + (self.failures + self.errors)[-1][1])

    def addSkip(self, test, reason):
        self.problems.append('skipped: ' + reason)
        self.failures.append((test, reason))


def main():
    """test_x.py ONED-AT ONED-READER ONECTL NOTIFY-SERVER [NAME…]"""
    for key, path in zip(('oned-at', 'reader', 'onectl', 'server'), sys.argv[1:5]):
        PROGRAMS[key] = path
    loader = unittest.TestLoader()
    names = sys.argv[5:]
    module = sys.modules['__main__']
    suite = loader.loadTestsFromNames(names, module) if names else loader.loadTestsFromModule(module)
    print('TAP version 13\n1..%d' % suite.countTestCases(), flush=True)
    result = TapResult()
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)
