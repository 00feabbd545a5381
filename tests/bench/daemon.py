#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# lint-allow: wait, because what is measured here is what a daemon does while nobody does anything.
"""usage: daemon.py BUILD SCRATCH [N…]

What the daemon costs with a folder of N events (1000 and 10000), a UID a file: the processor time of
it and its children, user and system, in one run. Started again with nothing changed, until it can be
asked (what it takes with no calendar at all comes first) and until all files are known to be as they
were, against what nobody can go below (floor: list the folder, stat each file); one file of a
one-on-one rewritten, the mean of some; up to 5,000 files rewritten at once; and its memory and
context switches in a minute, at rest. At the end its answer must be that of a daemon that has never
seen these files. The children's time is counted in hundredths of a second."""
import glob
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time

from gi.repository import Gio, GLib

NOW = 1795435200  # 2026-11-23 12:00 UTC
HERE = os.path.dirname(os.path.abspath(__file__))
RUNS = 5
CHANGES = 20
BURST = 5000
PATIENCE = 120  # seconds, until something is wrong


def processor(pid):
    """Milliseconds of the process, and of its children that have ended."""
    with open('/proc/%d/stat' % pid, encoding='ascii', errors='replace') as file:
        fields = file.read().rsplit(')', 1)[1].split()
    own = time.clock_gettime((~pid << 3) | 2)  # as clock_getcpuclockid does
    return own * 1e3 + (int(fields[13]) + int(fields[14])) * 1e3 / os.sysconf('SC_CLK_TCK')


def memory(pid):
    """(resident, private and dirty), in kilobytes. Of oned, only root may look at each page: for others
    what is nobody else's and no file's does for the second."""
    names = ('Rss', 'Private_Dirty') if os.geteuid() == 0 else ('VmRSS', 'RssAnon')
    with open('/proc/%d/%s' % (pid, 'smaps_rollup' if os.geteuid() == 0 else 'status'), encoding='utf-8') as file:
        text = file.read()
    return tuple(int(re.search(r'^%s:\s*(\d+)' % name, text, re.M).group(1)) for name in names)


def switches(pid):
    """Of each thread."""
    counts = {}
    for path in glob.glob('/proc/%d/task/*/status' % pid):
        with open(path, encoding='ascii') as file:
            counts[path] = sum(int(line.split()[1]) for line in file if 'ctxt_switches' in line)
    return counts


def environment_of_unit():
    """What oned.service says; where oned runs without it, it takes a little more memory."""
    with open(os.path.join(HERE, '../../share/systemd/oned.service.in'), encoding='utf-8') as file:
        return dict(line.strip().split('=', 2)[1:] for line in file if line.startswith('Environment='))


class House:
    """Folders and a bus of its own for a daemon that watches `calendars`."""

    def __init__(self, build, folder, calendars):
        self.build, self.folder = os.path.abspath(build), folder
        self.bus = Gio.TestDBus.new(Gio.TestDBusFlags.NONE)
        self.bus.up()
        flags = Gio.DBusConnectionFlags
        self.connection = Gio.DBusConnection.new_for_address_sync(
            self.bus.get_bus_address(), flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)
        self.env = {'PATH': '/usr/bin:/bin', 'HOME': folder, 'LC_ALL': 'C.UTF-8', 'TZ': 'Europe/Berlin',
                    'XDG_CONFIG_HOME': folder + '/config', 'XDG_DATA_HOME': folder + '/data',
                    'XDG_CACHE_HOME': folder + '/cache', 'XDG_RUNTIME_DIR': folder, 'NO_COLOR': '1',
                    'DBUS_SESSION_BUS_ADDRESS': self.bus.get_bus_address(), **environment_of_unit()}
        os.makedirs(folder + '/config/oned')
        with open(folder + '/config/oned/oned.conf', 'w', encoding='utf-8') as file:
            file.write('[calendar]\nsources=%s\nme=alice@corp.example\n' % calendars)
        self.process = None

    def start(self, program='tests/fakes/oned-at', *options):
        """Returns the processor time when it can be asked."""
        loop, seen = GLib.MainLoop(), []
        watch = Gio.bus_watch_name_on_connection(
            self.connection, 'org.oned.Oned1', Gio.BusNameWatcherFlags.NONE,
            lambda *_: (seen.append(processor(self.process.pid)), loop.quit()), None)
        self.process = subprocess.Popen(
            [os.path.join(self.build, program), '--reader=' + self.build + '/daemon/reader/oned-reader', *options],
            env=self.env, stderr=subprocess.DEVNULL)
        limit = GLib.timeout_add_seconds(PATIENCE, loop.quit)
        loop.run()
        Gio.bus_unwatch_name(watch)
        GLib.source_remove(limit)
        return seen[0]

    def start_at(self, now):
        return self.start('tests/fakes/oned-at', '--now=' + time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime(now)))

    def settle(self):
        """Until all is read, judged and done."""
        self.connection.call_sync('org.oned.Oned1', '/org/oned/Oned1', 'org.oned.Oned1.Clock', 'Set',
                                  GLib.Variant('(x)', (NOW,)), None, Gio.DBusCallFlags.NONE, PATIENCE * 1000, None)

    def rest(self):
        """Until it has done nothing for a second. Returns the processor time."""
        last, still = None, 0
        while still < 10:
            time.sleep(.1)
            now = processor(self.process.pid)
            still = still + 1 if last is not None and now - last < .05 else 0
            last = now
        return last

    def answer(self):
        output = subprocess.run([self.build + '/ctl/onectl', 'meetings', '--json', '--from', '2026-11-01',
                                 '--to', '2027-03-31'], env=self.env, stdout=subprocess.PIPE, check=True).stdout
        return sorted((m['uid'], m['start'], m['summary'], m['state']) for m in json.loads(output)['meetings'])

    def stop(self):
        self.process.terminate()
        self.process.wait()

    def close(self):
        self.connection.close_sync(None)
        self.bus.down()
        shutil.rmtree(self.folder)


