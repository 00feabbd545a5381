#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: unit.sh SYSTEMD-ANALYZE UNIT EXPOSURE: systemd has nothing to say about the unit (it returns 0 on
# unknown keys, so what counts is what it prints), and its exposure is at most that, in tenths, of 10.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export XDG_RUNTIME_DIR="$scratch"
unit=$scratch/$(basename "$2")
sed 's,^ExecStart=.*,ExecStart=/bin/true,' "$2" >"$unit"

"$1" --user verify --man=no "$unit" 2>"$scratch/complaints" || echo "verify: exit $?" >>"$scratch/complaints"
if [ -s "$scratch/complaints" ]; then
  cat "$scratch/complaints"
  exit 1
fi
"$1" --user security --offline=true --no-pager --threshold="$3" "$unit"
