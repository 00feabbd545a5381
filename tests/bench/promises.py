#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""usage: promises.py BUILD [N…]

What it costs to ask oned for what it keeps when it keeps N open promises and points (2,500 and
13,000), with 50 people who are met each week: for each method, the processor time of the daemon and
how long the answer takes, in milliseconds, the best of some; the same for a bare program that has the
answer ready-made, which is what nobody can go below over GDBus; and how long another client waits for a
short answer while 504 agendas are asked for at once. By hand: the machine has to be quiet."""
import contextlib
import os
import select
import sqlite3
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.join(HERE, '../bus'))

from gi.repository import Gio, GLib

import world
from daemon import processor
from world import World, at, calendar, event

PEOPLE = 50
WEEKS = 26
MINUTE = 60
HOUR = 60 * MINUTE
WEEK = 7 * 24 * HOUR
RUNS = 4
AT_ONCE, OF_ONE = 504, 8  # a bus of a test takes no more calls of one connection at once
NOW = at('2026-11-23 08:00')
BUS_NAME = 'org.oned.Oned1'
BUS_PATH = '/org/oned/Oned1'
ASKED = [('GetAgendas', '(sa{sv})', ('', {})), ('GetAgendas', '(sa{sv})', ('p0@example.com', {})),
         ('ListActions', '(sa{sv})', ('', {})), ('ListActions', '(sa{sv})', ('p0@example.com', {})),
         ('ListPoints', '(sa{sv})', ('', {})), ('ListPeople', '()', ()), ('GetCoverage', '(s)', ('',)),
         ('GetChronicle', '(sxa{sv})', ('', NOW - 90 * 24 * HOUR, {})),
         ('GetChronicle', '(sxa{sv})', ('p0@example.com', NOW - 90 * 24 * HOUR, {}))]


def person(number):
    return 'p%d@example.com' % number


def begin(count):
    """A world in which the people were met for half a year, and so much was promised."""
    place = World()
    place.write('all.ics', calendar(*(
        event('u%d' % n, NOW - WEEKS * WEEK + (n % 10) * HOUR + (n // 10) * 24 * HOUR, person=person(n),
              name='Person %d' % n) for n in range(PEOPLE))))
    place.start(NOW)
    place.stop()
    with contextlib.closing(sqlite3.connect(place.env['XDG_DATA_HOME'] + '/oned/oned.db')) as store, store:
        ids = [row[0] for row in store.execute('SELECT DISTINCT person FROM address ORDER BY person')]
        assert len(ids) == PEOPLE
        for n in range(count):
            created = NOW - (n % 1000) * HOUR
            if n % 4:
                store.execute("INSERT INTO action (person, text, owner, due, created, state, closed)"
                              " VALUES (?, ?, ?, ?, ?, 'open', 0)",
                              (ids[n % PEOPLE], 'Send the figures of last week, number %d' % n,
                               'them' if n % 3 else 'me', '2026-11-2%d' % (n % 10) if n % 5 == 0 else None,
                               created))
            else:
                store.execute("INSERT INTO point (person, category, text, day, main, created, state, closed)"
                              " VALUES (?, '', ?, NULL, 0, ?, 'open', 0)",
                              (ids[n % PEOPLE], 'Ask for the plan of the next quarter, number %d' % n, created))
    place.start(NOW)
    return place


def connect(place):
    return Gio.DBusConnection.new_for_address_sync(
        place.bus.get_bus_address(), Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
        | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)


def ask(connection, method, signature, arguments, done=None, name=BUS_NAME):
    """The answer is not unpacked, for that takes longer than to make it."""
    call = (name, BUS_PATH, BUS_NAME, method, GLib.Variant(signature, arguments), None,
            Gio.DBusCallFlags.NONE, world.DEADLINE * 1000, None)
    if done:
        connection.call(*call, lambda source, result: (source.call_finish(result), done()))
        return None
    return connection.call_sync(*call)


READY = 'org.oned.ReadyMade'


def serve(address):
    """The bare program: it asks oned once for each answer."""
    bus = Gio.DBusConnection.new_for_address_sync(
        address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
        None, None)
    known = {}

    def called(_bus, _sender, _path, _interface, method, arguments, call):
        key = method + arguments.print_(True)
        if key not in known:
            known[key] = bus.call_sync(BUS_NAME, BUS_PATH, BUS_NAME, method, arguments, None,
                                       Gio.DBusCallFlags.NONE, world.DEADLINE * 1000, None)
            known[key].get_data_as_bytes()  # makes it one piece, as oned has it
        call.return_value(known[key])

    with open(os.path.join(HERE, '../../share/wire/org.oned.Oned1.xml'), encoding='utf-8') as file:
        node = Gio.DBusNodeInfo.new_for_xml(file.read())
    bus.register_object(BUS_PATH, node.lookup_interface(BUS_NAME), called, None, None)
    Gio.bus_own_name_on_connection(bus, READY, Gio.BusNameOwnerFlags.NONE, None, None)
    GLib.MainLoop().run()


def one(place, process, name, method, signature, arguments):
    """(processor time, elapsed) in milliseconds, the best of some, and the bytes of the answer."""
    best, size = (float('inf'), float('inf')), 0
    for _ in range(RUNS):
        busy, began = processor(process), time.monotonic()
        answer = ask(place.connection, method, signature, arguments, name=name)
        taken = (processor(process) - busy, (time.monotonic() - began) * 1e3)
        best, size = min(best, taken), answer.get_size()
    return (*best, size)


def ping(address):
    """Another client, with threads of its own: says the longest that it waited for a small answer."""
    bus = Gio.DBusConnection.new_for_address_sync(
        address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
        None, None)
    longest = 0
    print('ready', flush=True)
    while not select.select([sys.stdin], [], [], 0.01)[0]:
        asked = time.monotonic()
        ask(bus, 'ListCategories', '(s)', ('peer',))
        longest = max(longest, time.monotonic() - asked)
    print(longest * 1e3)


def others_wait(place):
    """The longest that another client waits for a small answer while many are asked for at once, and
    how long all of these take, in milliseconds."""
    many = [connect(place) for _ in range(AT_ONCE // OF_ONE)]
    other = subprocess.Popen([sys.executable, __file__, '--ping', place.bus.get_bus_address()],
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert other.stdout.readline() == 'ready\n'
    loop, left = GLib.MainLoop(), [AT_ONCE]
    began = time.monotonic()

    def done():
        left[0] -= 1
        if left[0] == 0:
            loop.quit()

    for number in range(AT_ONCE):
        ask(many[number // OF_ONE], 'GetAgendas', '(sa{sv})', ('', {}), done)
    loop.run()
    taken = (time.monotonic() - began) * 1e3
    return float(other.communicate()[0]), taken


def main():
    if sys.argv[1] in ('--serve', '--ping'):
        (serve if sys.argv[1] == '--serve' else ping)(sys.argv[2])
        return
    build, counts = sys.argv[1], [int(n) for n in sys.argv[2:]] or [2500, 13000]
    for key, path in (('oned-at', 'tests/fakes/oned-at'), ('reader', 'daemon/reader/oned-reader'),
                      ('onectl', 'ctl/onectl'), ('server', 'tests/fakes/notify-server')):
        world.PROGRAMS[key] = os.path.join(os.path.abspath(build), path)
    for count in counts:
        place = begin(count)
        print('%d promises and points' % count)
        ready = subprocess.Popen([sys.executable, __file__, '--serve', place.bus.get_bus_address()])
        place.wait_name(READY)
        for method, signature, arguments in ASKED:
            print('  %-14s %-15s processor %8.1f  elapsed %8.1f  ready-made %8.1f %8.1f  bytes %9d' % (
                method, (arguments[:1] or ('',))[0],
                *one(place, place.daemon.process.pid, BUS_NAME, method, signature, arguments)[:2],
                *one(place, ready.pid, READY, method, signature, arguments)), flush=True)
        ready.kill()
        ready.wait()
        print('  %d agendas at once: another client waits at most %.0f, all take %.0f' % (
            AT_ONCE, *others_wait(place)), flush=True)
        place.end()


if __name__ == '__main__':
    main()
