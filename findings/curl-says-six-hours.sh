#!/bin/sh
# SPDX-License-Identifier: MIT
# Package: libcurl4t64, 8.14.1-2+deb13u7, from Debian 13; libcurl4, 7.88.1-10+deb12u15, from Debian 12.
# A good guess: CURLINFO_RETRY_AFTER is the seconds that the server named, as its manual page says; who
#   waits for so long does as he was told.
# Really: Debian 13's never says more than six hours. Of a server that wants to be left alone for a day (a rate
#   limit of a calendar's address) it tells 21600, and who believes it comes back four times too often. Debian
#   12's tells what the server said. The header itself (curl_easy_header) is whole in both.
# Seen:
#   Debian 12: of 21600 s: 21600; of 21601 s: 21601; of 86400 s: 86400; of a week: 604800
#   Debian 13: of 21600 s: 21600; of 21601 s: 21600; of 86400 s: 21600; of a week: 21600
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

# look RELEASE SUITE PACKAGE…: $said
look() {
  release=$1
  shift
  make_root "$@"
  mkdir -p "$root/tmp"
  cp "$scratch/ask.py" "$root/tmp/ask.py"
  said=$(env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 "$(command -v chroot)" "$root" /usr/bin/python3 /tmp/ask.py 2>"$scratch/log") ||
    cannot "$(tail -n 3 "$scratch/log")"
  printf 'Debian %s: %s\n' "$release" "$said"
}

cat >"$scratch/ask.py" <<'PYTHON'
import ctypes
import http.server
import threading

curl = ctypes.CDLL('libcurl.so.4')
curl.curl_easy_init.restype = ctypes.c_void_p
URL, NOBODY, RETRY_AFTER = 10002, 44, 0x600000 + 57


class Busy(http.server.BaseHTTPRequestHandler):
    def do_HEAD(self):
        self.send_response(429)
        self.send_header('Retry-After', self.path[1:])
        self.end_headers()

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(('127.0.0.1', 0), Busy)
threading.Thread(target=server.serve_forever, daemon=True).start()


def ask(seconds):
    handle = ctypes.c_void_p(curl.curl_easy_init())
    curl.curl_easy_setopt(handle, URL, b'http://127.0.0.1:%d/%d' % (server.server_port, seconds))
    curl.curl_easy_setopt(handle, NOBODY, ctypes.c_long(1))
    if curl.curl_easy_perform(handle):
        raise SystemExit('the server was not reached')
    after = ctypes.c_int64()
    curl.curl_easy_getinfo(handle, RETRY_AFTER, ctypes.byref(after))
    return after.value


print('of 21600 s: %d; of 21601 s: %d; of 86400 s: %d; of a week: %d' % tuple(
    map(ask, (21600, 21601, 86400, 604800))))
PYTHON
status=0
look 12 bookworm libcurl4=7.88.1-10+deb12u15 python3
[ "$said" = 'of 21600 s: 21600; of 21601 s: 21601; of 86400 s: 86400; of a week: 604800' ] || status=1
look 13 trixie libcurl4t64=8.14.1-2+deb13u7 python3
[ "$said" = 'of 21600 s: 21600; of 21601 s: 21600; of 86400 s: 21600; of a week: 21600' ] || status=1
exit $status
