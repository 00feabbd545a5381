#!/bin/sh
# SPDX-License-Identifier: MIT
# Package: systemd, 252.39-1~deb12u2, from Debian 12; systemd, 257.13-1~deb13u1, from Debian 13.
# A good guess: RestrictSUIDSGID=yes denies what sets the set-user-ID or set-group-ID bit of a file,
#   as systemd.exec(5) says, and nothing else.
# Really: it also has every openat2(2) fail with ENOSYS, as if the kernel did not know the call, even
#   one that only reads: the mode is in a struct, which a seccomp filter cannot look into, so systemd
#   filters the whole call (seccomp_restrict_sxid in src/shared/seccomp-util.c). A program that opens
#   files with RESOLVE_BENEATH for safety, and has another way for old kernels, takes that one and
#   says nothing. Units with DynamicUser=yes have RestrictSUIDSGID=yes, too.
# Seen:
#   Debian 12, RestrictSUIDSGID=no: openat2 to read: opened; open to read: opened; chmod 04700: done
#   Debian 12, RestrictSUIDSGID=yes: openat2 to read: ENOSYS; open to read: opened; chmod 04700: EPERM
#   and the same two lines of Debian 13.
#
# Systemd is the first process of namespaces here, as in a container, and starts one unit only.
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

# What the unit runs. The number of openat2 and the struct are the same on all of Debian's machines.
write_program() {
  mkdir -p "$root/srv/finding"
  echo page >"$root/srv/finding/page"
  cat >"$root/srv/finding/program" <<'PERL'
use strict;
use Errno qw(ENOSYS EPERM);
use Fcntl qw(O_RDONLY);
my ($openat2, $here, $beneath) = (437, -100, 8);
chdir '/srv/finding' or die $!;
sub said {
  my ($succeeded, $word) = @_;
  return $succeeded ? $word : $! == ENOSYS ? 'ENOSYS' : $! == EPERM ? 'EPERM' : "$!";
}
my ($path, $how) = ('page', pack('Q3', O_RDONLY, 0, $beneath));
print 'openat2 to read: ', said(syscall($openat2, $here, $path, $how, length $how) >= 0, 'opened');
print '; open to read: ', said(open(my $page, '<', 'page'), 'opened');
print '; chmod 04700: ', said(chmod(04700, 'page'), 'done'), "\n";
PERL
}

# write_unit LINE: when it ends, so does systemd.
write_unit() {
  cat >"$root/etc/systemd/system/finding.service" <<UNIT
[Unit]
DefaultDependencies=no
SuccessAction=exit-force
FailureAction=exit-force
[Service]
Type=oneshot
Environment=LC_ALL=C
ExecStart=/usr/bin/perl /srv/finding/program
StandardOutput=truncate:/srv/finding/said
StandardError=inherit
$1
UNIT
}

# What the first process of the namespaces does: it becomes systemd, and sets nothing of the kernel's.
write_boot() {
  cat >"$scratch/boot" <<'BOOT'
set -eu
mount --make-rprivate /
mount --bind "$1" "$1"
cd "$1"
mount -t proc proc proc
mount --bind proc/sys proc/sys
mount -o remount,bind,ro proc/sys
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
mount -t tmpfs -o mode=755 tmpfs run
mount -t tmpfs -o mode=755 tmpfs dev
for device in null zero full random urandom tty; do
  : >"dev/$device"
  mount --bind "/dev/$device" "dev/$device"
done
mkdir -p old
pivot_root . old
umount -l /old
exec /lib/systemd/systemd --unit=finding.service --log-target=console
BOOT
}

# start RELEASE LINE WANTED
start() {
  write_unit "$2"
  chmod 600 "$root/srv/finding/page"
  group=$(mktemp -d "$scratch/groups/finding.XXXXXX") || cannot 'no control group can be made'
  (
    echo 0 >"$group/cgroup.procs"
    exec env -i container=finding PATH="$PATH" timeout -k 10 120 \
      unshare --mount --pid --fork --kill-child --uts --ipc --net --cgroup sh "$scratch/boot" "$root"
  ) >"$scratch/boot.log" 2>&1 </dev/null || :
  find "$group" -depth -type d -exec rmdir {} +
  group=''
  [ -s "$root/srv/finding/said" ] || cannot "systemd of Debian $1 does not start here: $(tail -n 5 "$scratch/boot.log")"
  said=$(cat "$root/srv/finding/said")
  rm "$root/srv/finding/said"
  printf 'Debian %s, %s: %s\n' "$1" "$2" "$said"
  [ "$said" = "$3" ] && return
  [ "$2" = RestrictSUIDSGID=yes ] || cannot 'without the line, too, something fails here'
  exit 1
}

# look RELEASE SUITE PACKAGE…
look() {
  release=$1
  shift
  make_root "$@"
  mkdir -p "$root/proc" "$root/sys" "$root/run" "$root/dev" "$root/etc/systemd/system"
  : >"$root/etc/machine-id"
  write_program
  start "$release" RestrictSUIDSGID=no 'openat2 to read: opened; open to read: opened; chmod 04700: done'
  start "$release" RestrictSUIDSGID=yes 'openat2 to read: ENOSYS; open to read: opened; chmod 04700: EPERM'
}

finish() {
  [ -z "$group" ] || find "$group" -depth -type d -exec rmdir {} +
  umount -l "$scratch/groups"
  rm -rf --one-file-system "$scratch"
}

group=''
mkdir "$scratch/groups"
mount -t cgroup2 cgroup2 "$scratch/groups" || cannot 'there are no control groups'
trap finish EXIT
write_boot
look 12 bookworm systemd=252.39-1~deb12u2 libsystemd-shared=252.39-1~deb12u2 perl-base base-files base-passwd
look 13 trixie systemd=257.13-1~deb13u1 libsystemd-shared=257.13-1~deb13u1 perl-base base-files base-passwd
