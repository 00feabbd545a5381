#!/bin/sh
# SPDX-License-Identifier: MIT
# Package: debhelper, 13.11.4, from Debian 12; debhelper, 13.24.2, from Debian 13.
# A good guess: at compat 13, a user unit in a package is a file like any other until debian/rules asks
#   for more. Or, if dh does more by itself, it does what it does with units of the system, restart on
#   upgrades included, wherever systemd looks for units of packages.
# Really: dh runs dh_installsystemduser by itself, and the postinst enables the unit for every user of
#   the machine (a link in /etc/systemd/user). What restarts it on upgrades comes with compat 14 only,
#   so who has it running goes on with the old program. And only /usr/lib/systemd/user is looked at:
#   for a unit in /usr/share/systemd/user, which systemd reads as well, there are no scripts.
# Seen:
#   Debian 12, compat 13, usr/lib/systemd/user: enabled for all, not restarted
#   Debian 12, compat 13, usr/share/systemd/user: not enabled, not restarted
#   Debian 12, compat 14, usr/lib/systemd/user: enabled for all, restarted
#   and the same three lines of Debian 13.
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

in_root() {
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C "$chroot" "$root" "$@" >"$scratch/said" 2>&1
}

# write_package COMPAT FOLDER: a unit that somebody may enable, and what it takes to pack it.
write_package() {
  mkdir -p "$root/srv/note/debian/source"
  cat >"$root/srv/note/note.service" <<'UNIT'
[Service]
ExecStart=/bin/true
[Install]
WantedBy=default.target
UNIT
  cat >"$root/srv/note/debian/control" <<CONTROL
Source: note
Maintainer: Robin <robin@example.com>
Build-Depends: debhelper-compat (= $1)

Package: note
Architecture: all
Depends: \${misc:Depends}
Description: a unit
CONTROL
  cat >"$root/srv/note/debian/changelog" <<'CHANGELOG'
note (1) stable; urgency=low

  * A unit.

 -- Robin <robin@example.com>  Thu, 01 Jan 2026 00:00:00 +0000
CHANGELOG
  echo '3.0 (native)' >"$root/srv/note/debian/source/format"
  echo "note.service $2" >"$root/srv/note/debian/note.install"
  printf '#!/usr/bin/make -f\n%%:\n\tdh $@\n' >"$root/srv/note/debian/rules"
  chmod 755 "$root/srv/note/debian/rules"
}

# pack RELEASE COMPAT FOLDER WANTED
pack() {
  write_package "$2" "$3"
  in_root sh -c 'cd /srv/note && debian/rules binary' || cannot "dh does not run here: $(tail -n 5 "$scratch/said")"
  dpkg-deb -c "$root/srv/note_1_all.deb" | grep -q " \./$3/note\.service$" || cannot 'the unit is not in the package'
  dpkg-deb -e "$root/srv/note_1_all.deb" "$root/srv/scripts"
  # What the script really does, where there is no systemd that runs.
  if [ -e "$root/srv/scripts/postinst" ]; then
    dpkg-deb -x "$root/srv/note_1_all.deb" "$root"
    in_root env DPKG_MAINTSCRIPT_PACKAGE=note /srv/scripts/postinst configure || cannot "$(cat "$scratch/said")"
  fi
  link=$root/etc/systemd/user/default.target.wants/note.service
  if [ -L "$link" ]; then enabled='enabled for all'; else enabled='not enabled'; fi
  if cat "$root"/srv/scripts/p* 2>/dev/null | grep -q "deb-systemd-invoke --user restart 'note\.service'"; then
    restarted=restarted
  else
    restarted='not restarted'
  fi
  printf 'Debian %s, compat %s, %s: %s, %s\n' "$1" "$2" "$3" "$enabled" "$restarted"
  if [ "$enabled, $restarted" != "$4" ]; then
    cat "$root"/srv/scripts/p*
    exit 1
  fi
  rm -rf "$root/srv/note" "$root"/srv/note_* "$root/srv/scripts" "$root/etc/systemd" "$root/var/lib/systemd" "$root/$3/note.service"
}

# look RELEASE SUITE PACKAGE…
look() {
  release=$1
  shift
  make_root "$@"
  mkdir -p "$root/srv" "$root/tmp" "$root/dev" "$root/var/lib/dpkg"
  : >"$root/var/lib/dpkg/status"
  # A device may not be possible here. To throw things away, a file will do.
  : >"$root/dev/null"
  pack "$release" 13 usr/lib/systemd/user 'enabled for all, not restarted'
  pack "$release" 13 usr/share/systemd/user 'not enabled, not restarted'
  pack "$release" 14 usr/lib/systemd/user 'enabled for all, restarted'
}

chroot=$(command -v chroot)
look 12 bookworm debhelper=13.11.4 libdebhelper-perl=13.11.4 init-system-helpers=1.65.2+deb12u1 \
  coreutils dash findutils grep gzip sed
look 13 trixie debhelper=13.24.2 libdebhelper-perl=13.24.2 init-system-helpers=1.69~deb13u1 \
  coreutils dash findutils grep gzip sed
