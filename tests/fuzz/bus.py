#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Anything at all over the bus: usage: bus.py ONED-AT ONED-READER ONECTL NOTIFY-SERVER [OPTION…]

A program of the session may send oned whatever it likes. Each method gets what its signature allows,
and sometimes what it does not: hostile texts, instants and flags, dictionaries of anything, files that
are none; signals of others are forged meanwhile, and the clock jumps. Throughout the daemon lives,
each call is answered, errors are the ones that the contract names, the answers and the memory are
bounded, and the store is sound, also after a kill. A run is its seed: --seed N --calls N plays one
again, call by call."""
import argparse
import collections
import contextlib
import os
import random
import sqlite3
import sys
import threading
import time
import xml.etree.ElementTree

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), '../bus'))

from gi.repository import Gio, GLib

import world
from world import World, at, calendar, event

HERE = os.path.dirname(os.path.abspath(__file__))
NAME, PATH = 'org.oned.Oned1', '/org/oned/Oned1'
BEGIN = at('2026-11-23 08:00')
HOUR = 3600
PEOPLE = {'ada': 'Ada Lovelace', 'ben': 'Ben Braun', 'cy': 'Cy Young'}
CHECK_EVERY = 100  # calls, until the store and the memory are looked at
LIVE = 1000  # calls of one daemon; then it is killed, and the next one takes over
MOST_BYTES = 64 << 20  # of an answer
MOST_MEMORY = 400 << 10  # kilobytes: what texts of a megabyte and their answers may take
OURS = 'org.oned.Oned1.Error.'
# GDBus' own, for calls that are not in the contract at all.
MISUSE = {'org.freedesktop.DBus.Error.' + name for name in (
    'InvalidArgs', 'UnknownMethod', 'UnknownInterface', 'UnknownObject', 'UnknownProperty',
    'PropertyReadOnly')}
TEXTS = ['', ' ', '\n', '\t', 'ada', 'Ada Lovelace', 'ADA', 'ben', 'cy@example.com', 'x@y', '@', 'next', 'today',
         '2026-11-23', '2026-11-30', '2026-13-45', '0000-00-00', '9999-12-31', 'm1', 'm2', 'm3', 'm0', 'm-1',
         'm99999999999999999999', 'a1', 'a2', 'p1', 'p2', 'a0', 'p00', 'wins', 'review', 'manager', 'peer', 'held',
         'open', 'done', 'dropped', 'ada@x', 'ben@x', '../../etc/passwd', '/dev/zero', '/', '~', "'; DROP TABLE action; --",
         '"', '*', 'a AND b', 'NEAR(a b)', '(' * 1000, '%s%n%d', '\\', '\x1b[31m', '\u202e\u2066', '\u200b' * 50,
         'é' * 999, 'e\u0301' * 500, '\U0001f600' * 300, '<b>&amp;</b>', '[x](javascript:1)', '#a1', '- [ ] x #a1',
         'x' * 1000, 'x' * 1001, 'y' * 100000, 'z' * 1000000]
NUMBERS = [0, 1, -1, 2, 59, 60, 86400, 2 ** 31 - 1, 2 ** 31, -2 ** 31, 2 ** 32, 2 ** 53, 2 ** 63 - 1, -2 ** 63,
           BEGIN, BEGIN + HOUR, BEGIN - 365 * 24 * HOUR, BEGIN + 365 * 24 * HOUR, 253402300799]
KEYS = ['rebuild', 'all', 'theirs', 'overdue', 'category', 'main', 'on', 'due', 'owner', 'covered', 'note', 'skipped',
        'role', 'name', 'address', 'merge', 'text', 'state', '', 'x' * 300, 'Ä']
SIGNALS = [('NotificationClosed', '(uu)'), ('ActionInvoked', '(us)'), ('ActivationToken', '(us)')]


def methods():
    """(interface, name, signature in) of all that oned exports."""
    tree = xml.etree.ElementTree.parse(os.path.join(HERE, '../../share/wire/org.oned.Oned1.xml'))
    found = []
    for interface in tree.getroot().iter('interface'):
        for method in interface.iter('method'):
            signature = ''.join(arg.get('type') for arg in method.iter('arg') if arg.get('direction') != 'out')
            found.append((interface.get('name'), method.get('name'), signature))
    return found


class Fuzz:
    def __init__(self, seed):
        self.seed = seed
        self.random = random.Random(seed)
        self.world = World()
        self.methods = methods()
        self.counts = collections.Counter()
        self.slowest = (0, '')
        self.number = 0
        self.last = ''
        self.handles = None
        for number, (key, name) in enumerate(PEOPLE.items()):
            self.world.write(key + '.ics', calendar(event(
                key + '@x', BEGIN - (3 - number) * 7 * 24 * HOUR + (number + 1) * HOUR,
                person=key + '@example.com', name=name)))
        threading.Thread(target=self.listen, daemon=True).start()
        self.world.env['G_DEBUG'] = 'fatal-criticals'
        self.world.start(BEGIN)
        assert len(self.world.call('ListPeople', '()')[0]) == len(PEOPLE)

    def listen(self):
        """Takes what the server says, which would wait for it."""
        with contextlib.suppress(OSError, ValueError):
            while self.world.server.process.stdout.read(65536):
                pass

    # What is sent.
    def text(self):
        if self.random.random() < .1:
            return ''.join(chr(self.random.choice([32, 64, 97, 0x301, 0x202e, 0x1f600, 10, 27]) + self.random.randint(0, 9))
                           for _ in range(self.random.randint(0, 40)))
        return self.random.choice(TEXTS)

    def texts(self, counts):
        """Many are short, for a bus takes 128 MB at once."""
        count = self.random.choice(counts)
        return [self.text()[:None if count < 10 else 100] for _ in range(count)]

    def number_of(self, low, high):
        number = self.random.choice(NUMBERS)
        if self.random.random() < .2:
            number = self.random.randint(low, high)
        return max(low, min(high, number))

    def variant(self, depth=0):
        kind = self.random.choice('sssbbxuidas' if depth < 4 else 'sbx') if self.random.random() < .9 else 'v'
        if kind == 'v' and depth < 8:
            return GLib.Variant('v', self.variant(depth + 1))
        if kind == 'a':
            return GLib.Variant('as', self.texts([0, 1, 3, 200]))
        return GLib.Variant(kind, self.value(kind)) if kind != 'v' else GLib.Variant('s', self.text())

    def options(self):
        count = self.random.choice([0, 0, 1, 1, 2, 4, 1000])
        if count > 10:
            return {'k%d' % n: GLib.Variant('s', self.text()[:100]) for n in range(count)}
        return {self.random.choice(KEYS): self.variant() for n in range(count)}

    def value(self, kind):
        ranges = {'x': (-2 ** 63, 2 ** 63 - 1), 't': (0, 2 ** 64 - 1), 'i': (-2 ** 31, 2 ** 31 - 1),
                  'u': (0, 2 ** 32 - 1), 'h': (0, 0)}
        if kind in ranges:
            return self.number_of(*ranges[kind])
        if kind == 'as':
            return self.texts([0, 1, 2, 5, 300])
        return {'s': self.text, 'b': lambda: self.random.random() < .5, 'a{sv}': self.options,
                'd': lambda: self.random.choice([0.0, -1.5, float('nan'), float('inf')])}[kind]()

    def file(self):
        """A descriptor of something; files that nobody ends would keep Backup, and are not oned's to wait
        for, so that there are pipes with nobody at the other end, too."""
        kind = self.random.choice(['memory', 'memory', 'null', 'full', 'folder', 'pipe', 'read-only', 'path'])
        if kind == 'memory':
            handle = os.memfd_create('fuzz')
            os.write(handle, self.random.choice([b'', b'SQLite format 3\0' + bytes(84), os.urandom(5000)]))
            os.lseek(handle, 0, os.SEEK_SET)
            return handle
        if kind == 'pipe':
            ends = os.pipe()
            keep = self.random.choice([0, 1])
            os.close(ends[1 - keep])
            return ends[keep]
        where = {'null': '/dev/null', 'full': '/dev/full', 'folder': '/', 'read-only': '/etc/hostname', 'path': '/etc'}[kind]
        return os.open(where, {'full': os.O_WRONLY, 'path': os.O_PATH}.get(kind, os.O_RDONLY))

    def arguments(self, signature):
        if self.random.random() < .03:
            signature = self.random.choice(['', 's', 'ss', 'x', 'a{sv}', 'sa{sv}', 'u'])
        kinds, rest = [], signature
        while rest:
            kind = next(k for k in ('a{sv}', 'as', rest[0]) if rest.startswith(k))
            kinds.append(kind)
            rest = rest[len(kind):]
        self.handles = None
        if 'h' in kinds:
            handle = self.file()
            self.handles = Gio.UnixFDList.new_from_array([handle])
        return GLib.Variant('(%s)' % ''.join(kinds), tuple(self.value(k) for k in kinds))

    def call(self):
        interface, method, signature = self.random.choice(self.methods)
        if self.random.random() < .02:
            method = self.random.choice(['Nothing', 'Get', method.lower()])
        arguments = self.arguments(signature)
        self.last = 'call %d: %s %s' % (self.number, method, arguments.print_(True)[:300])
        began = time.monotonic()
        try:
            answer = self.world.connection.call_with_unix_fd_list_sync(
                NAME, PATH, interface, method, arguments, None, Gio.DBusCallFlags.NONE, world.DEADLINE * 1000,
                self.handles, None)[0]
            self.counts['answered'] += 1
            assert answer.get_size() <= MOST_BYTES, 'an answer of %d bytes' % answer.get_size()
        except GLib.Error as error:
            name = Gio.DBusError.get_remote_error(error) or error.message
            assert name.startswith(OURS) or name in MISUSE, 'an error of somebody else: %s' % name
            self.counts['refused' if name.startswith(OURS) else 'misused'] += 1
        self.slowest = max(self.slowest, (time.monotonic() - began, method))

    # What happens beside it.
    def forge(self):
        name, signature = self.random.choice(SIGNALS)
        values = tuple(self.random.randint(0, 9) if k == 'u' else self.text()[:100] for k in signature[1:-1])
        self.world.connection.emit_signal(None, '/org/freedesktop/Notifications', 'org.freedesktop.Notifications',
                                          name, GLib.Variant(signature, values))

    def jump(self):
        self.world.set(self.world.now + self.random.choice([1, 60, HOUR, 24 * HOUR, -HOUR]))

    # What must hold.
    def check(self):
        assert self.world.daemon.process.poll() is None, 'oned has ended'
        self.world.call('GetStatus', '()')
        with open('/proc/%d/status' % self.world.daemon.process.pid, encoding='ascii', errors='replace') as file:
            memory = next(int(line.split()[1]) for line in file if line.startswith('VmRSS'))
        assert memory <= MOST_MEMORY, 'oned takes %d kB' % memory
        path = 'file:%s/oned/oned.db?mode=ro' % self.world.env['XDG_DATA_HOME']
        with contextlib.closing(sqlite3.connect(path, uri=True)) as store:
            assert store.execute('PRAGMA integrity_check').fetchone() == ('ok',), 'the store is damaged'
            assert store.execute('PRAGMA foreign_key_check').fetchall() == [], 'a row of nobody'

    def live_again(self):
        self.world.kill()
        self.world.start(self.world.now)

    def run(self, seconds, calls):
        limit = time.monotonic() + seconds
        while self.number < calls if calls else time.monotonic() < limit:
            self.number += 1
            self.call()
            if self.random.random() < .05:
                self.forge()
            if self.random.random() < .01:
                self.jump()
            if self.number % LIVE == 0:
                self.live_again()
            if self.number % CHECK_EVERY == 0:
                self.check()
        self.check()


def main():
    for key, path in zip(('oned-at', 'reader', 'onectl', 'server'), sys.argv[1:5]):
        world.PROGRAMS[key] = path
    parser = argparse.ArgumentParser()
    parser.add_argument('--seconds', type=float, default=30)
    parser.add_argument('--calls', type=int, default=0, help='instead of a time')
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args(sys.argv[5:])
    fuzz = Fuzz(options.seed)
    try:
        fuzz.run(options.seconds, options.calls)
    except Exception as error:  # whatever went wrong was found
        print('found with --seed %d --calls %d, %s\n%s: %s' % (
            options.seed, fuzz.number, fuzz.last, type(error).__name__, error))
        print('\n'.join(fuzz.world.logged()))
        sys.exit(1)
    finally:
        fuzz.world.end()
    print('%d calls: %s; the slowest took %.1f s (%s)' % (
        fuzz.number, ', '.join('%d %s' % (n, word) for word, n in sorted(fuzz.counts.items())), *fuzz.slowest))


if __name__ == '__main__':
    main()
