#!/bin/sh
# SPDX-License-Identifier: MIT
# Package: tzdata, 2026f-0+deb13u1, from Debian 13.
# A good guess: a system that has the tz database has all of its names; what its tzdata.zi lists is there.
# Really: the old names are in a package of their own, tzdata-legacy, which nothing installs. tzdata.zi
#   still lists them as links. A name that is not there is UTC for libc, without a word; and the table of
#   the Unicode CLDR, by which programs read the zones of Windows, leads to many of these names.
# Seen:
#   Asia/Calcutta: in tzdata.zi, not on the disk
#   Europe/Kiev: in tzdata.zi, not on the disk
#   US/Eastern: in tzdata.zi, not on the disk
#   TZ=Asia/Calcutta, 2026-01-01 00:00 UTC: 00:00
#   TZ=Asia/Kolkata, 2026-01-01 00:00 UTC: 05:30
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
  apt-get -q -y -o Dir::Etc="$scratch/etc" -o Dir::State="$scratch" -o Dir::State::status="$scratch/status" \
    -o Dir::Cache="$scratch/cache" -o APT::Sandbox::User=root "$@" >"$scratch/log" 2>&1 ||
    cannot "$(tail -n 3 "$scratch/log")"
}

# shellcheck disable=SC2016 # What apt and awk are to expand.
[ -n "${MIRROR:-}" ] ||
  MIRROR=$(apt-get indextargets --format '$(RELEASE) $(SITE)' 'Created-By: Packages' 2>/dev/null |
    awk '$1 ~ /^(bookworm|trixie|(old)?stable)$/ { print $2; exit }')
[ -n "$MIRROR" ] || cannot 'apt knows no archive of Debian: set MIRROR'
mkdir -p "$scratch/etc" "$scratch/lists/partial" "$scratch/cache/archives/partial"
: >"$scratch/status"
printf 'deb [signed-by=%s] %s trixie main\n' /usr/share/keyrings/debian-archive-keyring.gpg "$MIRROR" \
  >"$scratch/etc/sources.list"
apt update --error-on=any
apt install --download-only tzdata=2026f-0+deb13u1
dpkg-deb -x "$scratch"/cache/archives/tzdata_*.deb "$scratch/root" || cannot 'the package cannot be unpacked'
zones=$scratch/root/usr/share/zoneinfo

status=0
for name in Asia/Calcutta Europe/Kiev US/Eastern; do
  listed='not in tzdata.zi' there='on the disk'
  grep -q "^L [^ ]* $name\$" "$zones/tzdata.zi" && listed='in tzdata.zi'
  [ -e "$zones/$name" ] || there='not on the disk'
  printf '%s: %s, %s\n' "$name" "$listed" "$there"
  [ "$listed, $there" = 'in tzdata.zi, not on the disk' ] || status=1
done
for name in Asia/Calcutta Asia/Kolkata; do
  printf 'TZ=%s, 2026-01-01 00:00 UTC: %s\n' "$name" "$(TZDIR=$zones TZ=$name date -d @1767225600 +%H:%M)"
done
[ "$(TZDIR=$zones TZ=Asia/Calcutta date -d @1767225600 +%H:%M)" = 00:00 ] || status=1
exit $status
