#!/bin/sh
# SPDX-License-Identifier: MIT
# Package: libical3, 3.0.16-1+b1, from Debian 12; libical3t64, 3.0.20-1+b1, from Debian 13.
# A good guess: who gives libical a text as the value of a property gets it back from any reader: commas,
#   semicolons and backslashes are escaped, as in each TEXT.
# Really: not those of CATEGORIES (nor of RESOURCES). There commas and semicolons are written as they
#   are, so a category with a comma in it is two when it is read, by libical too. To escape it before
#   does not help, for the backslash is escaped. So no call writes a category with a comma.
# Seen:
#   Debian 12: CONTACT:Feedback\, both ways; CATEGORIES:Feedback, both ways; escaped before:
#     CATEGORIES:Feedback\\, both ways; read again: 2 categories
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
  [ "$(cat "$scratch/said")" = 'CONTACT:Feedback\, both ways; CATEGORIES:Feedback, both ways; escaped before: CATEGORIES:Feedback\\, both ways; read again: 2 categories' ] ||
    exit 1
}

cat >"$scratch/ask.py" <<'PYTHON'
import ctypes
ical = ctypes.CDLL('libical.so.3')
for name in ('icalproperty_new_contact', 'icalproperty_new_categories', 'icalcomponent_new_from_string',
             'icalcomponent_get_first_property'):
    getattr(ical, name).restype = ctypes.c_void_p
ical.icalproperty_as_ical_string.restype = ctypes.c_char_p
ical.icalproperty_string_to_kind.restype = ctypes.c_int


def write(new, text):
    line = ical.icalproperty_as_ical_string(ctypes.c_void_p(new(text)))
    return line.decode().replace('\r\n', '')


text = b'Feedback, both ways'
plain = write(ical.icalproperty_new_categories, text)
event = ical.icalcomponent_new_from_string(('BEGIN:VEVENT\r\n%s\r\nEND:VEVENT\r\n' % plain).encode())
count = ical.icalcomponent_count_properties(ctypes.c_void_p(event), ical.icalproperty_string_to_kind(b'CATEGORIES'))
print('%s; %s; escaped before: %s; read again: %d categories' % (
    write(ical.icalproperty_new_contact, text), plain,
    write(ical.icalproperty_new_categories, text.replace(b',', b'\\,')), count))
PYTHON
look 12 bookworm libical3=3.0.16-1+b1 python3
look 13 trixie libical3t64=3.0.20-1+b1 python3
