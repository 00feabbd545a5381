#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every file with messages for people is in POTFILES, and each translation fits its messages: run
with --fix it writes POTFILES. With the path of msgfmt it checks the translations too."""
import os
import re
import subprocess
import sys
from tree import Tree

MARK = re.compile(r'\b(?:(?:N?_|C_|ngettext|g_dpgettext2) \(\s*"|g_dngettext \()')
DESKTOP = 'share/applications/org.oned.Oned1.desktop.in'


def marked(tree):
    return [DESKTOP] + sorted(f for f in tree.sources('ctl', 'daemon', 'share') if MARK.search(tree.text(f)))


def listed(tree):
    return [line for line in tree.lines('share/po/POTFILES') if line and not line.startswith('#')]


def main():
    tree = Tree(sys.argv[1])
    if '--fix' in sys.argv:
        with open(os.path.join(tree.root, 'share/po/POTFILES'), 'w', encoding='utf-8') as file:
            file.write('\n'.join(marked(tree)) + '\n')
        return 0
    wrong = set(marked(tree)) ^ set(listed(tree))
    for path in sorted(wrong):
        print('%s: has messages, or is listed in share/po/POTFILES, but not both (messages.py . --fix)' % path)
    failed = bool(wrong)
    for language in tree.text('share/po/LINGUAS').split():
        path = os.path.join(tree.root, 'share/po', language + '.po')
        result = subprocess.run([sys.argv[2], '--check-format', '--check-domain', '-o', os.devnull, path], check=False)
        failed = failed or result.returncode != 0
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
