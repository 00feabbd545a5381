#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""usage: test_dev.py SOURCE BUILD: ./dev on machines that have little, without a network. What it
installs is not tried here but in bare roots, by ./dev fresh."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

# What every system has that has gcc: POSIX, and what gcc calls.
PLAIN = '''ar as awk basename cat chmod cmp comm cp cut date dirname env expr false find getconf git grep head
hostname id kill ld ln ls mkdir mkfifo mktemp mv nm od ps pwd ranlib readlink rm rmdir sed seq sh sort stat tail
test touch tr true uname uniq wc xargs'''.split()
# What comes with a tool in the table of ./dev without having a line of its own there.
ALONG = {'meson': ['python3'], 'dbus-run-session': ['dbus-daemon'],
         'gcc': ['gcc', 'cc'], 'pkg-config': ['gdbus', 'gdbus-codegen', 'glib-compile-resources', 'glib-mkenums',
                                              'glib-genmarshal', 'glib-compile-schemas']}
DEADLINE = 800  # seconds: a whole build on a busy machine


def listed(group):
    """The commands that the table of ./dev names for a group."""
    with open(os.path.join(SOURCE, 'dev'), encoding='utf-8') as file:
        return re.findall(r'^%s +cmd:(\S+)' % group, file.read(), re.M)


def find(command):
    # The system's own Python, whose modules the system's tools are.
    return shutil.which(command, path='/usr/bin:/bin:/usr/sbin:/sbin') or shutil.which(command)


