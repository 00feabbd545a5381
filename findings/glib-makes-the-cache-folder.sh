#!/bin/sh
# SPDX-License-Identifier: MIT
# Package: libglib2.0-bin and libglib2.0-0, 2.74.6-2+deb12u9, from Debian 12;
#   libglib2.0-bin and libglib2.0-0t64, 2.84.4-3~deb13u5, from Debian 13.
# A good guess: asking for the session bus where there is none fails, and leaves nothing behind.
# Really: without XDG_RUNTIME_DIR it fails, and leaves an empty folder ~/.cache behind.
#   g_dbus_address_get_for_bus_sync() looks for a socket "bus" in g_get_user_runtime_dir(). Without
#   XDG_RUNTIME_DIR that is the cache folder, and g_get_user_runtime_dir() makes it, so that its
#   caller may rely on it (get_session_address_xdg in gio/gdbusaddress.c, g_build_user_runtime_dir in
#   glib/gutils.c). So it is no matter of gdbus: each program does it that asks for the session bus.
# Seen:
#   Debian 12, without XDG_RUNTIME_DIR: new in the home: .cache; MESSAGE
#   Debian 12, with XDG_RUNTIME_DIR: new in the home: nothing; MESSAGE
#   and the same two lines of Debian 13. MESSAGE is gdbus's:
#   Error connecting: Cannot autolaunch D-Bus without X11 $DISPLAY
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

# ask RELEASE WORD WANTED [VARIABLE]: what is new in a new home, after the bus was asked for.
ask() {
  mkdir "$root/home/robin"
  env -i HOME=/home/robin ${4:+"$4"} "$(command -v chroot)" "$root" /usr/bin/gdbus call --session \
    --dest org.example.Nobody --object-path / --method org.freedesktop.DBus.Peer.Ping >"$scratch/said" 2>&1 || :
  new=$(cd "$root/home/robin" && find . -mindepth 1 | sed 's,^\./,,' | sort)
  rm -r "$root/home/robin"
  printf 'Debian %s, %s XDG_RUNTIME_DIR: new in the home: %s; %s\n' "$1" "$2" "${new:-nothing}" "$(cat "$scratch/said")"
  grep -q '^Error connecting: Cannot autolaunch D-Bus without X11 ' "$scratch/said" && [ "${new:-nothing}" = "$3" ] || exit 1
}

# look RELEASE SUITE PACKAGE…
look() {
  release=$1
  shift
  make_root "$@"
  mkdir -p "$root/home" "$root/run/user"
  # As a real machine has it, that has no bus: then GLib looks for a display, to start a bus there.
  mkdir -p "$root/etc"
  echo 0123456789abcdef0123456789abcdef >"$root/etc/machine-id"
  chroot "$root" /usr/bin/gdbus help >/dev/null 2>&1 || cannot "gdbus of Debian $release does not run here"
  ask "$release" without .cache
  ask "$release" with nothing XDG_RUNTIME_DIR=/run/user
}

look 12 bookworm libglib2.0-bin=2.74.6-2+deb12u9 libglib2.0-0=2.74.6-2+deb12u9
look 13 trixie libglib2.0-bin=2.84.4-3~deb13u5 libglib2.0-0t64=2.84.4-3~deb13u5
