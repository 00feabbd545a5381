# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# Robin Sommer's Monday morning, to be sourced: oned with a clock that can be set and the example
# calendars, on the session bus that is there. Needs $build, $scratch and $top; whoever sources it
# ends $daemon.
: "${build:?}" "${scratch:?}" "${top:?}"
export TZ=Europe/Berlin
export XDG_CONFIG_HOME="$scratch/config" XDG_DATA_HOME="$scratch/data" XDG_CACHE_HOME="$scratch/cache"
mkdir -p "$XDG_CONFIG_HOME/oned" "$XDG_DATA_HOME" "$XDG_CACHE_HOME"
calendars=$top/share/examples/calendars

onectl() {
  "$build/ctl/onectl" "$@"
}

# Sets the clock; comes back when all that follows from it has happened.
clock() {
  gdbus call --session --dest org.oned.Oned1 --object-path /org/oned/Oned1 --timeout 120 \
    --method org.oned.Oned1.Clock.Set "$(date -d "$1" +%s)" >/dev/null
}

start_daemon() {
  cat >"$scratch/oned.conf" <<CONF
[calendar]
sources=$calendars/google-work.ics;$calendars/outlook-work.ics;$calendars/icloud-private.ics;$calendars/vdir
me=robin.sommer@example.com;robin@sommer.example

[pages]
folder=$scratch/one-on-ones
CONF
  "$build/tests/fakes/oned-at" --now=2026-11-23T08:50:00+01:00 --config "$scratch/oned.conf" \
    --catalogue "$XDG_CONFIG_HOME/oned/catalogue" --data "$XDG_DATA_HOME/oned" --cache "$XDG_CACHE_HOME/oned" \
    --reader "$build/daemon/reader/oned-reader" 2>"$scratch/oned.log" &
  # shellcheck disable=SC2034 # for whoever sources this
  daemon=$!
  gdbus wait --session --timeout 120 org.oned.Oned1 || { cat "$scratch/oned.log" >&2; exit 1; }
  clock '2026-11-23 08:50:01'
}

# What came before this morning, so that there is something to have been neglected.
look_back() {
  onectl person ada --role manager
  onectl person jonas --role report
  onectl person karim --role peer
  onectl person ines --role mentor
  onectl person marta --role skip-level
  onectl log 2026-11-09 --covered update,wins,challenges
  onectl log 2026-11-17 --covered update,wins --note 'Quick one, we ran late'
  onectl act ada 'get the budget for the test devices' --theirs --due 2026-11-20
} >/dev/null
