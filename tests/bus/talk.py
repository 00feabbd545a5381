# SPDX-License-Identifier: MIT
"""Children of a test that are spoken to in lines, on a bus and a screen of the test's own."""
import os
import re
import select
import subprocess
import sys
import time
import unittest

from gi.repository import Gio

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from deadline import SECONDS as DEADLINE


class Talker:
    """A child that answers lines with lines."""

    def __init__(self, command, address, **more):
        env = {'DBUS_SESSION_BUS_ADDRESS': address, 'PATH': '/usr/bin:/bin', 'LC_ALL': 'C.UTF-8',
               'HOME': '/nonexistent', **more}
        for name in ('ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS'):
            if name in os.environ:
                env[name] = os.environ[name]
        self.heard = b''
        self.child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                      bufsize=0, env=env)

    def say(self, line):
        self.child.stdin.write(line.encode() + b'\n')

    def hear(self):
        """The next line; "" at its end."""
        while b'\n' not in self.heard:
            ready, _, _ = select.select([self.child.stdout], [], [], DEADLINE)
            more = os.read(self.child.stdout.fileno(), 65536) if ready else b'(silence)\n'
            if not more:
                return ''
            self.heard += more
        line, self.heard = self.heard.split(b'\n', 1)
        return line.decode()

    def say_until_heard(self, line):
        """For what the child must be ready for, when it does not tell when it is."""
        while not select.select([self.child.stdout], [], [], 0.05)[0]:
            self.say(line)

    def end(self):
        if self.child.poll() is None:
            self.child.kill()
        self.child.wait()
        self.child.stdin.close()
        self.child.stdout.close()


class BusTest(unittest.TestCase):
    """Each test has a bus without any services, and ends its children."""

    def setUp(self):
        self.bus = Gio.TestDBus.new(Gio.TestDBusFlags.NONE)
        self.bus.up()
        self.address = self.bus.get_bus_address()
        self.talkers = []
        self.addCleanup(self.end)

    def end(self):
        """Also where a test could not be set up whole."""
        for talker in reversed(self.talkers):
            talker.end()
        self.bus.down()

    def start(self, kind, *arguments, **more):
        self.talkers.append(kind(*arguments, self.address, **more))
        return self.talkers[-1]

    def connect(self):
        """A further connection to the bus."""
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                 | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        return Gio.DBusConnection.new_for_address_sync(self.address, flags, None, None)

    def hear(self, talker, pattern):
        line = talker.hear()
        self.assertRegex(line, '^' + pattern + '$')
        return re.match(pattern, line)


# lint-allow: wait, because a screen tells nobody when a window is on it.
def wait_for(condition, what):
    """For what tells nobody that it is there: a picture, a name on another bus."""
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        result = condition()
        if result:
            return result
        time.sleep(0.05)
    raise AssertionError('in vain: ' + what)