class Dev(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.mkdtemp(prefix='oned-dev-test-')
        self.addCleanup(shutil.rmtree, self.place)
        self.path = os.path.join(self.place, 'bin')
        os.mkdir(self.path)
        os.mkdir(os.path.join(self.place, 'tmp'))
        self.bring(*PLAIN)

    def bring(self, *commands):
        for command in commands:
            found = find(command)
            if found and not os.path.lexists(os.path.join(self.path, command)):
                os.symlink(found, os.path.join(self.path, command))

    def bring_groups(self, *groups):
        for group in groups:
            for command in listed(group):
                self.bring(command, *ALONG.get(command, []))

    def fake(self, command, script):
        path = os.path.join(self.path, command)
        if os.path.lexists(path):
            os.unlink(path)
        with open(path, 'w', encoding='utf-8') as file:
            file.write('#!/bin/sh\n' + script + '\n')
        os.chmod(path, 0o755)

    def copy(self, name='a clone'):
        """The tree without what was built in it, in a folder with a blank in its name."""
        clone = os.path.join(self.place, name)
        shutil.copytree(SOURCE, clone, ignore=lambda folder, names: [
            n for n in names if n == '.git' or os.path.exists(os.path.join(folder, n, 'meson-private'))])
        return clone

    def run_dev(self, folder, *words, before=()):
        env = {'PATH': self.path, 'HOME': self.place, 'TMPDIR': os.path.join(self.place, 'tmp'), 'LC_ALL': 'C.UTF-8'}
        return subprocess.run([*before, './dev', *words], cwd=folder, env=env, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, timeout=DEADLINE, check=False)

    def check_refused(self, done, pattern):
        """One sentence, after what it announced; exit 1; nothing is left."""
        said = [line for line in done.stderr.splitlines() if not line.startswith('== installing ')]
        self.assertEqual((done.returncode, done.stdout, len(said)), (1, '', 1), done.stderr)
        self.assertRegex(said[0], '^dev: ' + pattern)
        self.assertEqual(os.listdir(os.path.join(self.place, 'tmp')), [])

    def test_run_needs_the_tools_of_build_and_bus_alone(self):
        self.bring_groups('build', 'bus')
        clone = self.copy()
        done = self.run_dev(clone, 'run')
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn('Ada Lindqvist in 30 min', done.stdout)
        self.assertIn('onectl agenda ada --why', done.stdout)
        self.assertNotIn('installing', done.stderr)
        self.assertEqual(os.listdir(os.path.join(self.place, 'tmp')), [])

    def test_no_package_manager(self):
        clone = self.copy()
        done = self.run_dev(clone, 'run')
        self.check_refused(done, 'neither apt, dnf nor pacman here: install by hand .*: .*meson')
        self.assertFalse(os.path.exists(os.path.join(clone, 'build')))

    def test_neither_root_nor_sudo(self):
        self.fake('id', 'echo 1000')
        for manager in ('apt-get', 'dnf', 'pacman'):
            with self.subTest(manager=manager):
                self.fake(manager, 'echo called >&2')
                done = self.run_dev(SOURCE, 'run')
                self.check_refused(done, 'you are not root and there is no sudo: have these installed with .*: .*meson')
                os.unlink(os.path.join(self.path, manager))

    def test_no_network(self):
        self.fake('id', 'echo 0')
        self.fake('apt-get', 'echo "E: Unable to locate package meson" >&2; exit 100')
        self.check_refused(self.run_dev(SOURCE, 'run'), 'apt could not install .*meson.*: E: Unable to locate package meson$')
        self.fake('apt-get', 'exit 1')
        self.check_refused(self.run_dev(SOURCE, 'run'), 'apt could not install .*meson')

    def test_sudo_that_refuses(self):
        self.fake('id', 'echo 1000')
        self.fake('apt-get', 'echo called >&2')
        self.fake('sudo', 'echo "robin is not in the sudoers file." >&2; exit 1')
        self.check_refused(self.run_dev(SOURCE, 'run'), 'apt could not install .*: robin is not in the sudoers file')

    def test_a_package_manager_that_installs_nothing(self):
        self.fake('id', 'echo 0')
        self.fake('apt-get', 'exit 0')
        self.check_refused(self.run_dev(SOURCE, 'run'), 'still missing after installing: .*meson')

    def test_a_checkout_that_cannot_be_written(self):
        self.bring_groups('build', 'bus')
        self.bring('unshare', 'mount')
        done = self.run_dev(SOURCE, 'run', before=[
            'unshare', '-rm', 'sh', '-c', 'mount --bind . . && mount -o remount,bind,ro . && cd "$PWD" && exec "$@"', 'sh'])
        self.check_refused(done, re.escape(SOURCE) + ' cannot be written to')

    def test_a_full_tmp(self):
        self.bring_groups('build', 'bus')
        self.bring('unshare', 'mount')
        clone = self.copy()
        done = self.run_dev(clone, 'run', before=[
            'unshare', '-rm', 'sh', '-c', 'mount -t tmpfs -o size=64k tmpfs "$TMPDIR" && exec "$@"', 'sh'])
        self.check_refused(done, '.*tmp is full: set TMPDIR to a folder with room')
        self.assertFalse(os.path.exists(os.path.join(clone, 'build')))

    def test_no_tmp(self):
        self.bring_groups('build', 'bus')
        os.rmdir(os.path.join(self.place, 'tmp'))
        done = self.run_dev(SOURCE, 'run')
        os.mkdir(os.path.join(self.place, 'tmp'))
        self.check_refused(done, 'no folder can be made in .*tmp')

    def test_fresh_says_what_it_needs(self):
        self.fake('id', 'echo 1000')
        self.check_refused(self.run_dev(SOURCE, 'fresh'), 'fresh makes and enters root file systems: run it as root$')
        self.fake('id', 'echo 0')
        self.fake('debootstrap', 'exit 1')
        self.check_refused(self.run_dev(SOURCE, 'fresh', '7'), 'no release to try: 7 ')

    def test_an_unknown_command(self):
        done = self.run_dev(SOURCE, 'teste')
        self.assertEqual(done.returncode, 2)
        self.assertIn('usage: ./dev COMMAND', done.stderr)

    def test_a_test_of_no_name(self):
        named = os.path.join(SOURCE, 'tests/tools/run-named.py')
        done = subprocess.run([sys.executable, '-B', named, BUILD, 'test_of_no_program'], capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout), (1, ''))
        self.assertIn('test_of_no_program is neither', done.stderr)

    def test_a_test_by_its_method(self):
        named = os.path.join(SOURCE, 'tests/tools/run-named.py')
        done = subprocess.run([sys.executable, '-B', named, BUILD, 'test_single_headers'], capture_output=True, text=True,
                              check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(done.stdout.startswith('== lint-lints Lints.test_single_headers\n'), done.stdout)
        self.assertTrue(done.stdout.endswith('1 passed, 0 failed\n'), done.stdout)
        self.assertIn('Ran 1 test', done.stderr)


if __name__ == '__main__':
    SOURCE, BUILD = sys.argv[1:3]
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
