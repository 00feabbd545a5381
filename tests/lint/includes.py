#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Who may include whom. Part of the build: a wall that is broken through stops it at once."""
import re
from counts import circles, graph
from tree import main, without_comments

# What a room's files may include, besides GLib and the system: rooms, single rooms inside them, or single headers.
MAY_INCLUDE = {
    'wire': {'wire'},
    'model': {'model', 'wire/words.h'},
    'reader': {'reader', 'model/base', 'model/calendar'},  # nothing of the user's
    'writer': {'writer', 'wire/ical.h'},
    'core': {'core', 'model'},
    'store': {'store', 'model', 'wire/error.h', 'wire/fold.h', 'wire/near.h'},
    'edge': {'edge', 'model', 'wire/feed.h', 'wire/feed-answer.h'},
    'config': {'config', 'model', 'edge/small-file.h'},
    'engine': {'engine', 'core', 'store', 'edge', 'model', 'config', 'wire/error.h'},
    'bus': {'bus', 'engine', 'model', 'wire'},
    'main': {'main', 'engine', 'bus', 'edge', 'config'},  # main.c, run.c
    'ctl': {'ctl', 'wire'},
    'fetch': {'fetch', 'wire/feed.h', 'wire/feed-answer.h', 'wire/words.h'},
}

# Inside a room: which of its sub-rooms may include which other ones. What lies in the room itself goes by
# the room's name.
SUB_ROOMS = {
    # The parts of the engine know what they share, and nothing of each other.
    'engine': {'engine/base', 'engine/calendars', 'engine/detect', 'engine/reminders', 'engine/pages', 'engine/ops'},
    'engine/base': set(),
    'engine/calendars': {'engine/base'},
    'engine/detect': {'engine/base'},
    'engine/reminders': {'engine/base', 'engine/reminders/own'},
    # Of the user's own words: promises of the day, what is to be asked.
    'engine/reminders/own': {'engine/base', 'engine/reminders'},
    'engine/pages': {'engine/base'},
    'engine/ops': {'engine', 'engine/base', 'engine/calendars', 'engine/detect', 'engine/reminders', 'engine/pages',
                   'engine/ops/answers'},
    'engine/ops/answers': {'engine', 'engine/base'},
    'model': {'model/base', 'model/calendar'},
    'model/base': set(),
    'model/calendar': {'model/base'},
    'edge': set(),
    'edge/time': set(),
    'edge/cache': {'edge', 'edge/time'},
    'edge/files': {'edge', 'edge/cache', 'edge/time'},
    'edge/reader': {'edge', 'edge/time'},
    'edge/notify': set(),
    'edge/desktop': set(),
    'edge/user': {'edge', 'edge/files', 'edge/time'},
    'core': set(),
    'core/detect': set(),
    'core/agenda': set(),
    'core/page': {'core/agenda'},
    'core/notice': set(),
    'core/plan': {'core/notice'},
    'bus': {'bus/pack'},
    'bus/pack': set(),
    'store': {'store/db'},
    'store/db': set(),
    'store/safety': {'store/db'},
    'reader': {'reader/cell', 'reader/scan', 'reader/parse', 'reader/expand', 'reader/stores', 'reader/zone'},
    'reader/cell': {'reader'},
    'reader/value': set(),
    'reader/recur': {'reader/value'},
    'reader/zone': {'reader', 'reader/value', 'reader/recur'},
    'reader/scan': {'reader/value', 'reader/recur'},
    'reader/parse': {'reader/value', 'reader/recur', 'reader/zone', 'reader/scan'},
    'reader/expand': {'reader/value', 'reader/recur', 'reader/zone', 'reader/parse'},
    # Other programs' databases: they become iCalendar text here.
    'reader/stores': {'reader', 'reader/value', 'reader/zone'},
    'ctl': {'ctl/bus', 'ctl/time', 'ctl/print', 'ctl/view', 'ctl/cmd'},
    'ctl/complete': {'ctl', 'ctl/bus', 'ctl/time', 'ctl/print', 'ctl/view'},
    'ctl/bus': set(),
    'ctl/time': set(),
    'ctl/print': {'ctl/bus', 'ctl/time'},
    'ctl/view': {'ctl', 'ctl/bus', 'ctl/time', 'ctl/print'},
    'ctl/report': {'ctl', 'ctl/bus', 'ctl/time', 'ctl/print'},
    'ctl/health': {'ctl', 'ctl/bus', 'ctl/print', 'ctl/time', 'ctl/view'},
    'ctl/cmd': {'ctl'},
    'ctl/cmd/ask': {'ctl', 'ctl/bus', 'ctl/time', 'ctl/print', 'ctl/complete', 'ctl/view', 'ctl/report', 'ctl/health',
                    'ctl/cmd'},
    'ctl/cmd/tell': {'ctl', 'ctl/bus', 'ctl/time', 'ctl/print', 'ctl/view', 'ctl/health', 'ctl/cmd'},
}

# Rooms in which no file may lead back to itself.
STRAIGHT = ('model', 'reader', 'writer', 'config', 'core', 'store', 'edge', 'engine', 'bus', 'ctl', 'fetch')

