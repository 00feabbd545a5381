/* SPDX-License-Identifier: MIT */
/* Times and spans as they are told to people, in their zone. */
#pragma once

#include <glib.h>

/* How many days after `now`'s an instant is, by the calendar; below 0: before it. */
gint64 one_when_count_days (gint64 at, gint64 now, GTimeZone *zone);

/* "10:00–10:30", or with its day when that is not `now`'s: "Tue 10:00–10:30", "Tue 24 Nov
 * 10:00–10:30". Without an end (0): "10:00". UTC seconds. */
char *one_when_format_time (gint64 start, gint64 end, gint64 now, GTimeZone *zone);

/* "30 min", "2 h", "2 h 5 min", "3 days"; rounded up to minutes, from two days on to days. */
char *one_when_format_span (gint64 seconds);
