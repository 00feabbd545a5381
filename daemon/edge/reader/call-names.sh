#!/bin/sh
# SPDX-License-Identifier: MIT
# call-names.sh CC…: the calls that the kernel's headers know, a row of a table each.
set -eu
printf '#include <sys/syscall.h>\n' | "$@" -E -dM -x c - \
  | sed -n 's/^#define __NR_\([a-z][a-z0-9_]*\) .*/  { __NR_\1, "\1" },/p' | LC_ALL=C sort
