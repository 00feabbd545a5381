#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""A notification server for tests. Prints one JSON document a line for each call it gets, and does
what it is told on stdin:

    mode NAME             ok, hang, error, die-before, die-after, zero, other-id, close-first
    mark                  says "mark": all that it was told before has been done
    press ID KEY [TOKEN]  emits (ActivationToken and) ActionInvoked
    close ID REASON       emits NotificationClosed
    inhibit yes|no        do not disturb; says "inhibit" when the property is as told
    quit

    hang         takes Notify and does not answer before another mode comes
    error        refuses Notify
    die-before   is gone without an answer to Notify
    die-after    answers Notify and is gone
    zero         answers with the id 0, which is none
    other-id     never replaces: a new id for each Notify
    close-first  says that the notification to be replaced was dismissed, then answers
    hang-at-once answers nothing at all, not even GetCapabilities
    slow-capabilities  answers GetCapabilities when another mode comes
"""
import argparse
import json
import os

from gi.repository import Gio, GLib

NAME = 'org.freedesktop.Notifications'
PATH = '/org/freedesktop/Notifications'
XML = '''<node><interface name="org.freedesktop.Notifications">
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
<arg type="s" direction="out"/><arg type="s" direction="out"/></method>
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
<arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
<signal name="ActivationToken"><arg type="u"/><arg type="s"/></signal>
%s</interface></node>'''
INHIBITED = '<property name="Inhibited" type="b" access="read"/>'


def say(**record):
    print(json.dumps(record, ensure_ascii=False), flush=True)


class Server:
    def __init__(self, mode, capabilities, first, inhibited):
        self.mode = mode
        self.inhibited = inhibited == 'yes'
        self.capabilities = capabilities
        self.last = first - 1
        self.held = []  # calls that are not answered yet, each with its answer
        self.unfinished = b''
        self.loop = GLib.MainLoop()
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        xml = XML % (INHIBITED if inhibited else '')
        interface = Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0]
        self.bus.register_object(PATH, interface, self.call, self.get, None)
        Gio.bus_own_name_on_connection(self.bus, NAME, Gio.BusNameOwnerFlags.NONE,
                                       lambda *_: say(event='ready'),
                                       lambda *_: self.loop.quit())
        GLib.io_add_watch(0, GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP,
                          self.told)

    def emit(self, signal, kinds, *values):
        self.bus.emit_signal(None, PATH, NAME, signal, GLib.Variant(kinds, values))
        self.bus.flush_sync()

    def die(self):
        self.bus.flush_sync()
        os._exit(0)

    def call(self, bus, sender, path, interface, method, values, invocation):
        arguments = values.unpack()
        if self.mode == 'hang-at-once':
            say(event='held', method=method)
            self.held.append((invocation, None))
        elif self.mode == 'slow-capabilities' and method == 'GetCapabilities':
            say(event='held', method=method)
            self.held.append((invocation, GLib.Variant('(as)', (self.capabilities,))))
        elif method == 'GetCapabilities':
            invocation.return_value(GLib.Variant('(as)', (self.capabilities,)))
        elif method == 'GetServerInformation':
            invocation.return_value(GLib.Variant('(ssss)', ('fake', 'oned', '1', '1.2')))
        elif method == 'CloseNotification':
            say(event='close', id=arguments[0])
            invocation.return_value(None)
            self.emit('NotificationClosed', '(uu)', arguments[0], 3)
        else:
            self.notify(arguments, invocation)

    def get(self, bus, sender, path, interface, name):
        return GLib.Variant('b', self.inhibited)

    def inhibit(self, word):
        self.inhibited = word == 'yes'
        changes = {'Inhibited': GLib.Variant('b', self.inhibited)}
        self.bus.emit_signal(None, PATH, 'org.freedesktop.DBus.Properties', 'PropertiesChanged',
                             GLib.Variant('(sa{sv}as)', (NAME, changes, [])))
        self.bus.flush_sync()

    def notify(self, arguments, invocation):
        keys = 'app', 'replaces', 'icon', 'summary', 'body', 'actions', 'hints', 'timeout'
        record = dict(zip(keys, arguments))
        if record['replaces'] and self.mode != 'other-id':
            number = record['replaces']
        else:
            self.last += 1
            number = self.last
        say(event='notify', id=number, **record)
        if self.mode == 'die-before':
            self.die()
        if self.mode == 'hang':
            self.held.append((invocation, GLib.Variant('(u)', (number,))))
            return
        if self.mode == 'error':
            invocation.return_dbus_error('org.oned.Fake.Refused', 'no room on the screen')
            return
        if self.mode == 'close-first':
            self.emit('NotificationClosed', '(uu)', number, 2)
        invocation.return_value(GLib.Variant('(u)', (0 if self.mode == 'zero' else number,)))
        if self.mode == 'die-after':
            self.die()

    def release(self):
        for invocation, answer in self.held:
            if answer is not None:
                invocation.return_value(answer)
        self.held = [(call, answer) for call, answer in self.held if answer is None]

    def told(self, source, condition):
        more = os.read(0, 65536)
        *lines, self.unfinished = (self.unfinished + more).split(b'\n')
        for line in lines:
            self.obey(line.decode().split())
        if not more:
            self.loop.quit()
        return bool(more)

    def obey(self, words):
        if words[0] == 'quit':
            self.loop.quit()
        elif words[0] == 'mode':
            self.mode = words[1]
            if not self.mode.startswith('hang'):
                self.release()
            say(event='mode', mode=self.mode)
        elif words[0] == 'mark':
            say(event='mark')
        elif words[0] == 'inhibit':
            self.inhibit(words[1])
            say(event='inhibit')
        elif words[0] == 'press':
            if len(words) > 3:
                self.emit('ActivationToken', '(us)', int(words[1]), words[3])
            self.emit('ActionInvoked', '(us)', int(words[1]), words[2])
        elif words[0] == 'close':
            self.emit('NotificationClosed', '(uu)', int(words[1]), int(words[2]))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('.')[0])
    parser.add_argument('--mode', default='ok')
    parser.add_argument('--capabilities', default='actions,body,body-markup,persistence')
    parser.add_argument('--first', type=int, default=1, help='the first id it gives')
    parser.add_argument('--inhibited', choices=['yes', 'no'], help='it has that property')
    options = parser.parse_args()
    Server(options.mode, options.capabilities.split(','), options.first,
           options.inhibited).loop.run()


if __name__ == '__main__':
    main()
