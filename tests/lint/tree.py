# SPDX-License-Identifier: MIT
"""The files of the tree, and how a lint speaks. A lint is a function that takes a Tree and yields
complaints; `main` prints them and, for lints that are part of the build, leaves a stamp behind."""
import argparse
import os
import re
import sys

SKIPPED_FOLDERS = {'.git', '__pycache__', '.cache', 'corpus'}
WAIVER = re.compile(r'lint-allow: ([a-z-]+), because \S+')


class Tree:
    def __init__(self, root):
        self.root = os.path.abspath(root)
        self.folders = []
        self.files = []
        for folder, names, files in os.walk(self.root):
            names[:] = sorted(n for n in names if n not in SKIPPED_FOLDERS and not self._is_build(folder, n))
            self.folders.append(folder)
            self.files += [os.path.relpath(os.path.join(folder, f), self.root) for f in sorted(files)]

    def _is_build(self, folder, name):
        return os.path.exists(os.path.join(folder, name, 'meson-private'))

    def text(self, path):
        with open(os.path.join(self.root, path), encoding='utf-8', errors='replace') as file:
            return file.read()

    def lines(self, path):
        return self.text(path).splitlines()

    def sources(self, *folders, suffixes=('.c', '.h')):
        return [f for f in self.files
                if f.endswith(suffixes) and (not folders or f.split('/')[0] in folders)]

    def waives(self, path, rule):
        """A file may break a rule if it says so and why: `lint-allow: RULE, because …`."""
        return any(m.group(1) == rule for m in WAIVER.finditer(self.text(path)))


def without_comments(text):
    """C without comments and the insides of strings; line numbers stay."""
    def blank(match):
        found = match.group(0)
        if found.startswith('"'):
            return '""'
        if found.startswith("'"):
            return "' '"
        return re.sub(r'[^\n]', '', found) or ' '
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', blank, text, flags=re.S)


def main(*lints):
    parser = argparse.ArgumentParser()
    parser.add_argument('root')
    parser.add_argument('--stamp', help='write this file when there is nothing to complain about')
    parser.add_argument('--depfile', help='and here, for ninja, on what the verdict depends')
    args = parser.parse_args()
    tree = Tree(args.root)
    complaints = [c for lint in lints for c in lint(tree)]
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    if complaints:
        sys.exit(1)
    if args.depfile:
        seen = [os.path.join(tree.root, f) for f in tree.sources()] + tree.folders
        with open(args.depfile, 'w', encoding='utf-8') as file:
            file.write('%s: %s\n' % (args.stamp, ' '.join(s.replace(' ', r'\ ') for s in seen)))
    if args.stamp:
        with open(args.stamp, 'w', encoding='utf-8'):
            pass
