#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""clang-format decides, no exceptions. Run with --fix it writes instead of complaining."""
import os
import subprocess
import sys
from tree import Tree

tool, root = sys.argv[1], sys.argv[2]
tree = Tree(root)
files = [os.path.join(tree.root, f) for f in tree.sources('daemon', 'ctl', 'fetch', 'share', 'tests')]
mode = ['-i'] if '--fix' in sys.argv else ['--dry-run', '--Werror']
sys.exit(subprocess.run([tool, '--style=file'] + mode + files, check=False).returncode)
