#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""usage: show-notification.py FILE: draws the last notification that tests/fakes/notify-server
noted in FILE, as a screen would show it."""
import json
import sys
import textwrap

WIDTH = 76


def wrapped(text):
    for line in text.split('\n'):
        yield from textwrap.wrap(line, WIDTH, subsequent_indent='  ') or ['']


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        records = [json.loads(line) for line in file if line.strip()]
    shown = [r for r in records if r['event'] == 'notify']
    if not shown:
        sys.exit('no notification was shown')
    last = shown[-1]
    labels = [label for key, label in zip(last['actions'][::2], last['actions'][1::2]) if key != 'default']
    lines = [last['summary'], ''] + list(wrapped(last['body']))
    lines += ['', '   '.join('[ %s ]' % label for label in labels)] if labels else []
    print('┌' + '─' * (WIDTH + 2) + '┐')
    for line in lines:
        print('│ %s │' % line.ljust(WIDTH))
    print('└' + '─' * (WIDTH + 2) + '┘')


if __name__ == '__main__':
    main()
