/* SPDX-License-Identifier: MIT */
/* From what is written to an instant: RFC 5545 3.3.5 with the zones of the file. */
#pragma once

#include "reader/parse/file-context.h"
#include "reader/parse/vevent.h"

/* The zone of a time, with how it was found; a name that means nothing is told once, and its times
 * are read in the zone for floating ones. For a DATE it is the user's. Never NULL. */
const OneZone *one_to_utc_find_zone (OneFileContext *context, const OneVEvent *vevent,
                                     const OneDateTime *written, const char **how);

/* The file's own VTIMEZONE of that name, if it says something of that instant; else NULL. */
const OneZone *one_to_utc_find_own (OneFileContext *context, const OneVEvent *vevent,
                                    const char *name, gint64 at);

/* The instant of a time. `floating`: the zone for one that has none of its own; NULL for the
 * calendar's. A DATE is its midnight there. */
gint64 one_to_utc (OneFileContext *context, const OneVEvent *vevent, const OneDateTime *written,
                   const OneZone *floating);

/* The day, as its midnight on the wall, that a time names in a series of whole days. */
gint64 one_to_utc_day (OneFileContext *context, const OneDateTime *written);
