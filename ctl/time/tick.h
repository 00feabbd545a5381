/* SPDX-License-Identifier: MIT */
/* When a line about the next meeting is no longer true. Pure. */
#pragma once

#include <gio/gio.h>

#define ONE_TICK_LAST (10 * 60) /* seconds before the start in which each minute is shown */

/* The next instant after `now` at which the line changes by itself: at each minute of the last ten
 * before one of the `starts`, at each start, and at midnight. */
gint64 one_tick_find (gint64 now, const gint64 *starts, gsize count, GTimeZone *zone);
