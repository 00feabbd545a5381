#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The lints themselves: what each must find, and the neighbour of it that it must leave alone."""
import os
import tempfile
import unittest
import includes
import names
import pitfalls
import sizes
import twins
import words
from tree import Tree

SPDX = '/* SPDX-License-Identifier: MIT */\n'


def complaints(lint, files):
    with tempfile.TemporaryDirectory() as root:
        for path, text in files.items():
            os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
            with open(os.path.join(root, path), 'w', encoding='utf-8') as file:
                file.write(text)
        return list(lint(Tree(root)))


def function(name, kind='void', lines=1):
    return '%s\n%s (void)\n{\n%s}\n' % (kind, name, '  x ();\n' * lines)


class Lints(unittest.TestCase):
    def check(self, lint, bad, good):
        for path, text in bad:
            with self.subTest(bad=path, text=text):
                self.assertEqual(len(complaints(lint, {path: text})), 1)
        for path, text in good:
            with self.subTest(good=path, text=text):
                self.assertEqual(complaints(lint, {path: text}), [])

    def test_every_room_may_include_what_the_table_says_and_nothing_else(self):
        headers = {room: '%s/x.h' % room for room in includes.MAY_INCLUDE}
        headers.update(main='run.h', wire='wire/names.h')
        for room, may in includes.MAY_INCLUDE.items():
            path = {'wire': 'share/wire/a.c', 'ctl': 'ctl/a.c', 'main': 'daemon/main.c'}.get(room, 'daemon/%s/a.c' % room)
            for other, header in headers.items():
                found = complaints(includes.includes, {path: '#include "%s"\n' % header})
                with self.subTest(room=room, header=header):
                    self.assertEqual(bool(found), other not in may)

    def test_single_headers(self):
        self.check(includes.includes,
                   [('daemon/model/a.c', '#include "wire/error.h"'), ('daemon/core/a.c', '#include "wire/words.h"')],
                   [('daemon/model/a.c', '#include "wire/words.h"'), ('daemon/store/a.c', '#include "wire/error.h"')])

    def test_single_rooms_of_another(self):
        self.check(includes.includes,
                   [('daemon/reader/a.c', '#include "model/meeting.h"'), ('daemon/reader/scan/a.c', '#include "model/a.h"')],
                   [('daemon/reader/a.c', '#include "model/calendar/event.h"'),
                    ('daemon/reader/scan/a.c', '#include "model/base/text.h"')])

    def test_the_rooms_inside_a_room_have_rows_of_their_own(self):
        rows = list(includes.SUB_ROOMS)
        for here in rows:
            for there in rows:
                room = here.split('/')[0]
                if room != there.split('/')[0]:
                    continue
                path = '%s/a.c' % here if room == 'ctl' else 'daemon/%s/a.c' % here
                found = complaints(includes.includes, {path: '#include "%s/x.h"\n' % there})
                with self.subTest(here=here, there=there):
                    self.assertEqual(bool(found), here != there and there not in includes.SUB_ROOMS[here])
        self.check(includes.includes, [('daemon/edge/a.c', '#include "edge/files/x.h"')],
                   [('daemon/edge/files/a.c', '#include "edge/x.h"'), ('daemon/engine/a.c', '#include "edge/files/x.h"')])

    def test_no_circles_where_there_are_none(self):
        a, b = '#include "engine/b.h"\n', '#include "engine/a.h"\n'
        self.assertEqual(len(complaints(includes.circles_of_rooms, {'daemon/engine/a.h': a, 'daemon/engine/b.c': b})), 1)
        self.assertEqual(complaints(includes.circles_of_rooms, {'daemon/engine/a.h': a, 'daemon/engine/c.c': b}), [])
        a, b = '#include "ctl/bus/b.h"\n', '#include "ctl/a.h"\n'
        self.assertEqual(len(complaints(includes.circles_of_rooms, {'ctl/a.h': a, 'ctl/bus/b.c': b})), 1)
        self.assertEqual(complaints(includes.circles_of_rooms, {'ctl/a.h': a, 'ctl/bus/c.c': b}), [])

    def test_includes_are_addresses(self):
        self.check(includes.includes, [('daemon/core/a.c', '#include "plan.h"')],
                   [('daemon/core/a.c', '#include "core/plan.h"')])

    def test_each_foreign_thing_has_one_room(self):
        for header, room in (('unicode/ucal.h', 'nobody'), ('libical/ical.h', 'reader/parse'), ('sqlite3.h', 'store'),
                             ('libnotify/notify.h', 'edge'), ('sys/inotify.h', 'edge'), ('sys/timerfd.h', 'edge')):
            line = '#include <%s>' % header
            others = [r for r in ('reader', 'store', 'edge', 'engine', 'core', 'bus') if r != room]
            self.check(includes.includes, [('daemon/%s/a.c' % r, line) for r in others],
                       [('daemon/%s/a.c' % room, line)] if room != 'nobody' else [])

    def test_one_file_reads_the_clock(self):
        self.check(includes.calls, [('daemon/engine/a.c', 'x = g_get_real_time ();'),
                                    ('daemon/edge/files/a.c', 'clock_gettime (CLOCK_REALTIME_COARSE, &x);')],
                   [('daemon/edge/time/clock.c', 'x = g_get_real_time ();'),
                    ('daemon/edge/stamp.c', 'clock_gettime (CLOCK_REALTIME_COARSE, &x);'),
                    ('daemon/engine/a.c', '/* never g_get_real_time () */')])

    def test_only_the_bus_speaks_dbus(self):
        self.check(includes.calls,
                   [('daemon/engine/a.c', 'g_dbus_connection_close (c);'), ('daemon/core/a.c', 'g_variant_new ("s");')],
                   [('daemon/bus/a.c', 'g_dbus_connection_close (c);'), ('daemon/model/calendar/reading.c', 'g_variant_new (t);')])

    def test_a_prefix_means_visible(self):
        self.check(names.functions,
                   [('daemon/core/plan.c', function('plan_next')), ('daemon/core/plan.c', function('one_who_find')),
                    ('daemon/core/plan.c', function('one_plan_next', 'static void'))],
                   [('daemon/core/plan.c', function('one_plan_next')), ('ctl/main.c', function('main', 'int')),
                    ('daemon/core/plan.c', function('next_wake', 'static void'))])

    def test_a_file_makes_and_frees_its_types_by_their_names(self):
        source = function('one_attendee_free')
        header = 'typedef struct {\n  int x;\n} OneAttendee;\n'
        self.assertEqual(complaints(names.functions, {'daemon/model/event.c': source, 'daemon/model/event.h': header}), [])
        self.assertEqual(len(complaints(names.functions, {'daemon/model/event.c': source})), 1)
        other = function('one_attendee_find')
        self.assertEqual(len(complaints(names.functions, {'daemon/model/event.c': other, 'daemon/model/event.h': header})), 1)

    def test_headers_declare_with_the_prefix(self):
        self.check(names.headers, [('ctl/print.h', 'void print_line (int x);')], [('ctl/print.h', 'void one_print_line (int x);')])

    def test_a_name_is_one_thing(self):
        one, other = function('one_plan_next'), 'typedef struct {\n  int x;\n} OnePlan;\n'
        self.assertEqual(len(complaints(names.unique, {'daemon/core/plan.c': one, 'ctl/plan.c': one})), 1)
        self.assertEqual(len(complaints(names.unique, {'daemon/core/plan.h': other, 'ctl/plan.h': other})), 1)
        self.assertEqual(complaints(names.unique, {'daemon/core/plan.c': one, 'ctl/plan.h': other}), [])
        both = {'daemon/core/a.c': function('next_wake', 'static void'), 'ctl/a.c': function('next_wake', 'static void')}
        self.assertEqual(complaints(names.unique, both), [])

    def test_a_program_has_a_file_name_once(self):
        for one, other, found in (('daemon/core/a.c', 'daemon/model/a.c', 1), ('ctl/a.c', 'ctl/cmd/a.c', 1),
                                  ('daemon/core/a.c', 'ctl/a.c', 0), ('daemon/core/a.c', 'daemon/reader/a.c', 0),
                                  ('daemon/main.c', 'daemon/writer/main.c', 0), ('daemon/writer/a.c', 'daemon/writer/b/a.c', 1),
                                  ('daemon/core/a.h', 'daemon/model/a.h', 0),
                                  ('daemon/bus/pack.c', 'daemon/model/pack.c', 1)):
            with self.subTest(one=one, other=other):
                self.assertEqual(len(complaints(names.stems, {one: '', other: ''})), found)

    def test_places_that_say_nothing(self):
        self.check(names.places, [('ctl/util.c', ''), ('daemon/common/a.c', '')], [('ctl/utility-bill.c', '')])

    def test_what_is_spoken_of_is_there(self):
        comment = '/* See core/plan.h and (plan.h). */\nint x; /* %s */\n'
        there = {'daemon/core/plan.h': ''}
        self.assertEqual(complaints(names.mentions, {**there, 'ctl/a.c': comment % 'daemon/core/plan.h'}), [])
        self.assertEqual(complaints(names.mentions, {**there, 'HACKING.md': '`plan.h`, `ctl/cmd/NAME.c`'}), [])
        self.assertEqual(len(complaints(names.mentions, {**there, 'ctl/a.c': comment % 'edge/plan.h'})), 1)
        self.assertEqual(len(complaints(names.mentions, {**there, 'HACKING.md': 'core/plan.h, `plan.c`'})), 1)

    def test_names_of_tests_begin_with_their_room(self):
        self.check(names.meson_tests,
                   [('tests/unit/edge/meson.build', "test('cache', x)\n"), ('tests/bus/meson.build', "  test(name + '-x', x)\ntest('pages')\n")],
                   [('tests/unit/edge/meson.build', "test('edge-cache', x)\n  test('edge-' + name, x)\n"),
                    ('tests/dev/meson.build', "test('dev', x)\n")])

    def test_parameters(self):
        text = 'void\none_a_set (%s)\n{\n}\n'
        self.check(names.parameters, [('ctl/a.c', text % ', '.join(['int x'] * 6))],
                   [('ctl/a.c', text % ', '.join(['int x'] * 5))])

    def test_lengths(self):
        self.check(sizes.functions, [('ctl/a.c', function('f', lines=sizes.FUNCTION - 2))],
                   [('ctl/a.c', function('f', lines=sizes.FUNCTION - 3))])
        self.check(sizes.files, [('ctl/a.c', '\n' * (sizes.FILE + 1))],
                   [('ctl/a.c', '\n' * sizes.FILE),
                    ('ctl/a.c', '/* lint-allow: file-length, because it is a table. */' + '\n' * sizes.FILE * 2)])
        self.check(sizes.headers, [('ctl/a.h', 'int x;\n' * (sizes.HEADER + 1))],
                   [('ctl/a.h', 'int x;\n' * sizes.HEADER + '/* why */\n')])

    def test_words(self):
        self.check(words.glossary,
                   [('ctl/a.c', 'int alarm_count;'), ('ctl/a.c', 'print ("no such contact");')],
                   [('ctl/a.c', 'GTask *t; /* an alarm */'), ('daemon/reader/a.c', 'int todo;'), ('daemon/writer/a.c', 'int contact;'),
                    ('ctl/a.c', 'int multitasking;')])

    def test_flow(self):
        self.check(words.flow, [('ctl/a.c', '  goto out;'), ('ctl/a.c', 'static int f (int x);')],
                   [('ctl/a.c', '/* goto */'), ('ctl/a.c', 'int f (int x);')])

    def test_waits(self):
        self.check(words.waits, [('tests/bus/a.py', 'time.sleep(1)\n'), ('tests/unit/a.c', '  g_usleep (1);')],
                   [('tests/bus/a.py', 'asleep(1)\n'), ('ctl/a.c', '  g_usleep (1);')])

    def test_machine_paths(self):
        place = '/ho' + 'me/ada/x'
        self.check(words.machine_paths, [('README.md', place)], [('README.md', '$HOME/x ~/x /usr/bin/x')])

    def test_pitfalls(self):
        there = {'tests/a.py': 'def test_x(self):\n', 'tests/b.c': '"/b/y"\n', 'tests/data/c.ics': ''}
        good = '# why\n1 One\n  tests/a.py test_x\n  tests/b.c /b/y\n2 Two\n  tests/data/c.ics\n'
        for text, count in ((good, 0), (good + '3 Three\n', 1), (good + '4 Four\n  tests/a.py test_x\n', 1),
                            (good + '  tests/a.py test_y\n', 1), (good + '  tests/b.c y\n', 1),
                            (good + '  tests/data/d.ics\n', 1), (good.replace('  tests/a.py test_x\n  tests/b.c /b/y\n', ''), 1)):
            with self.subTest(text=text):
                self.assertEqual(len(complaints(pitfalls.pitfalls, dict(there, **{pitfalls.LIST: text}))), count)

    def test_a_decision_has_a_test_of_its_own(self):
        waived = next(iter(twins.WAIVED))
        for path, test, found in (('core/plan/a.c', '', 1), ('core/plan/a.c', '#include "core/plan/a.h"\n', 0),
                                  ('core/plan/a.c', '#include "core/plan/b.h"\n', 1), ('edge/time/a.c', '', 0),
                                  (waived, '', 0), (waived, '#include "%sh"\n' % waived[:-1], 1)):
            with self.subTest(path=path, test=test):
                tree = {'daemon/' + path: '', 'daemon/%sh' % path[:-1]: '', 'tests/unit/core/test-a.c': test}
                self.assertEqual(len(complaints(twins.twins, tree)), found)
        self.assertEqual(complaints(twins.twins, {'daemon/core/plan/a.c': '', 'tests/unit/core/test-a.c': ''}), [])

    def test_licence(self):
        self.check(words.licence, [('ctl/a.c', 'int x;\n')], [('ctl/a.c', SPDX), ('a.png', ''), ('README.md', '')])


if __name__ == '__main__':
    unittest.main()
