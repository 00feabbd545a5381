#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A prefix means visible outside: `one_<file>_<verb>` is exported, a static has no prefix. Only `new`, `dup`
and `free` of a type may stand under the type's name."""
import os
import re
from counts import doubles
from tree import main, without_comments

DEFINITION = re.compile(r'^(?P<type>[A-Za-z_][\w *]*?)\n(?P<name>[a-z_]\w*) \((?P<args>[^;{}]*?)\)\n\{', re.M)
TYPE = re.compile(r'^\} (One\w+);|^typedef struct \w+ (\w+);|^G_DECLARE_\w+ \((\w+),', re.M)
DECLARATION = re.compile(r'^(?!static|typedef|#)[A-Za-z_][\w *]*?\b(?P<name>[a-z]\w*) \([^;{}]*\)[^;{}]*;', re.M)
MESON_TEST = re.compile(r"^ *test\('([^']*)'", re.M)
COMMENT = re.compile(r'/\*.*?\*/', re.S)
MENTION = re.compile(r'(?<![\w/<.*-])[\w][\w/-]*\.[ch]\b')
PLACES = ('manager', 'util', 'utils', 'helper', 'helpers', 'misc', 'common')


def snake(camel):
    return re.sub(r'(?<!^)(?=[A-Z])', '_', camel).lower()


def stems_of(path):
    """How the names that a file exports may begin."""
    folder, _, name = path.rpartition('/')
    stem = re.sub(r'\.[ch]$', '', name).replace('-', '_')
    return {'one_' + stem, 'one_%s_%s' % (folder.split('/')[-1], stem)}


def births(tree, path):
    """A value is made, copied and freed under the name of its type: the types of the file's header, or
    (for what is private to a room) of another header of the room under its name."""
    header = path[:-1] + 'h'
    if header not in tree.files:
        return set()
    types = {snake(next(g for g in groups if g)) for groups in TYPE.findall(tree.text(header))}
    return {'%s_%s' % (one, verb) for one in types for verb in ('new', 'dup', 'free')}


def fits(name, allowed):
    return any(name == p or name.startswith(p + '_') for p in allowed)


def functions(tree):
    for path in tree.sources('daemon', 'ctl', 'fetch', 'share', suffixes=('.c',)):
        text = without_comments(tree.text(path))
        allowed, born = stems_of(path), births(tree, path)
        for match in DEFINITION.finditer(text):
            name = match.group('name')
            number = text.count('\n', 0, match.start('name')) + 1
            if match.group('type').startswith('static'):
                if name.startswith('one_') and not match.group('args').startswith('One'):
                    yield '%s:%d: static %s has the prefix of an exported function' % (path, number, name)
                continue
            if name != 'main' and name not in born and not fits(name, allowed):
                yield '%s:%d: %s is exported: name it after its file (%s…)' % (
                    path, number, name, ', '.join(sorted(p + '_' for p in allowed)))


def parameters(tree):
    for path in tree.sources('daemon', 'ctl', 'fetch', 'share'):
        text = without_comments(tree.text(path))
        for match in list(DEFINITION.finditer(text)):
            count = len(re.sub(r'\([^()]*\)', '', match.group('args')).split(','))
            if count > 5 and not match.group('type').startswith('static'):
                yield '%s: %s has %d parameters, five are enough' % (path, match.group('name'), count)


def headers(tree):
    for path in tree.sources('daemon', 'ctl', 'fetch', 'share', suffixes=('.h',)):
        for match in DECLARATION.finditer(without_comments(tree.text(path))):
            name = match.group('name')
            if not name.startswith('one_') and not name.startswith('sqlite3_'):
                yield '%s: %s is declared without the prefix one_' % (path, name)


def unique(tree):
    """One name, one thing, also where no program would ever link both."""
    seen = {}
    for path in tree.sources('daemon', 'ctl', 'fetch', 'share'):
        text = without_comments(tree.text(path))
        found = [m.group('name') for m in DEFINITION.finditer(text) if not m.group('type').startswith('static')]
        found += [next(g for g in groups if g) for groups in TYPE.findall(text)]
        for name in set(found) - {'main'}:
            if name.lower().startswith('one') and seen.setdefault(name, path) != path:
                yield '%s: %s is a name of %s already' % (path, name, seen[name])


def stems(tree):
    """A file is found by its name: each program has a name once."""
    for (program, name), paths in sorted(doubles(tree).items()):
        yield '%s has two files called %s: %s' % (
            program, name, ' '.join(sorted(os.path.dirname(p) for p in paths)))


def mentions(tree):
    """A file that a comment or a page speaks of is there. NAME stands for any."""
    beginnings = ('README.md', 'HACKING.md', 'docs/')
    pages = [f for f in tree.files if f.startswith(beginnings) and f.endswith('.md')]
    ends = {f[i:] for f in tree.files for i in range(len(f)) if i == 0 or f[i - 1] == '/'}
    for path in pages + tree.sources('daemon', 'ctl', 'fetch', 'share'):
        text = tree.text(path)
        for part in [text] if path in pages else COMMENT.findall(text):
            for name in MENTION.findall(part):
                if name not in ends and not name.endswith('NAME.c'):
                    yield '%s speaks of %s, which is not there' % (path, name)


def places(tree):
    for path in tree.sources('daemon', 'ctl', 'fetch', 'share'):
        parts = re.split(r'[/._-]', path)
        for word in PLACES:
            if word in parts:
                yield '%s: "%s" says nothing: what is in it?' % (path, word)


def meson_tests(tree):
    """Meson's name of a test begins with the room that it tests, or with the folder that it is in."""
    for path in tree.files:
        parts = path.split('/')
        if parts[0] != 'tests' or parts[-1] != 'meson.build' or len(parts) < 3:
            continue
        for name in MESON_TEST.findall(tree.text(path)):
            if not (name + '-').startswith(parts[-2] + '-') and parts[-2] != 'tools':
                yield '%s: test %s does not begin with %s-' % (path, name, parts[-2])


if __name__ == '__main__':
    main(functions, parameters, headers, unique, stems, mentions, places, meson_tests)
