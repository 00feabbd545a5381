#!/bin/sh
# SPDX-License-Identifier: MIT
# Package: init-system-helpers, 1.65.2+deb12u1, from Debian 12; init-system-helpers, 1.69~deb13u1, from
#   Debian 13.
# A good guess: `deb-systemd-invoke --user restart UNIT`, which scripts of packages call, restarts the
#   unit for the users who have it enabled or running; `… --user try-restart UNIT` likewise, at most.
# Really: it also restarts, which is to say starts, the unit for each user who is looked at after the
#   first who has it: the list of units to restart (@start_units) is not emptied between users. On the
#   way it says that it will not start it. And try-restart, which its manual page does not name, goes
#   to the manager of the system: --user is taken off the arguments, and the rest handed to systemctl.
# Seen: the calls of systemctl that change something, with `first` and `second` for the two users,
#   Debian 12, only first has it, restart: restart for first, restart for second
#   Debian 12, only second has it, restart: restart for second
#   Debian 12, both have it, try-restart: try-restart for the system
#   and the same three lines of Debian 13.
#
# The deb-systemd-invoke is the real one, the systemctl is not: it answers as systemctl does where two
# users have a session, of whom neither has enabled the unit, and writes down what else it is to do.
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

# The users are 1000 and 1001; who has the unit running is in /active.
write_systemctl() {
  cat >"$root/usr/bin/systemctl" <<'SYSTEMCTL'
#!/bin/sh
case $* in
  *--version*) echo 'systemd 252 (252.39-1~deb12u2)' ;;
  *list-units*)
    echo 'user@1000.service loaded active running User Manager for UID 1000'
    echo 'user@1001.service loaded active running User Manager for UID 1001'
    ;;
  *is-enabled*)
    echo disabled
    exit 1
    ;;
  *is-active*)
    read -r active </active
    case " $active " in *" $3 "*) exit 0 ;; *) exit 3 ;; esac
    ;;
  *) echo "$*" >>/calls ;;
esac
SYSTEMCTL
  chmod 755 "$root/usr/bin/systemctl"
}

# call RELEASE WHO ACTIVE ACTION WANTED
call() {
  echo "$3" >"$root/active"
  : >"$root/calls"
  env -i PATH=/usr/bin:/bin "$chroot" "$root" /usr/bin/deb-systemd-invoke --user "$4" note.service >"$scratch/said" 2>&1 ||
    cannot "deb-systemd-invoke of Debian $1 does not run here: $(cat "$scratch/said")"
  calls=$(sed -e 's/^--quiet //' -e 's/ note\.service$//' \
    -e 's/^--user --machine 1000@ \(.*\)/\1 for first/' -e 's/^--user --machine 1001@ \(.*\)/\1 for second/' \
    -e '/ for /!s/$/ for the system/' "$root/calls" | paste -s -d , | sed 's/,/, /g')
  printf 'Debian %s, %s, %s: %s\n' "$1" "$2" "$4" "$calls"
  if [ "$calls" != "$5" ]; then
    cat "$root/calls"
    exit 1
  fi
}

# look RELEASE SUITE PACKAGE…
look() {
  release=$1
  shift
  make_root "$@"
  write_systemctl
  call "$release" 'only first has it' 1000@ restart 'restart for first, restart for second'
  call "$release" 'only second has it' 1001@ restart 'restart for second'
  call "$release" 'both have it' '1000@ 1001@' try-restart 'try-restart for the system'
}

chroot=$(command -v chroot)
look 12 bookworm init-system-helpers=1.65.2+deb12u1 dash dpkg perl-base sed
look 13 trixie init-system-helpers=1.69~deb13u1 dash dpkg perl-base sed
