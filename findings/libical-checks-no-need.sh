#!/bin/sh
# SPDX-License-Identifier: MIT
# Package: libical3, 3.0.16-1+b1, from Debian 12; libical3t64, 3.0.20-1+b1, from Debian 13.
# A good guess: icalrestriction_check() tells whether a component has what RFC 5545 asks of it: a UID, a
#   DTSTAMP and, for an event outside of iTIP, a DTSTART.
# Really: it asks for none of them. Without a METHOD it finds what is there too often, or should not be
#   there, and passes an event that has nothing but a summary. With one it asks for what iTIP asks for,
#   an organizer among it, which who shares a file does not have.
# Seen:
#   Debian 12: an event with a summary alone: fine; with two of them: wrong; with METHOD:PUBLISH: wrong;
#     with METHOD:PUBLISH and UID, DTSTAMP, DTSTART: wrong; and an ORGANIZER: fine
#   and the same of Debian 13.
#
# Takes root and the network. Exits 1 if it is not so, 2 if it could not be tried. MIRROR is the
# archive of Debian to take, if not the first that apt of this machine knows.
set -eu
export LC_ALL=C

cannot() {
  printf 'could not be tried: %s\n' "$*" >&2
  exit 2
}

[ "$(id -u)" = 0 ] || cannot 'it takes root'
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

apt() {
  apt-get -q -y -o Dir::Etc="$apt/etc" -o Dir::State="$apt" -o Dir::State::status="$apt/status" \
    -o Dir::Cache="$apt/cache" -o APT::Sandbox::User=root -o APT::Install-Recommends=false "$@" >"$apt/log" 2>&1 ||
    cannot "$(tail -n 3 "$apt/log")"
}

# make_root SUITE PACKAGE…: $root, where these packages and what they depend on are unpacked, only.
make_root() {
  suite=$1 root=$scratch/$1 apt=$scratch/$1.apt
  shift
  # shellcheck disable=SC2016 # What apt and awk are to expand.
  [ -n "${MIRROR:-}" ] ||
    MIRROR=$(apt-get indextargets --format '$(RELEASE) $(SITE)' 'Created-By: Packages' 2>/dev/null |
      awk '$1 ~ /^(bookworm|trixie|(old)?stable)$/ { print $2; exit }')
  [ -n "$MIRROR" ] || cannot 'apt knows no archive of Debian: set MIRROR'
  mkdir -p "$apt/etc" "$apt/lists/partial" "$apt/cache/archives/partial" "$root/usr"
  : >"$apt/status"
  printf 'deb [signed-by=%s] %s %s main\n' /usr/share/keyrings/debian-archive-keyring.gpg "$MIRROR" "$suite" \
    >"$apt/etc/sources.list"
  apt update --error-on=any
  apt install --download-only "$@"
  for folder in bin sbin lib lib64; do
    mkdir "$root/usr/$folder"
    ln -s "usr/$folder" "$root/$folder"
  done
  for package in "$apt"/cache/archives/*.deb; do
    dpkg-deb -x "$package" "$root" || cannot "$package cannot be unpacked"
  done
  rm -rf "$apt"
}

seen='an event with a summary alone: fine; with two of them: wrong; with METHOD:PUBLISH: wrong; with METHOD:PUBLISH and UID, DTSTAMP, DTSTART: wrong; and an ORGANIZER: fine'

# look RELEASE SUITE PACKAGE…
look() {
  release=$1
  shift
  make_root "$@"
  mkdir -p "$root/tmp"
  cp "$scratch/ask.py" "$root/tmp/ask.py"
  env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 "$(command -v chroot)" "$root" /usr/bin/python3 /tmp/ask.py >"$scratch/said" 2>&1 ||
    cannot "$(tail -n 3 "$scratch/said")"
  printf 'Debian %s: %s\n' "$release" "$(cat "$scratch/said")"
  [ "$(cat "$scratch/said")" = "$seen" ] || exit 1
}

cat >"$scratch/ask.py" <<'PYTHON'
import ctypes
ical = ctypes.CDLL('libical.so.3')
ical.icalcomponent_new_from_string.restype = ctypes.c_void_p


def check(*lines, method=''):
    text = ['BEGIN:VCALENDAR', 'PRODID:-//Robin//EN', 'VERSION:2.0', method, 'BEGIN:VEVENT', *lines, 'END:VEVENT', 'END:VCALENDAR', '']
    calendar = ical.icalcomponent_new_from_string('\r\n'.join(line for line in text if line or line is text[-1]).encode())
    return 'fine' if ical.icalrestriction_check(ctypes.c_void_p(calendar)) else 'wrong'


summary, publish = 'SUMMARY:Lunch', 'METHOD:PUBLISH'
whole = (summary, 'UID:1', 'DTSTAMP:20260101T000000Z', 'DTSTART:20260101T120000Z')
print('an event with a summary alone: %s; with two of them: %s; with METHOD:PUBLISH: %s; with METHOD:PUBLISH and UID, '
      'DTSTAMP, DTSTART: %s; and an ORGANIZER: %s' % (
          check(summary), check(summary, summary), check(summary, method=publish), check(*whole, method=publish),
          check(*whole, 'ORGANIZER:mailto:robin@example.com', method=publish)))
PYTHON
look 12 bookworm libical3=3.0.16-1+b1 python3
look 13 trixie libical3t64=3.0.20-1+b1 python3
