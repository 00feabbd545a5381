#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The desktop portal, the user's systemd and logind as oned meets them, on the bus it is given.
Prints one JSON document a line for each call it gets, and does what it is told on stdin:

    own portal|systemd|logind|xfconf|kde|gnome|cinnamon|mate|xfce
                                  takes the name, and "drop" gives it back
    mode NAME                     what the portal does with a request:
        ok       takes it and answers that it is done
        early    answers before it has taken it
        cancel   answers that the user said no
        other    answers that it could not
        wait     takes it and does not answer
        refuse   does not take it
    systemd ok|refuse
    unit STATE                    of oned.service: enabled, disabled, masked, missing
    lock yes|no                   changes LockedHint and says so
    cover yes|no                  what the screen saver of kde, gnome, … says
    quiet yes|no|unset            changes Xfce's do-not-disturb and says so
"""
import json
import os

from gi.repository import Gio, GLib

NAMES = {'portal': 'org.freedesktop.portal.Desktop', 'systemd': 'org.freedesktop.systemd1',
         'logind': 'org.freedesktop.login1', 'xfconf': 'org.xfce.Xfconf'}
SAVERS = {'kde': 'org.freedesktop.ScreenSaver', **{
    name: 'org.%s.ScreenSaver' % name for name in ('gnome', 'cinnamon', 'mate', 'xfce')}}
SAVER = '<node><interface name="%s"><method name="GetActive"><arg type="b" direction="out"/></method></interface></node>'
PORTAL_PATH = '/org/freedesktop/portal/desktop'
SESSION_PATH = '/org/freedesktop/login1/session/_37'
XML = '''<node>
<interface name="org.freedesktop.portal.OpenURI">
<method name="OpenURI"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
<method name="OpenFile"><arg type="s" direction="in"/><arg type="h" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method></interface>
<interface name="org.freedesktop.systemd1.Manager">
<method name="StartTransientUnit"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="a(sv)" direction="in"/><arg type="a(sa(sv))" direction="in"/>
<arg type="o" direction="out"/></method>
<method name="GetUnitFileState"><arg type="s" direction="in"/><arg type="s" direction="out"/></method>
<method name="EnableUnitFiles"><arg type="as" direction="in"/><arg type="b" direction="in"/>
<arg type="b" direction="in"/><arg type="b" direction="out"/><arg type="a(sss)" direction="out"/></method>
<method name="DisableUnitFiles"><arg type="as" direction="in"/><arg type="b" direction="in"/>
<arg type="a(sss)" direction="out"/></method>
<method name="Reload"/>
<method name="StopUnit"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="o" direction="out"/></method>
<method name="StartUnit"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="o" direction="out"/></method></interface>
<interface name="org.freedesktop.login1.Manager">
<method name="GetSession"><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
</interface>
<interface name="org.freedesktop.login1.Session">
<property name="LockedHint" type="b" access="read"/></interface>
<interface name="org.xfce.Xfconf">
<method name="GetProperty"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="v" direction="out"/></method></interface></node>'''


def say(**record):
    print(json.dumps(record, ensure_ascii=False), flush=True)


class Services:
    def __init__(self):
        self.mode, self.systemd, self.locked = 'ok', 'ok', False
        self.unit = 'disabled'
        self.quiet = 'unset'
        self.covered = False
        self.owned = {}
        self.unfinished = b''
        self.loop = GLib.MainLoop()
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        portal, systemd, logind, session, xfconf = Gio.DBusNodeInfo.new_for_xml(XML).interfaces
        for path, interface in ((PORTAL_PATH, portal), ('/org/freedesktop/systemd1', systemd),
                                ('/org/freedesktop/login1', logind), (SESSION_PATH, session),
                                ('/org/xfce/Xfconf', xfconf)):
            self.bus.register_object(path, interface, self.call, self.get, None)
        for name in SAVERS.values():
            self.bus.register_object('/' + name.replace('.', '/'), Gio.DBusNodeInfo.new_for_xml(SAVER % name).interfaces[0],
                                     self.call, None, None)
        GLib.io_add_watch(0, GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP,
                          self.told)
        say(event='ready')

    def get(self, bus, sender, path, interface, name):
        return GLib.Variant('b', self.locked)

    def call(self, bus, sender, path, interface, method, values, invocation):
        if method == 'GetSession':
            say(event='asked', session=values.unpack()[0])
            invocation.return_value(GLib.Variant('(o)', (SESSION_PATH,)))
        elif method == 'GetActive':
            invocation.return_value(GLib.Variant('(b)', (self.covered,)))
        elif method == 'GetProperty':
            self.get_setting(values.unpack(), invocation)
        elif method == 'StartTransientUnit':
            self.start(values.unpack(), invocation)
        elif interface == 'org.freedesktop.systemd1.Manager':
            self.manage(method, values.unpack(), invocation)
        else:
            self.open(sender, method, values.unpack(), invocation)

    def get_setting(self, names, invocation):
        if names != ('xfce4-notifyd', '/do-not-disturb') or self.quiet == 'unset':
            invocation.return_dbus_error('org.xfce.Xfconf.Error.PropertyNotFound', 'no such property')
        else:
            invocation.return_value(GLib.Variant('(v)', (GLib.Variant('b', self.quiet == 'yes'),)))

    def manage(self, method, arguments, invocation):
        say(event=method, arguments=arguments)
        if self.unit in ('missing', 'masked') and method != 'GetUnitFileState' or self.unit == 'missing':
            invocation.return_dbus_error('org.freedesktop.systemd1.NoSuchUnit', 'Unit oned.service is ' + self.unit + '.')
            return
        if method == 'EnableUnitFiles':
            self.unit = 'enabled'
        invocation.return_value({
            'GetUnitFileState': GLib.Variant('(s)', (self.unit,)),
            'EnableUnitFiles': GLib.Variant('(ba(sss))', (True, [])), 'Reload': None,
            'DisableUnitFiles': GLib.Variant('(a(sss))', ([],)),
            'StartUnit': GLib.Variant('(o)', ('/org/freedesktop/systemd1/job/2',)),
            'StopUnit': GLib.Variant('(o)', ('/org/freedesktop/systemd1/job/3',))}[method])

    def start(self, arguments, invocation):
        name, mode, properties, _ = arguments
        say(event='unit', name=name, mode=mode, **dict(properties))
        if self.systemd == 'refuse':
            invocation.return_dbus_error('org.freedesktop.systemd1.Refused', 'no units today')
        else:
            invocation.return_value(GLib.Variant('(o)', ('/org/freedesktop/systemd1/job/1',)))

    def open(self, sender, method, arguments, invocation):
        target = arguments[1]
        if method == 'OpenFile':
            files = invocation.get_message().get_unix_fd_list()
            number = files.get(target)
            target = os.readlink('/proc/self/fd/%d' % number)
            os.close(number)
        options = arguments[2]
        say(event='portal', method=method, target=target, options=options)
        handle = '%s/request/%s/%s' % (PORTAL_PATH, sender[1:].replace('.', '_'),
                                       options['handle_token'])
        if self.mode == 'refuse':
            invocation.return_dbus_error('org.freedesktop.portal.Error.Failed', 'not today')
            return
        answer = {'ok': 0, 'early': 0, 'cancel': 1, 'other': 2}.get(self.mode)
        if self.mode != 'early':
            invocation.return_value(GLib.Variant('(o)', (handle,)))
        if answer is not None:
            self.bus.emit_signal(sender, handle, 'org.freedesktop.portal.Request', 'Response',
                                 GLib.Variant('(ua{sv})', (answer, {})))
        if self.mode == 'early':
            invocation.return_value(GLib.Variant('(o)', (handle,)))

    def told(self, source, condition):
        more = os.read(0, 65536)
        *lines, self.unfinished = (self.unfinished + more).split(b'\n')
        for line in lines:
            self.obey(*line.decode().split())
        if not more:
            self.loop.quit()
        return bool(more)

    def own(self, name):
        self.owned[name] = Gio.bus_own_name_on_connection(
            self.bus, {**NAMES, **SAVERS}[name], Gio.BusNameOwnerFlags.NONE, lambda *_: say(event='own'), None)

    def obey(self, verb, value):
        if verb == 'own':
            self.own(value)
        elif verb == 'drop':
            Gio.bus_unown_name(self.owned.pop(value))
        elif verb == 'mode':
            self.mode = value
        elif verb == 'systemd':
            self.systemd = value
        elif verb == 'unit':
            self.unit = value
            say(event='unit')
        elif verb == 'cover':
            self.covered = value == 'yes'
            for name in self.owned:
                if name in SAVERS:
                    self.bus.emit_signal(None, '/' + SAVERS[name].replace('.', '/'), SAVERS[name], 'ActiveChanged',
                                         GLib.Variant('(b)', (self.covered,)))
        elif verb == 'quiet':
            self.quiet = value
            names = ('xfce4-notifyd', '/do-not-disturb')
            signal, told = ('PropertyRemoved', GLib.Variant('(ss)', names)) if value == 'unset' else (
                'PropertyChanged', GLib.Variant('(ssv)', (*names, GLib.Variant('b', value == 'yes'))))
            self.bus.emit_signal(None, '/org/xfce/Xfconf', 'org.xfce.Xfconf', signal, told)
        elif verb == 'lock':
            self.locked = value == 'yes'
            self.bus.emit_signal(None, SESSION_PATH, 'org.freedesktop.DBus.Properties',
                                 'PropertiesChanged',
                                 GLib.Variant('(sa{sv}as)', (
                                     'org.freedesktop.login1.Session',
                                     {'LockedHint': GLib.Variant('b', self.locked)}, [])))


if __name__ == '__main__':
    Services().loop.run()
