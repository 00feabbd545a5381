#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every file with messages for people is in POTFILES, and each translation has them all and fits them.
Run with --fix it writes POTFILES; translations are brought up to date by `ninja oned-update-po`."""
import os
import re
import subprocess
import sys
from tree import Tree

MARK = re.compile(r'\b(?:(?:N?_|C_|ngettext|g_dpgettext2) \(\s*"|g_dngettext \()')
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3']
DESKTOP = 'share/applications/org.oned.Oned1.desktop.in'


def marked(tree):
    return [DESKTOP] + sorted(f for f in tree.sources('ctl', 'daemon', 'fetch', 'share') if MARK.search(tree.text(f)))


def listed(tree):
    return [line for line in tree.lines('share/po/POTFILES') if line and not line.startswith('#')]


def missing(tree, path):
    """The messages of the sources that the translation lacks."""
    template = subprocess.run(
        ['xgettext', '--directory', tree.root, '--files-from', os.path.join(tree.root, 'share/po/POTFILES'),
         '--from-code=UTF-8', '--output=-'] + ['--keyword=' + word for word in KEYWORDS],
        check=True, capture_output=True).stdout
    merged = subprocess.run(['msgmerge', '--quiet', '--no-fuzzy-matching', path, '-'], input=template,
                            check=True, capture_output=True).stdout
    lacking = subprocess.run(['msgattrib', '--untranslated', '--no-obsolete', '--no-wrap'], input=merged,
                             check=True, capture_output=True).stdout.decode()
    return re.findall(r'^msgid (".+")$', lacking, re.MULTILINE)


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
        for message in missing(tree, path):
            print('share/po/%s.po: %s is not translated' % (language, message))
            failed = True
        failed = failed or result.returncode != 0
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
