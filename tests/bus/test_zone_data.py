#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The system's zone data is an input that changes: it is replaced under a running oned."""
import json
import os
import struct
import subprocess
import zoneinfo

import world
from world import WorldTest, at, calendar, event

FALLS_BACK = 'PST8PDT,M3.2.0,M11.1.0'
STAYS = '<-07>7'
HOUR = 3600
MINUTE = 60
WINTER = at('2026-12-07 10:00', zoneinfo.ZoneInfo('Etc/GMT+8'))  # ten o'clock by the old rule


def tzfile(rule, offset):
    """A TZif file (RFC 8536) that says its rule in the last line only."""
    block = struct.pack('>4s c 15x 6I', b'TZif', b'2', 0, 0, 0, 0, 1, 4)
    block += struct.pack('>i2B', offset, 0, 0) + b'LMT\0'
    return block + block + b'\n' + rule.encode() + b'\n'


def meeting(start):
    return event('ada@x', start).replace('TZID=Europe/Berlin', 'TZID=America/Vancouver')


class ZoneDataTest(WorldTest):
    def setUp(self):
        super().setUp()
        self.folder = self.world.home + '/zoneinfo'
        self.world.env['TZDIR'] = self.folder
        for name in ('UTC', 'Europe/Berlin', 'Asia/Kolkata', 'Europe/Kyiv'):
            path = os.path.join(self.folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            os.symlink('/usr/share/zoneinfo/' + name, path)
        os.mkdir(self.folder + '/America')
        self.replace(FALLS_BACK, '2025b')

    def put(self, name, content):
        """As a package manager does."""
        path = os.path.join(self.folder, name)
        with open(path + '.dpkg-new', 'wb') as file:
            file.write(content)
        os.rename(path + '.dpkg-new', path)

    def replace(self, rule, version):
        self.put('America/Vancouver', tzfile(rule, -8 * HOUR if rule == FALLS_BACK else -7 * HOUR))
        self.put('tzdata.zi', b'# version %s\n' % version.encode())

    def start_of_next(self):
        following = self.world.json('next')['next']
        return following and at(following['start'][:19])

    def start_of(self, name):
        known = self.world.json('meetings', '--from', '2026-12-07', '--to', '2026-12-08')['meetings']
        return next((at(m['start'][:19]) for m in known if m['person'] == name), None)

    def local(self, start):
        """The event is written at ten o'clock in Vancouver, whatever instant that is."""
        text = meeting(start)
        self.world.write('a.ics', calendar(text.replace(world.stamp(start), '20261207T100000')
                                           .replace(world.stamp(start + 30 * MINUTE), '20261207T103000')))

    def begin(self, now):
        self.local(WINTER)
        self.world.start(now)
        self.assertEqual(self.start_of_next(), WINTER)

    def test_what_is_to_come_moves_with_the_new_rule(self):
        self.begin(WINTER - 5 * HOUR)
        self.replace(STAYS, '2026f')
        self.world.until(lambda: self.start_of_next() == WINTER - HOUR)
        self.world.set(WINTER - HOUR - 30 * MINUTE)
        shown = self.world.notes()
        self.assertEqual(len(shown), 1)
        self.assertNotIn('Moved', shown[0]['summary'] + shown[0]['body'])
        self.world.set(WINTER - HOUR - 2 * MINUTE)
        self.assertEqual(len(self.world.notes()), 1)
        self.world.set(WINTER + HOUR)
        self.world.notes()
        planned = self.world.json('meetings', '--from', '2026-12-07', '--to', '2026-12-08')['meetings']
        self.assertEqual([at(m['start'][:19]) for m in planned], [WINTER - HOUR])

    def test_what_is_on_the_screen_says_from_where_it_moved(self):
        self.replace(STAYS, '2026f')
        self.local(WINTER)
        self.world.start(WINTER - HOUR - 20 * MINUTE)
        first = self.world.until(self.world.notes)[0]
        before = self.world.json('next')['next']['id']
        self.replace(FALLS_BACK, '2025b')
        self.world.until(lambda: self.start_of_next() == WINTER)
        self.assertEqual(self.world.json('next')['next']['id'], before)
        moved = self.world.until(self.world.notes)[0]
        self.assertEqual(moved['replaces'], first['id'])
        self.assertIn('19:00', moved['summary'])
        self.assertIn('Moved from 18:00', moved['body'])

    def test_what_stays_at_its_instant_is_not_shown_again(self):
        self.local(WINTER)
        self.world.write('b.ics', calendar(event('ben@x', WINTER - 4 * HOUR, person='ben@example.com', name='Ben')))
        self.world.start(WINTER - 4 * HOUR - 20 * MINUTE)
        self.world.until(self.world.notes)
        self.replace(STAYS, '2026f')
        self.world.until(lambda: self.start_of('Ada Lovelace') == WINTER - HOUR)
        self.assertEqual(self.start_of('Ben'), WINTER - 4 * HOUR)
        self.assertEqual(self.world.events(), [])

    def troubles(self):
        return ' '.join(t['what'] for t in self.world.json('status')['troubles'])

    def test_a_zone_that_is_newer_than_the_data_is_told_of_until_there_is_an_update(self):
        self.world.write('a.ics', calendar(meeting(WINTER).replace('America/Vancouver',
                                                                   'British Columbia Standard Time')))
        self.world.start(WINTER - 48 * HOUR)
        self.assertIn('newer than this system\'s zone data, 2025b', self.troubles())
        self.replace(STAYS, '2026f')
        self.world.until(lambda: not self.troubles())

    def test_rules_of_the_calendar_that_disagree_are_told_with_both_times(self):
        rules = ['BEGIN:VTIMEZONE', 'TZID:America/Vancouver', 'BEGIN:STANDARD', 'DTSTART:16010101T000000',
                 'TZOFFSETFROM:-0700', 'TZOFFSETTO:-0700', 'END:STANDARD', 'END:VTIMEZONE']
        text = meeting(WINTER).replace(world.stamp(WINTER), '20261207T100000')
        self.world.write('a.ics', calendar(text.replace(world.stamp(WINTER + 30 * MINUTE), '20261207T103000'),
                                           lines=rules))
        self.world.start(WINTER - 48 * HOUR)
        for word in ('America/Vancouver', '17:00 UTC by the calendar\'s own rules', '18:00 UTC by this system'):
            self.assertIn(word, self.troubles())
        self.assertEqual(self.start_of_next(), WINTER)
        self.replace(STAYS, '2026f')
        self.world.until(lambda: not self.troubles())
        self.assertEqual(self.start_of_next(), WINTER - HOUR)

    def test_doctor_says_how_old_the_data_is(self):
        os.utime(self.folder + '/tzdata.zi', (0, 0))
        checks = json.loads(subprocess.run([world.PROGRAMS['onectl'], 'doctor', '--json'], env=self.world.env,
                                           capture_output=True, check=False, timeout=world.DEADLINE).stdout)['checks']
        said = [check for check in checks if check['name'] == 'zone-data']
        self.assertEqual([check['ok'] for check in said], [True])
        self.assertRegex(said[0]['what'], r'2025b, [0-9]{5} days old; .* tzdata')

    def test_an_upgrade_while_it_was_down_is_noticed_at_the_start(self):
        self.begin(WINTER - 5 * HOUR)
        self.world.stop()
        self.replace(STAYS, '2026f')
        self.world.start(WINTER - 5 * HOUR)
        self.world.until(lambda: self.start_of_next() == WINTER - HOUR)

    def test_a_folder_that_is_replaced_as_a_whole_is_noticed(self):
        self.begin(WINTER - 5 * HOUR)
        os.rename(self.folder, self.folder + '.old')
        os.mkdir(self.folder)
        for name in ('UTC', 'Europe', 'Asia'):
            os.symlink(os.path.join(self.folder + '.old', name), os.path.join(self.folder, name))
        os.mkdir(self.folder + '/America')
        self.replace(STAYS, '2026f')
        self.world.until(lambda: self.start_of_next() == WINTER - HOUR)

    def test_old_names_are_known_where_the_system_has_only_the_new_ones(self):
        for number, (name, zone) in enumerate((('India Standard Time', 'Asia/Kolkata'),
                                               ('Asia/Calcutta', 'Asia/Kolkata'),
                                               ('FLE Standard Time', 'Europe/Kyiv'),
                                               ('europe/kiev', 'Europe/Kyiv'))):
            start = at('2026-12-07 10:00', zoneinfo.ZoneInfo(zone))
            text = event('%d@x' % number, start, person='p%d@example.com' % number)
            for instant in (start, start + 30 * MINUTE):
                text = text.replace('TZID=Europe/Berlin:' + world.stamp(instant),
                                    'TZID=%s:%s' % (name, world.stamp(instant, zoneinfo.ZoneInfo(zone))))
            self.world.write('%d.ics' % number, calendar(text))
        self.world.start(at('2026-12-06 10:00'))
        known = self.world.json('meetings', '--from', '2026-12-07', '--to', '2026-12-08')['meetings']
        self.assertEqual(sorted(at(m['start'][:19]) for m in known),
                         sorted([at('2026-12-07 10:00', zoneinfo.ZoneInfo('Asia/Kolkata'))] * 2
                                + [at('2026-12-07 10:00', zoneinfo.ZoneInfo('Europe/Kyiv'))] * 2))
        self.assertEqual(self.world.json('status')['troubles'], [])



class MeaningsTest(WorldTest):
    """What no table has, the user says: zones= in oned.conf."""
    SOON = at('2026-12-07 10:00')

    def start_of_next(self):
        return at(self.world.json('next')['next']['start'][:19])

    def say(self, zones):
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com\nzones=%s\n'
                            % (self.world.calendars, zones))

    def setUp(self):
        super().setUp()
        self.world.write('ada.ics', calendar(event('ada@x', self.SOON)).replace(
            'TZID=Europe/Berlin', 'TZID=Contoso Standard Time'))

    def test_said_while_it_runs_and_taken_back(self):
        self.world.start(self.SOON - 24 * HOUR)
        trouble, = self.world.json('status')['troubles']
        self.assertIn("'Contoso Standard Time' looks like one of Windows, but is not known", trouble['what'])
        self.assertIn('until zones= in oned.conf says what it is', trouble['what'])
        self.assertEqual(self.start_of_next(), self.SOON)
        self.say('contoso standard time=Europe/Helsinki')
        self.world.until(lambda: self.start_of_next() == self.SOON - HOUR)
        self.assertEqual(self.world.json('status')['troubles'], [])
        self.say('')
        self.world.until(lambda: self.start_of_next() == self.SOON)

    def test_said_between_two_lives(self):
        self.world.start(self.SOON - 24 * HOUR)
        self.world.stop()
        self.say('Contoso Standard Time=Europe/Helsinki')
        self.world.start(self.SOON - 24 * HOUR)
        self.world.until(lambda: self.start_of_next() == self.SOON - HOUR)

    def test_explain_says_where_it_is_said(self):
        self.say('Contoso Standard Time=Europe/Helsinki')
        self.world.start(self.SOON - 24 * HOUR)
        found, = self.world.json('explain', self.world.calendars + '/ada.ics')['events']
        self.assertEqual(found['zone'], 'Europe/Helsinki (oned.conf)')

if __name__ == '__main__':
    world.main()
