#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""edge/notify against a server that does as it is told: one sentence a test.

    test_notify.py DRIVER FAKE-SERVER
"""
import json
import os
import sys
import tempfile
import unittest

from gi.repository import GLib

from talk import DEADLINE, BusTest, Talker

DRIVER, FAKE = '', ''
NAME = 'org.freedesktop.Notifications'
PATH = '/org/freedesktop/Notifications'
PREP = 'show 1 prep oned-m1 agenda,snooze,join Ada in 30 min|Wins\\nGrowth & <b>more</b>|onectl agenda'


class Server(Talker):
    def __init__(self, options, address):
        super().__init__([FAKE, *options], address)
        assert self.next()['event'] == 'ready'

    def next(self):
        return json.loads(self.hear() or '{"event": "gone"}')

    def switch(self, mode):
        self.say('mode ' + mode)
        assert self.next()['event'] == 'mode'


class NotifyTest(BusTest):
    def server(self, *options):
        return self.start(Server, options)

    def driver(self):
        return self.start(Talker, [DRIVER])

    def shown(self, driver, server, line=PREP):
        """Shows a notice; what the server was sent, and under which id and name."""
        driver.say(line)
        sent = server.next()
        match = self.hear(driver, r'shown (\d+) (\d+) (:\S+@[0-9a-f]{32})')
        self.assertEqual(int(match[2]), sent['id'])
        return sent, match[3]

    def test_a_notice_says_all_of_it_and_has_its_buttons(self):
        server, driver = self.server(), self.driver()
        sent, _ = self.shown(driver, server)
        self.assertEqual(sent['summary'], 'Ada in 30 min')
        self.assertEqual(sent['body'], 'Wins\nGrowth &amp; &lt;b&gt;more&lt;/b&gt;')
        self.assertEqual(sent['actions'], ['default', 'Agenda', 'agenda', 'Agenda', 'snooze',
                                           'Snooze', 'join', 'Join'])
        self.assertEqual((sent['app'], sent['replaces'], sent['timeout']), ('oned', 0, 0))
        hints = {key: value for key, value in sent['hints'].items() if key != 'sender-pid'}
        self.assertEqual(hints, {'urgency': 1, 'category': 'x-oned.prep',
                                 'desktop-entry': 'org.oned.Oned1',
                                 'x-dunst-stack-tag': 'oned-m1'})

    def test_only_an_installed_icon_is_named(self):
        with tempfile.TemporaryDirectory(prefix='one-icons-') as folder:
            icons = os.path.join(folder, 'icons/hicolor/scalable/apps')
            os.makedirs(icons)
            server, driver = self.server(), self.start(Talker, [DRIVER], XDG_DATA_DIRS=folder)
            sent, _ = self.shown(driver, server)
            self.assertEqual(sent['icon'], '')
            with open(os.path.join(icons, 'org.oned.Oned1.svg'), 'w', encoding='utf-8'):
                sent, _ = self.shown(driver, server)
            self.assertEqual(sent['icon'], 'org.oned.Oned1')

    def test_start_is_urgent_and_a_nudge_is_not_but_stays(self):
        server, driver = self.server(), self.driver()
        start, _ = self.shown(driver, server, 'show 2 start oned-m1 agenda,join Now|Join|')
        nudge, _ = self.shown(driver, server, 'show 3 nudge oned-m2 log,skipped Over|What?|')
        self.assertEqual((start['hints']['urgency'], start['timeout']), (2, 0))
        self.assertEqual((nudge['hints']['urgency'], nudge['timeout']), (0, 0))
        self.assertNotIn('transient', nudge['hints'])
        self.assertEqual(nudge['actions'][:2], ['default', 'Log'])

    def test_a_click_on_a_notice_never_joins(self):
        server, driver = self.server(), self.driver()
        sent, _ = self.shown(driver, server, 'show 2 start oned-m1 snooze,join Now||')
        self.assertEqual(sent['actions'], ['snooze', 'Snooze', 'join', 'Join'])
        server.say('press %d default' % sent['id'])
        server.say('press %d log' % sent['id'])
        server.say('press %d join' % sent['id'])
        self.hear(driver, r'pressed 2 join \[\]')

    def test_markup_is_escaped_only_where_it_is_rendered(self):
        server, driver = self.server('--capabilities', 'actions,body'), self.driver()
        sent, _ = self.shown(driver, server)
        self.assertEqual(sent['body'], 'Wins\nGrowth & <b>more</b>')

    def test_commands_are_said_where_there_are_no_buttons(self):
        server, driver = self.server('--capabilities', 'body'), self.driver()
        sent, _ = self.shown(driver, server)
        self.assertEqual(sent['body'], 'Wins\nGrowth & <b>more</b>\nonectl agenda')
        self.assertEqual(sent['actions'], [])

    def test_without_a_body_the_summary_says_it(self):
        server, driver = self.server('--capabilities', 'actions'), self.driver()
        sent, _ = self.shown(driver, server)
        self.assertEqual(sent['summary'], 'Ada in 30 min · Wins · Growth & <b>more</b>')
        self.assertEqual(sent['body'], '')

    def test_without_a_server_it_fails_at_once_and_one_that_comes_is_told_of(self):
        driver = self.driver()
        driver.say(PREP)
        self.hear(driver, r'failed 1 no-server The name .* was not provided by any .*')
        server = self.server()
        self.hear(driver, 'server present')
        self.shown(driver, server)

    def test_a_killed_server_loses_what_was_shown_and_the_next_one_is_asked_what_it_can(self):
        server, driver = self.server(), self.driver()
        _, first = self.shown(driver, server)
        server.end()
        self.hear(driver, 'closed 1 5')
        self.hear(driver, 'server absent')
        server = self.server('--capabilities', 'body')
        self.hear(driver, 'server present')
        sent, second = self.shown(driver, server, PREP.replace('show', 'again 1 ' + first))
        self.assertNotEqual(first, second)
        self.assertEqual((sent['replaces'], sent['actions']), (0, []))

    def test_the_main_loop_runs_while_the_server_hangs(self):
        server, driver = self.server('--mode', 'hang'), self.driver()
        driver.say(PREP)
        self.assertEqual(server.next()['event'], 'notify')
        for word in ('one', 'two'):
            driver.say('ping ' + word)
            self.hear(driver, 'pong ' + word)
        server.end()
        self.hear(driver, 'server absent')
        self.hear(driver, 'failed 1 no-server .*')

    def test_leaving_does_not_wait_for_a_server_that_hangs(self):
        server, driver = self.server('--mode', 'hang-at-once'), self.driver()
        driver.say(PREP)
        self.assertEqual(server.next()['method'], 'GetCapabilities')
        driver.say('quit')
        self.hear(driver, 'bye')
        self.assertEqual(driver.child.wait(), 0)

    def test_a_server_that_has_its_name_first_is_asked_again(self):
        """As GNOME's, when it was killed and comes again."""
        server, driver = self.server('--mode', 'early'), self.driver()
        for _ in range(3):
            self.assertEqual(server.next()['method'], 'GetCapabilities')
        driver.say(PREP)
        self.assertEqual(server.next()['method'], 'GetCapabilities')
        server.say('mode ok')
        while (record := server.next())['event'] != 'notify':
            self.assertIn(record['event'], ('held', 'mode'))
        self.hear(driver, r'shown 1 %d :\S+' % record['id'])

    def hung(self, mode='hang-once', line=PREP):
        """A server, and a driver that has gone ahead after that line, which the server has, but has not
        answered; its id."""
        server, driver = self.server(), self.driver()
        self.shown(driver, server, 'show 7 prep oned-m7 agenda Cy||')
        server.switch(mode)
        driver.say(line)
        sent = server.next()
        driver.say('lose')
        return server, driver, sent['id']

    def test_what_is_behind_a_call_that_hangs_goes_ahead(self):
        server, driver, first = self.hung()
        self.shown(driver, server, 'show 2 start oned-m2 agenda Ben||')
        server.switch('ok')
        self.hear(driver, r'shown 1 %d :\S+' % first)
        server.say('press %d snooze' % first)
        self.hear(driver, r'pressed 1 snooze \[\]')
        self.assertEqual(server.next(), {'event': 'close', 'id': first})

    def test_a_server_that_hangs_is_waited_for_once(self):
        server, driver, _ = self.hung('hang')
        for row in range(2, 5):
            driver.say('show %d prep oned-m%d agenda Ben||' % (row, row))
        for row in range(2, 5):
            self.assertEqual(server.next()['hints']['x-dunst-stack-tag'], 'oned-m%d' % row)
        server.switch('ok')
        self.assertEqual([self.hear(driver, r'shown (\d) \d+ :\S+')[1] for _ in range(4)], list('1234'))
        server.switch('hang')
        driver.say('show 5 prep oned-m5 agenda Ben||')  # and waited for again
        driver.say('show 6 prep oned-m6 agenda Ben||')
        server.next()
        server.switch('ok')
        self.hear(driver, r'shown 5 \d+ :\S+')
        self.hear(driver, r'shown 6 \d+ :\S+')

    def test_an_answer_that_comes_after_libnotify_has_given_up_counts(self):
        server, driver, first = self.hung('freeze')
        driver.say('lose')
        self.assertEqual(server.next(), {'event': 'held', 'method': 'GetServerInformation'})
        server.switch('ok')
        self.hear(driver, r'shown 1 %d :\S+' % first)
        sent, _ = self.shown(driver, server, 'show 2 start oned-m1 agenda Now||')
        self.assertEqual(sent['replaces'], first)

    def test_a_call_that_was_passed_over_has_failed(self):
        server, driver, _ = self.hung('hang')
        driver.say('lose')
        self.hear(driver, 'failed 1 server Timeout was reached')
        server.switch('ok')
        self.shown(driver, server)

    def test_a_call_that_hangs_ends_with_its_server(self):
        server, driver, _ = self.hung('freeze')
        driver.say('lose')
        server.next()
        server.end()
        self.hear(driver, 'closed 7 5')
        self.hear(driver, 'server absent')
        self.hear(driver, 'failed 1 no-server .*')

    def test_what_comes_late_does_not_stay_beside_what_took_its_place(self):
        server, driver, first = self.hung()
        second, _ = self.shown(driver, server, 'show 2 start oned-m1 agenda Now||')
        server.switch('ok')
        self.hear(driver, r'shown 1 %d :\S+' % first)
        self.hear(driver, 'closed 1 3')
        self.assertEqual(server.next(), {'event': 'close', 'id': first})
        server.say('press %d agenda' % second['id'])
        self.hear(driver, r'pressed 2 agenda \[\]')

    def test_what_comes_late_takes_no_place_from_a_newer_one(self):
        server, driver, place = self.hung(line='show 1 start oned-m7 agenda Cy||')
        again, _ = self.shown(driver, server, 'show 2 nudge oned-m7 log Cy||')
        self.assertEqual((again['replaces'], again['id']), (place, place))
        server.switch('ok')
        self.hear(driver, r'shown 1 %d :\S+' % place)
        self.hear(driver, 'closed 1 3')
        server.say('press %d log' % place)
        self.hear(driver, r'pressed 2 log \[\]')
        self.assertEqual(server.next(), {'event': 'close', 'id': place})

    def test_two_that_come_late_leave_the_newer_one(self):
        server, driver, first = self.hung('hang')
        driver.say('show 2 start oned-m1 agenda Now||')
        second = server.next()['id']
        server.switch('ok')
        self.hear(driver, r'shown 1 %d :\S+' % first)
        self.hear(driver, 'closed 1 3')
        self.hear(driver, r'shown 2 %d :\S+' % second)
        self.assertEqual(server.next(), {'event': 'close', 'id': first})

    def test_what_is_closed_while_it_hangs_goes_when_it_comes(self):
        server, driver, first = self.hung()
        driver.say('close 1')
        self.shown(driver, server, 'show 2 prep oned-m2 agenda Ben||')
        server.switch('ok')
        self.hear(driver, r'shown 1 %d :\S+' % first)
        self.assertEqual(server.next(), {'event': 'close', 'id': first})

    def test_nobody_waits_long_for_a_test(self):
        server, driver, first = self.hung(line='show 0 prep oned-test - Shown here||')
        self.hear(driver, 'failed 0 server the notification server does not answer')
        server.switch('ok')
        self.assertEqual(server.next(), {'event': 'close', 'id': first})

    def test_a_server_that_is_slow_to_say_what_it_is_is_told_of_when_it_has(self):
        server, driver = self.server('--mode', 'slow-capabilities'), self.driver()
        driver.say(PREP)
        self.assertEqual(server.next()['event'], 'held')
        driver.say_until_heard('lose')
        self.hear(driver, 'failed 1 server the notification server does not answer')
        driver.say(PREP)
        self.hear(driver, 'failed 1 server the notification server does not answer')
        server.switch('ok')
        self.hear(driver, 'server present')
        self.shown(driver, server)

    def test_a_refusal_is_not_a_missing_server(self):
        server, driver = self.server('--mode', 'error'), self.driver()
        driver.say(PREP)
        self.hear(driver, 'failed 1 server no room on the screen')
        server.next()
        server.switch('ok')
        self.shown(driver, server)

    def test_a_server_that_dies_before_its_answer_has_shown_nothing(self):
        server, driver = self.server('--mode', 'die-before'), self.driver()
        driver.say(PREP)
        self.hear(driver, 'server absent')
        self.hear(driver, 'failed 1 no-server .*')

    def test_a_server_that_dies_after_its_answer_has_lost_it(self):
        server, driver = self.server('--mode', 'die-after'), self.driver()
        driver.say(PREP)
        lines = [driver.hear() for _ in range(3)]
        self.assertRegex(lines[0], r'^shown 1 1 :')
        self.assertEqual(lines[1:], ['closed 1 5', 'server absent'])

    def test_no_id_is_not_shown(self):
        server, driver = self.server('--mode', 'zero'), self.driver()
        driver.say(PREP)
        self.hear(driver, 'failed 1 server the notification server gave no id')

    def test_the_next_stage_takes_the_place_of_the_one_before(self):
        server, driver = self.server(), self.driver()
        first, _ = self.shown(driver, server)
        second, _ = self.shown(driver, server, 'show 2 start oned-m1 agenda Now||')
        self.assertEqual(second['replaces'], first['id'])
        server.say('press %d agenda' % first['id'])
        self.hear(driver, r'pressed 2 agenda \[\]')

    def test_two_meetings_do_not_replace_each_other(self):
        server, driver = self.server(), self.driver()
        self.shown(driver, server)
        other, _ = self.shown(driver, server, 'show 2 prep oned-m2 agenda Bob||')
        self.assertEqual(other['replaces'], 0)

    def test_a_server_that_does_not_replace_is_told_to_close(self):
        server, driver = self.server('--mode', 'other-id'), self.driver()
        first, _ = self.shown(driver, server)
        driver.say('show 2 start oned-m1 agenda Now||')
        self.assertEqual(server.next()['id'], first['id'] + 1)
        self.assertEqual(server.next(), {'event': 'close', 'id': first['id']})
        self.hear(driver, r'shown 2 %d :\S+' % (first['id'] + 1))
        driver.say('ping still-no-closed')
        self.hear(driver, 'pong still-no-closed')

    def test_what_was_dismissed_while_being_replaced_is_the_old_one(self):
        server, driver = self.server(), self.driver()
        first, _ = self.shown(driver, server)
        server.switch('close-first')
        driver.say('show 2 start oned-m1 agenda Now||')
        self.hear(driver, 'closed 1 2')
        self.hear(driver, r'shown 2 %d :\S+' % first['id'])
        server.say('press %d agenda' % first['id'])
        self.hear(driver, r'pressed 2 agenda \[\]')

    def test_each_reason_of_closing_is_told(self):
        server, driver = self.server(), self.driver()
        for said, heard in ((1, 1), (2, 2), (4, 4), (77, 4)):
            sent, _ = self.shown(driver, server)
            server.say('close %d %d' % (sent['id'], said))
            self.hear(driver, 'closed 1 %d' % heard)

    def test_closing_takes_it_off_the_screen_without_an_event(self):
        server, driver = self.server(), self.driver()
        sent, _ = self.shown(driver, server)
        driver.say('close 1')
        self.assertEqual(server.next(), {'event': 'close', 'id': sent['id']})
        driver.say('close 1')
        driver.say('close 99')
        self.shown(driver, server)

    def test_what_is_closed_right_before_the_end_is_closed(self):
        server, driver = self.server(), self.driver()
        sent, _ = self.shown(driver, server)
        driver.say('close 1')
        driver.say('quit')
        self.assertEqual(server.next(), {'event': 'close', 'id': sent['id']})
        self.hear(driver, 'bye')

    def test_a_press_ends_it_and_brings_the_token(self):
        server, driver = self.server(), self.driver()
        sent, _ = self.shown(driver, server)
        server.say('press %d default token-7' % sent['id'])
        self.hear(driver, r'pressed 1 agenda \[token-7\]')
        self.assertEqual(server.next(), {'event': 'close', 'id': sent['id']})
        server.say('press %d snooze' % sent['id'])
        sent, _ = self.shown(driver, server)
        server.say('press %d snooze' % sent['id'])
        self.hear(driver, r'pressed 1 snooze \[\]')

    def test_only_the_server_is_listened_to(self):
        server, driver = self.server(), self.driver()
        sent, _ = self.shown(driver, server)
        stranger = self.connect()
        stranger.emit_signal(None, PATH, NAME, 'ActionInvoked',
                             GLib.Variant('(us)', (sent['id'], 'join')))
        stranger.emit_signal(None, PATH, NAME, 'NotificationClosed',
                             GLib.Variant('(uu)', (sent['id'], 2)))
        stranger.flush_sync()
        stranger.call_sync('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'GetId', None, None,
                           0, DEADLINE * 1000, None)
        server.say('press %d snooze' % sent['id'])
        self.hear(driver, r'pressed 1 snooze \[\]')
        stranger.close_sync()

    def test_ids_of_other_programs_mean_nothing(self):
        server, driver = self.server(), self.driver()
        sent, _ = self.shown(driver, server)
        server.say('press %d agenda' % (sent['id'] + 1))
        server.say('close %d 2' % (sent['id'] + 1))
        server.say('press %d no-such-key' % sent['id'])
        server.say('close %d 1' % sent['id'])
        self.hear(driver, 'closed 1 1')

    def test_a_restarted_daemon_hears_the_buttons_of_the_earlier_run(self):
        server, driver = self.server(), self.driver()
        sent, name = self.shown(driver, server)
        driver.say('quit')
        self.hear(driver, 'bye')
        driver = self.driver()
        again, _ = self.shown(driver, server,
                              PREP.replace('show', 'adopt %d %s' % (sent['id'], name)))
        self.assertEqual(again['replaces'], sent['id'])
        server.say('press %d snooze' % sent['id'])
        self.hear(driver, r'pressed 1 snooze \[\]')

    def test_a_restarted_daemon_replaces_what_the_earlier_run_showed(self):
        server, driver = self.server(), self.driver()
        sent, name = self.shown(driver, server)
        driver.end()
        driver = self.driver()
        again, _ = self.shown(driver, server,
                              PREP.replace('show', 'again %d %s' % (sent['id'], name)))
        self.assertEqual((again['replaces'], again['id']), (sent['id'], sent['id']))

    def test_what_another_server_showed_is_lost(self):
        server, driver = self.server(), self.driver()
        sent, name = self.shown(driver, server)
        other = name.replace('@', '0@')
        driver.say('adopt %d %s 8 prep oned-m8 agenda' % (sent['id'], other))
        self.hear(driver, 'closed 8 5')
        elsewhere = name.split('@')[0] + '@' + '0' * 32
        driver.say('adopt %d %s 9 prep oned-m9 agenda' % (sent['id'], elsewhere))
        self.hear(driver, 'closed 9 5')


if __name__ == '__main__':
    DRIVER, FAKE = sys.argv[1:3]
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