def rewritten(path):
    """Another content beside the file, to be renamed."""
    with open(path, 'rb') as file:
        text = file.read()
    with open(path + '.new', 'wb') as file:
        file.write(text.replace(b'SUMMARY:', b'SUMMARY:Again ', 1))
    return path


def with_one_on_ones(files):
    """Some of them, with a series of two that goes on."""
    found = []
    for path in files:
        with open(path, 'rb') as file:
            text = file.read()
        if (text.count(b'CUTYPE=INDIVIDUAL') == 2 and text.count(b'BEGIN:VEVENT') == 1
                and b'RRULE' in text and b'UNTIL' not in text and b'COUNT=' not in text):
            found.append(path)
        if len(found) == CHANGES:
            break
    return found


def floor_ms(build, folder):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([os.path.join(build, 'tests/bench/floor'), folder, 'stat'], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1e3


def starts_again(house, build, vdir):
    """The least (answers, has verified, floor), in turn."""
    costs = []
    for _ in range(RUNS):
        answers = house.start_at(NOW)
        house.settle()
        costs.append((answers, processor(house.process.pid), floor_ms(build, vdir)))
        house.stop()
    return tuple(map(min, zip(*costs)))


def replace(paths):
    for path in paths:
        os.rename(path + '.new', path)


def change(house, paths, wait):
    """The processor time that it takes to follow them; `wait` after each."""
    os.sync()
    before = house.rest()
    if wait:
        for path in paths:
            replace([path])
            time.sleep(1.2)
    else:
        replace(paths)
    return house.rest() - before


def check(build, scratch, vdir, answer):
    house = House(build, os.path.join(scratch, 'fresh'), vdir)
    house.start_at(NOW)
    house.settle()
    house.rest()
    if house.answer() != answer or not answer:
        sys.exit('%s: what was changed is not all known' % vdir)
    house.stop()
    house.close()


def empty_start(build, scratch):
    os.mkdir(os.path.join(scratch, 'empty'))
    house = House(build, os.path.join(scratch, 'house'), os.path.join(scratch, 'empty'))
    costs = []
    for _ in range(RUNS):
        costs.append(house.start_at(NOW))
        house.stop()
    house.close()
    os.rmdir(os.path.join(scratch, 'empty'))
    return min(costs)


def minute_at_rest(house):
    """(resident, private and dirty, context switches in a minute) of oned itself."""
    os.sync()  # pages of a program that was just linked would count as its own
    for _ in range(2):  # once to read: its cache is its own
        house.start('daemon/oned')
        house.rest()
        house.stop()
    house.start('daemon/oned')
    house.rest()
    time.sleep(5)
    before = switches(house.process.pid)
    time.sleep(60)
    after = switches(house.process.pid)
    count = sum(n - before.get(thread, 0) for thread, n in after.items())
    kilobytes = memory(house.process.pid)
    house.stop()
    return (*kilobytes, count)


def measure(build, scratch, n, empty):
    corpus = os.path.join(scratch, str(n))
    vdir = os.path.join(corpus, 'vdir')
    if not os.path.isdir(vdir):
        subprocess.run([sys.executable, '-B', os.path.join(HERE, 'gen_corpus.py'), '--n', str(n), '--out', corpus,
                        '--shape', 'vdir'], check=True)
    files = sorted(glob.glob(os.path.join(glob.escape(vdir), '*.ics')))
    house = House(build, os.path.join(scratch, 'house'), vdir)
    for _ in range(2):  # once to read, once more for what was written in the tick in which it was read
        house.start_at(NOW)
        house.settle()
        house.rest()
        house.stop()
    resident, dirty, count = minute_at_rest(house)
    answers, verified, floor = starts_again(house, build, vdir)
    house.start_at(NOW)
    house.settle()
    ones = [rewritten(path) for path in with_one_on_ones(files)]
    one = change(house, ones, True) / len(ones)
    burst = [rewritten(path) for path in files[:BURST]]
    many = change(house, burst, False)
    check(build, scratch, vdir, house.answer())
    house.stop()
    house.close()
    print('%10d | %7.1f %7.1f %9.1f %7.1f %6.2f | %8.1f | %5d %8.1f | %7d %7d %9d' % (
        n, empty, answers, verified, floor, verified / floor, one, len(burst), many, resident, dirty, count), flush=True)


def main():
    build, scratch = sys.argv[1:3]
    empty = empty_start(build, scratch)
    print('           |    started again, CPU time in ms            | 1 file   | many, CPU ms   |  at rest, KB, a minute')
    print('    events |   empty  asked  verified   floor  ratio     |  CPU ms  | files       in | resident  dirty  switches')
    for n in [int(n) for n in sys.argv[3:]] or [1000, 10000]:
        measure(build, scratch, n, empty)


if __name__ == '__main__':
    main()
