#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""edge/notify against servers with the habits of real ones: what their users see, and what a press
comes to. An unknown server with any of these habits is served as well as the known one.

    test_habits.py DRIVER FAKE-SERVER
"""
import json
import sys
import unittest

from talk import BusTest, Talker

DRIVER, FAKE = '', ''
GNOME = 'gnome-shell,GNOME,43.9'
CINNAMON = 'cinnamon,GNOME,5.6.8'
BUDGIE = 'Budgie Notification Server,Budgie Desktop Developers,10.7.1'
LXQT = 'lxqt-notificationd,lxqt.org,1.2.0'
SWAYNC = 'SwayNotificationCenter,ErikReider,0.7.3'
UNKNOWN = 'something,new,0.1'
PREP = 'show 1 prep oned-m1 agenda,snooze,join Ada in 30 min|Wins|'
SILENT = 'show 1 prep oned-m1 - Ada in 30 min|Wins|'
START = 'show 2 start oned-m1 agenda,snooze,join Ada in 2 min|Wins|'
NUDGE = 'show 3 nudge oned-m1 log,skipped What did you cover?|Wins|'


class Server(Talker):
    def __init__(self, options, address):
        super().__init__([FAKE, *options], address)
        assert self.next()['event'] == 'ready'

    def next(self):
        return json.loads(self.hear() or '{"event": "gone"}')

    def until(self, order):
        """Says it, and hears its echo; what it was sent before is no matter here."""
        self.say(order)
        while (record := self.next())['event'] != order:
            pass
        return record

    def cards(self):
        return self.until('look')['cards']


class HabitsTest(BusTest):
    def begin(self, about, habits):
        self.server = self.start(Server, ['--about=' + about, '--habits=' + habits])
        self.driver = self.start(Talker, [DRIVER])

    def show(self, line):
        self.driver.say(line)
        return int(self.hear(self.driver, r'shown %s (\d+) :\S+' % line.split()[1])[1])

    def for_each(self, *names):
        """Each in turn, with a driver of its own."""
        for name in names:
            yield name
            for talker in self.talkers:
                talker.end()

    def closes(self, number):
        """The server is told to close it."""
        while (record := self.server.next())['event'] != 'close':
            pass
        self.assertEqual(record['id'], number)

    def cards(self):
        """When all that the driver has asked for is done."""
        self.show('show 99 prep oned-m99 agenda Last||')
        return [card for card in self.server.cards() if card['summary'] != 'Last']

    def test_a_question_that_is_not_urgent_pops_up(self):
        for name in self.for_each(GNOME, UNKNOWN):
            self.begin(name, 'drops-low')
            self.show(NUDGE)
            self.assertEqual([card['banner'] for card in self.cards()], [True])

    def test_five_of_them_do_not_push_each_other_out(self):
        self.begin(GNOME, 'keeps-three')
        for row in range(1, 8):
            self.show('show %d prep oned-m%d agenda Ada||' % (row, row))
        self.assertEqual(len(self.cards()), 7)
        for row in range(11, 18):  # in their places
            self.show('show %d start oned-m%d agenda Ada||' % (row, row - 10))
        self.assertEqual([card['program'] for card in self.cards()],
                         ['org.oned.Oned1'] * 3 + ['oned 2'] * 3 + ['oned 3'])

    def test_what_goes_leaves_its_place_to_the_next(self):
        self.begin(GNOME, 'keeps-three')
        for row in range(1, 5):
            self.show('show %d prep oned-m%d agenda Ada||' % (row, row))
        self.driver.say('close 2')
        self.show('show 9 prep oned-m9 agenda Ada||')
        self.assertEqual([card['program'] for card in self.cards()],
                         ['org.oned.Oned1', 'org.oned.Oned1', 'oned 2', 'org.oned.Oned1'])

    def test_a_replacement_without_a_word_is_answered(self):
        for name in self.for_each(CINNAMON, UNKNOWN):
            self.begin(name, 'throws-empty')
            first = self.show(SILENT)
            self.assertEqual(self.show('show -1 prep oned-m1 - Cancelled: Ada||'), first)
            self.assertEqual([card['summary'] for card in self.cards()], ['Cancelled: Ada'])

    def test_buttons_are_those_of_what_is_shown(self):
        for name in self.for_each(LXQT, UNKNOWN):
            self.begin(name, 'keeps-buttons')
            first = self.show(PREP)
            self.assertEqual(self.show(START), first)
            last = self.show(NUDGE)
            self.assertNotEqual(last, first)
            card, = self.cards()
            self.assertEqual(set(card['buttons']), {'log', 'skipped'} - ({'log'} if name == LXQT else set()))
            self.server.say('press %d skipped' % last)
            self.hear(self.driver, r'pressed 3 skipped \[\]')

    def test_a_shown_default_is_no_button_twice(self):
        self.begin(LXQT, 'keeps-buttons,shows-default')
        self.show(PREP)
        self.assertEqual([card['buttons'] for card in self.cards()], [['default', 'snooze', 'join']])

    def test_no_button_is_swallowed(self):
        for name in self.for_each(BUDGIE, UNKNOWN):
            self.begin(name, 'swallows-next')
            number = self.show(PREP)
            self.show('show 3 nudge oned-m2 log,skipped What did you cover?||')
            self.assertEqual([card['buttons'] for card in self.cards()],
                             [['agenda', 'snooze', 'join'], ['log', 'skipped']])
            self.server.say('press %d default' % number)
            self.hear(self.driver, r'pressed 1 agenda \[\]')

    def test_what_is_only_in_the_list_now_can_be_replaced_and_closed(self):
        for name in self.for_each(BUDGIE, UNKNOWN):
            self.begin(name, '')
            first = self.show(SILENT)
            self.server.until('fade')
            self.assertEqual(self.show('show -1 prep oned-m1 - Cancelled: Ada||'), first)
            self.assertEqual([card['summary'] for card in self.cards()], ['Cancelled: Ada'])
            self.server.until('fade')
            self.driver.say('close -1')
            self.closes(first)

    def test_elsewhere_expired_is_expired(self):
        self.begin(GNOME, '')
        self.show(PREP)
        self.server.until('fade')
        self.hear(self.driver, 'closed 1 1')

    def test_dismissed_right_after_our_closing_is_about_what_we_closed(self):
        """The server gives the id again, and says late that its first notification was dismissed."""
        for name in self.for_each(SWAYNC, UNKNOWN):
            self.begin(name, '')
            first = self.show(PREP)
            self.driver.say('close 1')
            self.closes(first)
            self.server.say('next %d' % first)
            self.server.until('mark')
            self.assertEqual(self.show('show 2 prep oned-m2 agenda Ben||'), first)
            self.server.say('close %d 2' % first)
            self.assertEqual([card['id'] for card in self.cards()], [])
            self.driver.say('close 2')
            self.closes(first)

    def test_dismissed_is_believed_otherwise(self):
        for name in self.for_each(SWAYNC, CINNAMON, UNKNOWN):
            self.begin(name, '')
            self.server.say('close %d 2' % self.show(PREP))
            self.hear(self.driver, 'closed 1 2')


if __name__ == '__main__':
    DRIVER, FAKE = sys.argv[1:3]
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
