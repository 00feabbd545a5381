#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Words that have no place: those the glossary rejects, waits in tests, paths of one machine,
constructions that the style leaves out, files without a licence line."""
import re
from tree import main, without_comments

# The glossary has a word for each of these: meeting or event, person, prompt or category, reminder,
# action. In the reader and the writer they are allowed: there they are RFC 5545's names of components.
REJECTED = re.compile(r'(?:^|[^a-z])(appointments?|contacts?|topics?|alarms?|alerts?|todos?|tasks?)(?![a-z])', re.I)
GIO_TASK = re.compile(r'\bG_?TASK\w*|\bg_task\w*|\bGTask\w*|/proc/\S*/task|VALARM|VTODO|BEGIN:\w+', re.I)
STRING = re.compile(r'"((?:\\.|[^"\\\n])*)"')
WAITS = re.compile(r'\b(g_usleep|usleep|nanosleep|sleep) ?\(|\btime\.sleep\(|^\s*sleep [0-9]', re.M)
MACHINE = re.compile(r'(?<![\w.$}/])/(?:work|home/[a-z]+|Users|mnt|opt)/\w+')
TEXT = ('.c', '.h', '.py', '.sh', '.build', '.xml', '.scd', '.ini', '.in', '.service', '.desktop', '.md', '.svg', '.po')
# Forms that have no comments.
UNLICENSED = ('LICENSE', 'LINGUAS', 'POTFILES', 'debian/changelog', 'debian/copyright', 'debian/source/format')
LICENSED = ('.c', '.h', '.py', '.sh', '.xml', '.scd', '.ini', '.in', '.service', '.desktop', '.svg', '.build', '.po')


def without_foreign(text):
    return GIO_TASK.sub('', text)


def glossary(tree):
    for path in tree.sources('daemon', 'ctl', 'fetch', 'share'):
        if path.startswith(('daemon/reader/', 'daemon/writer/')) or tree.waives(path, 'glossary'):
            continue
        code = without_comments(tree.text(path))
        found = [(code, 'identifier')]
        found += [(m.group(1), 'text') for m in STRING.finditer(tree.text(path)) if '/' not in m.group(1)]
        for text, kind in found:
            for match in REJECTED.finditer(without_foreign(text.replace('_', ' '))):
                yield '%s: "%s" (%s) is not a word of ours' % (path, match.group(1), kind)


def flow(tree):
    for path in tree.sources('daemon', 'ctl', 'fetch', 'share'):
        for number, line in enumerate(without_comments(tree.text(path)).split('\n'), 1):
            if re.search(r'\bgoto\b', line):
                yield '%s:%d: goto: free with g_autoptr and return' % (path, number)
            declared = re.match(r'static [\w *]*\w+ \([^{]*\);$', line) and 'G_' not in line
            if declared and not tree.waives(path, 'forward-declaration'):
                yield '%s:%d: a forward declaration: put the callee above its caller' % (path, number)


def waits(tree):
    for path in tree.files:
        if not path.startswith('tests/') or not path.endswith(('.c', '.py', '.sh')) or path.startswith('tests/lint/'):
            continue
        if tree.waives(path, 'wait'):
            continue
        text = tree.text(path)
        text = without_comments(text) if path.endswith('.c') else text
        for match in WAITS.finditer(text):
            number = text.count('\n', 0, match.start()) + 1
            yield '%s:%d: a test does not sleep: wait for what it waits for' % (path, number)


def machine_paths(tree):
    for path in tree.files:
        if not path.endswith(TEXT) and '.' in path.rsplit('/', 1)[-1]:
            continue
        if path.startswith('tests/lint/'):
            continue
        for number, line in enumerate(tree.lines(path), 1):
            match = MACHINE.search(line)
            if match:
                yield '%s:%d: %s is a place on one machine' % (path, number, match.group(0))


def licence(tree):
    for path in tree.files:
        name = path.rsplit('/', 1)[-1]
        if not path.endswith(LICENSED) and '.' in name:
            continue
        if path.startswith(('tests/data/', 'share/examples/', '.git')) or path in UNLICENSED or name in UNLICENSED:
            continue
        head = '\n'.join(tree.lines(path)[:6])
        if 'SPDX-License-Identifier: ' not in head:
            yield '%s: no SPDX line' % path


if __name__ == '__main__':
    main(glossary, flow, waits, machine_paths, licence)
