#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What `onectl doctor` finds wrong and how it says to mend it, and what `onectl setup` does on the
first run and on the second."""
import json
import os
import pty
import stat
import subprocess

import world
from world import Child, WorldTest, at, calendar, event

MONDAY = at('2026-11-23 10:00')
HOUR = 3600
WEEK = 7 * 24 * HOUR
HERE = os.path.dirname(os.path.abspath(__file__))


def mode(path):
    return stat.S_IMODE(os.stat(path).st_mode)


class Patient(WorldTest):
    def setUp(self):
        super().setUp()
        self.systemd = None

    def run_onectl(self, *words, env=None):
        return subprocess.run([world.PROGRAMS['onectl'], *words], capture_output=True, text=True, check=False,
                              env={**self.world.env, **(env or {})}, timeout=world.DEADLINE, stdin=subprocess.DEVNULL)

    def ask(self, command, *words, env=None):
        """The checks; that the exit status, and what is said beside them, fit them is looked at here."""
        done = self.run_onectl(command, '--json', *words, env=env)
        document = json.loads(done.stdout)
        self.assertEqual(document['version'], 1)
        wrong = [check for check in document['checks'] if not check['ok']]
        for check in document['checks']:
            self.assertEqual(list(check), ['name', 'ok', 'what', 'mend'])
            self.assertEqual(check['ok'], check['mend'] is None, check)
        self.assertEqual(done.returncode, 1 if wrong else 0)
        self.assertEqual(done.stderr, {0: '', 1: 'onectl: 1 thing is wrong\n'}.get(
            len(wrong), 'onectl: %d things are wrong\n' % len(wrong)))
        return document['checks']

    def wrong(self, *words, command='doctor', env=None):
        return {check['name']: check for check in self.ask(command, *words, env=env) if not check['ok']}

    def faults(self, name):
        return [check['what'] for check in self.ask('doctor') if check['name'] == name and not check['ok']]

    def good(self, name, *words, command='doctor'):
        found = [check for check in self.ask(command, *words) if check['name'] == name]
        self.assertEqual([check['ok'] for check in found], [True], found)
        return found[0]['what']

    def start_systemd(self, unit='enabled'):
        self.systemd = Child([HERE + '/../fakes/desktop-services.py'], self.world.env)
        self.addCleanup(self.systemd.end)
        for told in (None, 'own systemd', 'unit ' + unit):
            if told:
                self.systemd.say(told)
            self.systemd.line()

    def told(self):
        """What systemd was asked to do since the last time."""
        self.systemd.say('unit enabled')
        names = []
        while (name := json.loads(self.systemd.line())['event']) != 'unit':
            names.append(name)
        return names

    def live(self):
        """All is well."""
        self.start_systemd()
        self.world.write('a.ics', calendar(event('ada@x', MONDAY - 2 * WEEK)))
        self.world.start(MONDAY - HOUR)

    def data(self, *names):
        return os.path.join(self.world.env['XDG_DATA_HOME'], 'oned', *names)

    def config(self):
        return self.world.env['XDG_CONFIG_HOME'] + '/oned/oned.conf'


class DoctorTest(Patient):
    def test_nothing_is_wrong(self):
        self.live()
        self.assertEqual([check['name'] for check in self.ask('doctor')], [
            'bus', 'oned', 'calendars', 'me', 'one-on-ones', 'clock', 'config', 'autostart', 'notifications', 'data', 'zone-data'])
        text = self.run_onectl('doctor')
        self.assertEqual({line[:4] for line in text.stdout.splitlines()}, {'ok  '})

    def test_without_a_bus_it_says_so_and_looks_at_the_rest(self):
        found = self.ask('doctor', env={'DBUS_SESSION_BUS_ADDRESS': 'unix:path=%s/none' % self.world.home})
        self.assertEqual([(check['name'], check['ok']) for check in found], [('bus', False), ('data', True), ('zone-data', True)])
        self.assertIn('DBUS_SESSION_BUS_ADDRESS', found[0]['mend'])

    def test_an_oned_that_is_not_installed(self):
        self.start_systemd('missing')
        found = self.wrong()
        self.assertEqual(set(found), {'oned', 'autostart'})
        self.assertIn('the bus cannot start it', found['oned']['what'])
        self.assertIn('systemd does not know oned.service', found['autostart']['what'])

    def test_it_changes_nothing(self):
        self.start_systemd('disabled')
        os.unlink(self.config())
        self.wrong('--test-notification')
        self.assertFalse(os.path.exists(self.data()))
        self.assertFalse(os.path.exists(self.config()))
        self.assertEqual(self.told(), ['GetUnitFileState'])

    def test_an_oned_that_does_not_start_with_the_session(self):
        self.live()
        for unit, mend in (('disabled', 'systemctl --user enable --now oned'), ('masked', 'systemctl --user unmask oned')):
            self.systemd.say('unit ' + unit)
            self.assertIn(mend, self.wrong()['autostart']['mend'])
        self.systemd.say('drop systemd')
        self.systemd.say('unit none')
        self.told()
        path = self.world.env['XDG_CONFIG_HOME'] + '/autostart/oned.desktop'
        self.assertIn('autostart/oned.desktop', self.wrong()['autostart']['mend'])
        os.mkdir(os.path.dirname(path))
        with open(path, 'w', encoding='utf-8'):
            self.assertEqual(self.wrong(), {})

    def test_a_mistake_in_the_configuration_has_its_line(self):
        self.live()
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com\nmee=x\n' % self.world.calendars)
        found = self.world.until(self.wrong)
        self.assertEqual(set(found), {'config'}, found)
        self.assertIn('oned.conf:4: ', found['config']['what'])
        self.assertIn('mend the file', found['config']['mend'])
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com\n' % self.world.calendars)
        self.world.until(lambda: not self.wrong())
        self.assertIn('oned.conf is in force', self.good('config'))

    def test_what_others_may_look_into_is_mended_as_it_says(self):
        self.live()
        os.chmod(self.data(), 0o755)
        os.chmod(self.data('oned.db'), 0o640)
        found = [check for check in self.ask('doctor') if not check['ok']]
        self.assertEqual([check['name'] for check in found], ['data', 'data'])
        for check in found:
            subprocess.run(['sh', '-c', check['mend']], check=True, env=self.world.env)
        self.assertEqual((mode(self.data()), mode(self.data('oned.db'))), (0o700, 0o600))
        self.good('data')

    def test_a_folder_without_its_bits_and_a_file_in_its_place(self):
        os.makedirs(self.data(), 0o500)
        self.assertIn('cannot be written to', self.wrong()['data']['what'])
        os.rmdir(self.data())
        with open(self.data(), 'w', encoding='utf-8'):
            check = self.wrong()['data']
        self.assertIn('no folder', check['what'])
        subprocess.run(['sh', '-c', check['mend']], check=True, env=self.world.env)
        self.good('data')

    def test_calendars_that_are_away_or_empty(self):
        self.live()
        os.mkdir(self.world.home + '/empty')
        self.world.settings('[calendar]\nsources=%s;%s/empty;%s/gone.ics\nme=me@example.com\n'
                            % (self.world.calendars, self.world.home, self.world.home))
        wrong = [r'~/gone\.ics: it cannot be read', r'there is no calendar file in ~/empty$']
        self.world.until(lambda: len(self.faults('calendars')) == len(wrong))
        for what, pattern in zip(self.faults('calendars'), wrong):
            self.assertRegex(what, pattern)

    def test_a_bad_event_is_named_with_its_line(self):
        self.live()
        self.world.write('bad.ics', calendar('BEGIN:VEVENT\r\nUID:bad@x\r\nDTSTART:nope\r\n'
                                             'RRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\n'))
        found = self.world.until(self.wrong)
        self.assertRegex(found['calendars']['what'], r'~/calendars/bad\.ics:\d+: ')

    def test_calendars_without_any_one_on_one(self):
        self.start_systemd()
        self.world.write('a.ics', calendar(event('ada@x', MONDAY, rule='')))
        self.world.start(MONDAY - HOUR)
        self.assertIn('onectl explain', self.wrong()['one-on-ones']['mend'])

    def test_a_clock_that_is_behind(self):
        self.live()
        path = self.world.write('b.ics', calendar(event('bob@x', MONDAY, person='bob@example.com')))
        os.utime(path, (MONDAY + WEEK, MONDAY + WEEK))
        found = self.world.until(self.wrong)
        self.assertIn('~/calendars was changed after that', found['clock']['what'])

    def test_private_tells_nobody(self):
        self.live()
        os.chmod(self.data(), 0o755)
        for words in (['doctor'], ['doctor', '--json'], ['setup'], ['setup', '--json']):
            said = self.run_onectl(*words, '--private').stdout
            self.assertNotRegex(said, r'(?i)example\.com|lovelace|ada\b|calendars:|' + self.world.home)


class NotificationsTest(Patient):
    def test_the_server_confirms_a_test(self):
        self.live()
        self.assertIn('confirmed', self.good('test-notification', '--test-notification'))
        self.good('test-notification', '--test-notification')
        first, second = self.world.notes()
        self.assertEqual(second['replaces'], first['id'])
        self.assertEqual(first['hints']['x-dunst-stack-tag'], 'oned-test')
        self.assertEqual(first['actions'][::2], ['default', 'agenda', 'snooze'])

    def test_what_becomes_of_a_test_is_no_matter_of_reminders(self):
        self.live()
        self.good('test-notification', '--test-notification')
        shown = self.world.notes()[0]['id']
        self.world.server.say('close %d 2' % shown)
        self.world.press(shown, 'default')
        self.world.set(MONDAY - HOUR // 2)
        self.assertEqual(len(self.world.notes()), 1)
        self.assertEqual(self.world.json('status')['troubles'], [])

    def test_a_server_that_refuses_is_quoted(self):
        self.live()
        self.world.server.say('mode error')
        self.assertIn('no room on the screen', self.wrong('--test-notification')['test-notification']['what'])

    def test_oned_ends_before_the_server_answers(self):
        self.live()
        self.world.server.say('mode hang')
        running = subprocess.Popen([world.PROGRAMS['onectl'], 'doctor', '--test-notification', '--json'],
                                   env=self.world.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        while json.loads(self.world.server.line())['event'] != 'notify':
            pass
        self.world.stop()
        checks = json.loads(running.communicate(timeout=world.DEADLINE)[0])['checks']
        self.assertEqual([c['ok'] for c in checks if c['name'] == 'test-notification'], [False])

    def told(self, *options):
        """What doctor tells of that server beside whether it has shown the test."""
        self.world.server.end()
        self.world.start_server(*options)
        self.assertEqual(self.wrong('--test-notification'), {})
        return [check['what'] for check in self.ask('doctor', '--test-notification')
                if check['name'] == 'server']

    def test_it_says_what_the_server_does_with_a_reminder(self):
        self.live()
        for about, words in (('Plasma,KDE,5.27.5', []),
                             ('gnome-shell,GNOME,43.9', ['one line', '“oned 2”']),
                             ('lxqt-notificationd,lxqt.org,1.2.0', ['buttons change', 'cannot be known']),
                             ('Budgie Notification Server,Budgie Desktop Developers,10.7.1',
                              ['after some seconds', 'cannot be known']),
                             ('something,new,0.1', ['does not know', 'cannot be known'])):
            told = self.told('--about=' + about)
            self.assertEqual(len(told), len(words), told)
            for word, sentence in zip(words, told):
                self.assertIn(word, sentence)

    def test_it_says_that_the_server_is_not_to_disturb(self):
        self.live()
        self.assertIn('what is not urgent waits', self.told('--about=Plasma,KDE,5.27.5', '--inhibited=yes')[0])

    def test_the_test_has_all_that_a_reminder_can_have(self):
        self.live()
        self.ask('doctor', '--test-notification')
        note, = self.world.notes()
        self.assertEqual(len(note['body'].split('\n')), 6)
        self.assertEqual(note['actions'][::2], ['default', 'agenda', 'snooze'])
        self.world.press(note['id'], 'snooze')
        self.ask('doctor', '--test-notification')
        self.assertEqual(self.world.json('status')['troubles'], [])

    def test_without_a_server(self):
        self.live()
        self.world.server.end()
        found = self.wrong('--test-notification')
        self.assertEqual(set(found), {'notifications', 'test-notification'})
        self.assertIn('dunst', found['notifications']['mend'])
        self.world.start_server()
        self.assertEqual(self.wrong('--test-notification'), {})

    def test_what_the_server_cannot_do(self):
        self.live()
        self.assertEqual(self.good('notifications'), 'dunst 1.9.0 shows the reminders, with buttons')
        self.world.server.end()
        self.world.start_server('--capabilities=body')
        self.assertIn('no buttons', self.good('notifications'))
        self.world.server.end()
        self.world.start_server('--capabilities=actions')
        self.assertIn('title of a reminder only', self.wrong()['notifications']['what'])


class SetupTest(Patient):
    def test_the_first_run_and_the_second(self):
        self.start_systemd('disabled')
        self.world.write('a.ics', calendar(
            event('ada@x', MONDAY - 2 * WEEK),
            event('bob@x', MONDAY - 2 * WEEK + HOUR, person='bob@example.com', name='Bob Quick')))
        os.unlink(self.config())
        os.rmdir(os.path.dirname(self.config()))
        os.rename(self.world.calendars, self.world.home + '/.calendars')
        self.world.start(MONDAY - HOUR)
        first = self.run_onectl('setup')
        self.assertIn('oned.conf is written', first.stdout)
        self.assertIn('from now on', first.stdout)
        self.assertEqual(self.told(), ['GetUnitFileState', 'EnableUnitFiles', 'Reload', 'StartUnit'])
        with open(HERE + '/../../share/examples/oned.conf', encoding='utf-8') as example:
            with open(self.config(), encoding='utf-8') as written:
                self.assertEqual(written.read(), example.read())
        self.assertEqual((mode(self.config()), mode(os.path.dirname(self.config()))), (0o600, 0o700))
        second = self.run_onectl('setup')
        self.assertIn('oned.conf is there already', second.stdout)
        self.assertIn('starts with the session already', second.stdout)
        self.assertIn('~/.calendars: files 1, series 2', second.stdout)
        self.assertIn('\n\ntoday 10:00–10:30 Ada Lovelace · in 1 h: ', second.stdout)
        self.assertEqual(self.told(), ['GetUnitFileState'])

    def test_what_the_user_wrote_is_left_alone(self):
        self.live()
        with open(self.config(), encoding='utf-8') as file:
            before = file.read()
        self.assertIn('left as it is', self.good('config', command='setup'))
        with open(self.config(), encoding='utf-8') as file:
            self.assertEqual(file.read(), before)

    def test_a_link_to_nothing_is_not_followed(self):
        self.live()
        os.unlink(self.config())
        os.symlink(self.world.home + '/elsewhere', self.config())
        self.good('config', command='setup')
        self.assertFalse(os.path.exists(self.world.home + '/elsewhere'))

    def test_settings_that_cannot_be_written(self):
        self.live()
        os.unlink(self.config())
        os.rmdir(os.path.dirname(self.config()))
        with open(os.path.dirname(self.config()), 'w', encoding='utf-8'):
            self.assertIn('cannot be written', self.wrong(command='setup')['config']['what'])

    def test_systemd_says_no(self):
        self.live()
        self.systemd.say('unit masked')
        found = self.wrong(command='setup')['autostart']
        self.assertIn('is masked', found['what'])
        self.assertIn('unmask', found['mend'])

    def test_without_systemd_it_writes_what_other_desktops_start(self):
        self.live()
        self.systemd.say('drop systemd')
        self.systemd.say('unit none')
        self.told()
        path = self.world.env['XDG_CONFIG_HOME'] + '/autostart/oned.desktop'
        self.assertIn('autostart/oned.desktop is written', self.good('autostart', command='setup'))
        self.assertEqual(self.wrong(), {})
        subprocess.run(['desktop-file-validate', path], check=True)
        with open(path, encoding='utf-8') as file:
            self.assertRegex(file.read(), r'(?m)^Exec="/.*/oned"$')
        self.assertEqual(self.good('autostart', command='setup'), 'oned starts with the session already')
        os.unlink(path)
        os.symlink(self.world.home + '/elsewhere', path)
        found = self.wrong(command='setup')['autostart']
        self.assertIn('there is no systemd user manager', found['what'])
        self.assertFalse(os.path.lexists(self.world.home + '/elsewhere'))

    def test_without_a_bus_the_settings_are_written_all_the_same(self):
        os.unlink(self.config())
        found = self.ask('setup', env={'DBUS_SESSION_BUS_ADDRESS': 'unix:path=%s/none' % self.world.home})
        self.assertEqual([(check['name'], check['ok']) for check in found], [('config', True), ('bus', False)])
        self.assertTrue(os.path.exists(self.config()))


class Me(Patient):
    """Whose calendar it is."""

    def pair(self, uid, mine, other, hour):
        return event(uid, MONDAY + hour * HOUR, person=other, name=other.split('@')[0], summary='1:1 ' + uid).replace(
            'me@example.com', mine)

    def live_with(self, *events, me='me@example.com'):
        self.world.settings('[calendar]\nsources=%s\nme=%s\n' % (self.world.calendars, me))
        self.world.write('a.ics', calendar(*events))
        self.world.start(MONDAY - 2 * HOUR)

    def found(self):
        return {check['name']: (check['what'], check['mend']) for check in self.ask('doctor') if not check['ok']
                and check['name'] in ('me', 'one-on-ones')}

    def test_another_address_of_mine_is_asked_about(self):
        self.live_with(self.pair('ada', 'me@example.com', 'ada@example.com', 0),
                       self.pair('Vera & Thomas', 'me@other.example', 'vera@example.com', 1),
                       self.pair('Will', 'me@other.example', 'will@example.com', 2))
        self.assertEqual(self.found(), {'me': (
            "me@other.example is in 2 recurring meetings of two without you, one of them '1:1 Vera & Thomas': is that"
            " you, too?", 'if it is: onectl setup --me me@example.com me@other.example')})
        said = self.run_onectl('doctor', '--private').stdout + self.run_onectl('setup', '--private').stdout
        for word in ('other.example', 'Vera', 'vera', 'Will', 'will@', 'me@example.com'):
            self.assertNotIn(word, said)
        self.world.settings('[calendar]\nsources=%s\nme=me@example.com;me@other.example\n' % self.world.calendars)
        self.world.until(lambda: len(self.world.json('people')['people']) == 3)
        self.assertEqual(self.found(), {})

    def live_as_two(self):
        self.live_with(self.pair('ada', 'me@example.com', 'ada@example.com', 0),
                       self.pair('Vera & Thomas', 'me@other.example', 'vera@example.com', 1),
                       self.pair('Will', 'me@other.example', 'will@example.com', 2))

    def written(self):
        with open(self.config(), encoding='utf-8') as file:
            return file.read()

    def on_terminal(self, typed, *words):
        ours, theirs = pty.openpty()
        os.write(ours, typed)
        done = subprocess.Popen([world.PROGRAMS['onectl'], *words], stdin=theirs, stdout=theirs, stderr=theirs,
                                env={**self.world.env, 'TERM': 'dumb'})
        os.close(theirs)
        said = b''
        while True:
            try:
                more = os.read(ours, 4096)
            except OSError:  # Linux says so when the other end is closed
                break
            if not more:
                break
            said += more
        os.close(ours)
        done.wait(world.DEADLINE)
        return said.decode().replace('\r\n', '\n')

    def test_setup_takes_my_addresses_and_keeps_what_else_is_set(self):
        self.live_as_two()
        before = self.written()
        os.rename(self.config(), self.world.home + '/dotfile')
        os.symlink(self.world.home + '/dotfile', self.config())
        done = self.run_onectl('setup', '--me', 'me@example.com', 'me@other.example')
        self.assertIn('ok  you are me@example.com, me@other.example\n', done.stdout)
        self.assertEqual(self.written(), before.replace('me=me@example.com', 'me=me@example.com;me@other.example'))
        self.assertTrue(os.path.islink(self.config()))
        self.world.until(lambda: len(self.world.json('people')['people']) == 3)
        self.run_onectl('setup', '--me=me@example.com')
        self.assertEqual(self.written(), before)

    def test_setup_refuses_what_is_no_address(self):
        self.live_as_two()
        before = self.written()
        for words, said in ((['--me', 'Ada'], "'Ada' is not a mail address"),
                            (['--me', 'a@x', 'b@y;c@z'], "'b@y;c@z' is not a mail address"),
                            (['--me', 'a@x\n[people]'], 'is not a mail address'),
                            (['--me'], "option '--me' needs a value"), (['a@x'], "unexpected word 'a@x'")):
            done = self.run_onectl('setup', *words)
            self.assertEqual((done.returncode, done.stdout), (2, ''))
            self.assertIn(said, done.stderr)
        self.assertEqual(self.written(), before)
        os.unlink(self.config())
        os.mkfifo(self.config())
        done = self.run_onectl('setup', '--me', 'a@x')
        self.assertEqual((done.returncode, done.stdout), (5, ''))
        self.assertEqual(done.stderr, "onectl: '%s' is no file\n" % self.config())

    def test_setup_asks_on_a_terminal_and_only_there(self):
        self.live_as_two()
        before = self.written()
        question = "one of them '1:1 Vera & Thomas': is that you, too? [y/N]"
        self.assertNotIn('[y/N]', self.run_onectl('setup').stderr)
        for typed in (b'\n', b'n\n', b'\x04', b'yes, of course it is ' + 30 * b'very ' + b'\n', b'Unsure\n'):
            self.assertIn(question, self.on_terminal(typed, 'setup'))
            self.assertEqual(self.written(), before)
        self.assertNotIn('[y/N]', self.on_terminal(b'y\n', 'setup', '--private'))
        self.assertNotIn('[y/N]', self.on_terminal(b'y\n', 'setup', '--json'))
        said = self.on_terminal(b'y\n', 'setup')
        self.assertIn(question, said)
        self.assertIn('ok  you are me@example.com, me@other.example\n', said)
        self.assertEqual(self.written(), before.replace('me=me@example.com', 'me=me@example.com;me@other.example'))
        self.assertNotIn('[y/N]', self.on_terminal(b'', 'setup'))

    def test_setup_asks_who_i_am(self):
        self.live_with(self.pair('ada', 'me@example.com', 'ada@example.com', 0),
                       self.pair('bob', 'me@example.com', 'bob@example.com', 1), me='me@exmaple.com')
        said = self.on_terminal(b'y\n', 'setup')
        self.assertIn('are you me@example.com? [y/N]', said)
        self.assertEqual(said.count('[y/N]'), 1)
        self.assertIn('ok  you are me@example.com\n', said)

    def test_somebody_i_meet_is_not_asked_about_nor_whom_i_chose_to_ignore(self):
        self.live_with(self.pair('ada', 'me@example.com', 'ada@example.com', 0),
                       self.pair('Vera', 'ada@example.com', 'vera@example.com', 1),
                       self.pair('Will', 'ada@example.com', 'will@example.com', 2),
                       self.pair('Xaver', 'zoe@example.com', 'xaver@example.com', 3),
                       self.pair('Yann', 'zoe@example.com', 'yann@example.com', 4))
        self.assertIn('zoe@example.com is in 2 ', self.found()['me'][0])
        self.world.onectl('ignore', 'Yann')
        self.assertEqual(self.found(), {})

    def test_an_address_that_is_on_no_event_is_named_with_the_one_that_is(self):
        self.live_with(self.pair('Ada', 'mia.berger@example.com', 'ada@example.com', 0),
                       self.pair('Vera', 'mia.berger@example.com', 'vera@example.com', 1), me='mia.bergr@example.com')
        self.assertEqual(self.found(), {'me': (
            'you are mia.bergr@example.com, but no meeting in the calendars is with that address: are you'
            ' mia.berger@example.com?', 'if it is: onectl setup --me mia.berger@example.com')})

    def test_of_one_series_both_are_named_and_that_is_the_only_trouble(self):
        self.live_with(self.pair('Ada', 'mia@example.com', 'ada@example.com', 0), me='')
        self.assertEqual(self.found(), {'me': (
            'your own addresses are not known: are you ada@example.com, or mia@example.com?',
            'say which: onectl setup --me ada@example.com, or onectl setup --me mia@example.com')})


if __name__ == '__main__':
    world.main()
