#!/bin/sh
# SPDX-License-Identifier: MIT
# Package: xdg-desktop-portal, 1.16.0-2, with dbus-daemon 1.14.10-1~deb12u1 and libglib2.0-bin
#   2.74.6-2+deb12u9, from Debian 12.
# A good guess: a portal knows who calls by the bus, so a program that keeps others out of its memory
#   (PR_SET_DUMPABLE 0) is served as any other program of the same user.
# Really: it is refused. The portal opens /proc/PID/root to see whether the caller is in a Flatpak, and
#   the kernel gives that to root alone where the program is not dumpable. One is not either when its
#   user may run its file but not read it, which is how it is shown here.
# Seen:
#   gdbus of mode 755: (['direct://'],)
#   gdbus of mode 711: Error: GDBus.Error:org.freedesktop.DBus.Error.AccessDenied: Portal operation
#   not allowed: Unable to open /proc/PID/root
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
root=

end() {
  [ ! -e "$scratch/pids" ] || while read -r pid; do kill "$pid" 2>/dev/null || :; done <"$scratch/pids"
  sleep 1
  [ -z "$root" ] || umount "$root/proc" 2>/dev/null || :
  rm -rf --one-file-system "$scratch"
}

trap end EXIT
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

# as_user COMMAND…: by somebody who is not root, on the bus of the scene.
as_user() {
  env -i PATH=/usr/bin HOME=/tmp XDG_RUNTIME_DIR=/run/user DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/bus \
    "$(command -v chroot)" --userspec=1000:1000 "$root" "$@"
}

# ask MODE WANTED: what the portal says to gdbus, whose file has that mode.
ask() {
  chmod "$1" "$root/usr/bin/gdbus"
  as_user /usr/bin/gdbus call --session --dest org.freedesktop.portal.Desktop --timeout 20 \
    --object-path /org/freedesktop/portal/desktop --method org.freedesktop.portal.ProxyResolver.Lookup \
    'file:///' >"$scratch/said" 2>&1 || :
  printf 'gdbus of mode %s: %s\n' "$1" "$(sed 's,/proc/[0-9]*/,/proc/PID/,' "$scratch/said")"
  grep -q "$2" "$scratch/said" || exit 1
}

make_root bookworm xdg-desktop-portal=1.16.0-2 dbus-daemon=1.14.10-1~deb12u1 libglib2.0-bin=2.74.6-2+deb12u9
mkdir -p "$root/proc" "$root/run/user" "$root/tmp" "$root/etc" "$root/dev"
chown 1000:1000 "$root/run/user" "$root/tmp"
echo 0123456789abcdef0123456789abcdef >"$root/etc/machine-id"
echo 'robin:x:1000:1000::/tmp:/bin/sh' >"$root/etc/passwd"
: >"$root/dev/null"
chmod 666 "$root/dev/null"
mount -t proc proc "$root/proc" || cannot 'proc cannot be mounted'
as_user /usr/bin/dbus-daemon --session --nofork --address=unix:path=/run/user/bus >"$scratch/bus.log" 2>&1 &
echo $! >>"$scratch/pids"
tries=0
until [ -S "$root/run/user/bus" ]; do
  tries=$((tries + 1))
  [ "$tries" -lt 60 ] || cannot "the bus does not come: $(tail -n 2 "$scratch/bus.log")"
  sleep 1
done
as_user /usr/libexec/xdg-desktop-portal >"$scratch/portal.log" 2>&1 &
echo $! >>"$scratch/pids"
tries=0
until as_user /usr/bin/gdbus wait --session --timeout 1 org.freedesktop.portal.Desktop 2>/dev/null; do
  tries=$((tries + 1))
  [ "$tries" -lt 60 ] || cannot "the portal does not come: $(tail -n 2 "$scratch/bus.log" "$scratch/portal.log")"
  sleep 1
done

ask 755 'direct://'
ask 711 'Unable to open /proc/'