# Foreign things, and the rooms that may know them.
FOREIGN = [
    (r'libical/', {'reader/parse', 'writer'}),
    (r'unicode/', set()),
    (r'seccomp\.h|linux/(landlock|seccomp|filter)\.h', {'reader'}),
    (r'sqlite3\.h', {'store', 'reader/stores'}),
    (r'libnotify/', {'edge'}),
    (r'sys/inotify\.h', {'edge'}),
    (r'sys/timerfd\.h', {'edge', 'ctl/time'}),
    (r'json-glib/', {'ctl'}),
    (r'curl/', {'fetch'}),
    (r'gio/', {'wire', 'edge', 'engine', 'bus', 'main', 'ctl', 'config', 'store', 'reader'}),
    (r'(stdio|time|unistd|fcntl|poll)\.h|sys/|glib/gstdio\.h',
     {'wire', 'reader', 'writer', 'store', 'edge', 'config', 'engine', 'bus', 'main', 'ctl', 'fetch'}),
]

# Calls that need no include of their own, and the places that may make them.
CALLS = [
    (r'\b(g_get_real_time|g_date_time_new_now\w*|gettimeofday|g_get_current_time)\b'
     r'|\btime \((NULL|&|0)|\bCLOCK_REALTIME(_COARSE)?\b',
     'reads the clock', re.compile(r'daemon/edge/(time/(clock|wake)|stamp)[^/]*$|daemon/core/poison\.h$|ctl/|fetch/fetch\.c$|tests/')),
    (r'\bg_dbus_\w+ \(', 'speaks D-Bus', re.compile(r'daemon/(bus|edge|main\.c)|share/wire/|ctl/|tests/')),
    (r'\bg_variant_\w+ \(', 'packs values for the wire',
     re.compile(r'daemon/(bus|reader|writer|edge)/|daemon/model/calendar/reading[^/]*$|daemon/main\.c|share/wire/|ctl/|tests/')),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def room_of_file(path):
    parts = path.split('/')
    if parts[0] == 'daemon':
        return parts[1] if len(parts) > 2 else 'main'
    if parts[:2] == ['share', 'wire']:
        return 'wire'
    return {'ctl': 'ctl', 'fetch': 'fetch', 'tests': None}.get(parts[0])


def room_of_header(header):
    """`"core/plan.h"` is core's; what gdbus-codegen makes is wire's."""
    if '/' in header:
        return header.split('/')[0]
    if header == 'oned1.h':
        return 'wire'
    if header == 'example-resource.h':  # what onectl setup writes
        return 'ctl'
    if header == 'call-names.h':  # of the kernel's headers
        return 'edge'
    if header == 'catalogue-resource.h':
        return 'config'
    return 'main' if header == 'run.h' else None


def sub_room(address):
    """"edge/files" of "edge/files/watch.h" and "daemon/edge/files/watch.c"; a room of none is its own."""
    parts = address.split('/')
    return '/'.join(parts[1:] if parts[0] in ('daemon', 'share') else parts).rsplit('/', 1)[0]


def crosses(path, header):
    """Whether an include inside a room goes where no row leads."""
    here, there = sub_room(path), sub_room(header)
    room = header.split('/')[0]
    if here == there or here.split('/')[0] != room or (here not in SUB_ROOMS and there not in SUB_ROOMS):
        return False
    return there not in SUB_ROOMS.get(here, set())


def complain(path, room, bracket, header):
    if bracket == '<':
        for pattern, rooms in FOREIGN:
            if re.match(pattern, header) and room not in rooms and sub_room(path) not in rooms:
                return '<%s> is not for %s, only for %s' % (header, room, ', '.join(sorted(rooms)))
        return None
    target = room_of_header(header)
    if target is None:
        return '"%s" is no address: write "room/file.h"' % header
    if crosses(path, header):
        return '%s may not include "%s", only %s' % (
            sub_room(path), header, ', '.join(sorted(SUB_ROOMS.get(sub_room(path), set()))) or 'its own room')
    if {target, sub_room(header), header} & MAY_INCLUDE[room]:
        return None
    return '%s may not include "%s", only %s' % (room, header, ', '.join(sorted(MAY_INCLUDE[room])))


def includes(tree):
    for path in tree.sources('daemon', 'ctl', 'fetch', 'share'):
        room = room_of_file(path)
        if room not in MAY_INCLUDE:
            yield '%s: no room of the house: %s' % (path, room)
            continue
        for number, line in enumerate(tree.lines(path), 1):
            match = INCLUDE.match(line)
            complaint = match and complain(path, room, *match.groups())
            if complaint:
                yield '%s:%d: %s' % (path, number, complaint)


def circles_of_rooms(tree):
    for room in STRAIGHT:
        folder = room if room in ('ctl', 'fetch') else 'daemon/' + room
        for group in circles(graph(tree, folder)):
            yield '%s: these include each other in a circle: %s' % (folder, ' '.join(sorted(group)))


def calls(tree):
    for path in tree.sources('daemon', 'ctl', 'fetch', 'share'):
        for number, line in enumerate(without_comments(tree.text(path)).split('\n'), 1):
            for pattern, what, allowed in CALLS:
                found = re.search(pattern, line)
                if found and not allowed.match(path):
                    yield '%s:%d: %s (%s), which is not for this place' % (path, number, what, found.group(0))


if __name__ == '__main__':
    main(includes, calls, circles_of_rooms)
