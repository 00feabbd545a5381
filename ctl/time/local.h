/* SPDX-License-Identifier: MIT */
/* Instants (UTC seconds) as days and times in the user's zone. Pure; the same in every locale. */
#pragma once

#include <gio/gio.h>

/* Leaves `day` invalid if the instant is outside the years 1 to 9999. */
void one_local_get_day (gint64 instant, GTimeZone *zone, GDate *day);

/* The first instant of a day: midnight, or the end of the gap where the clocks skip midnight. */
gint64 one_local_begin_day (const GDate *day, GTimeZone *zone);

char *one_local_format_day (gint64 instant, GTimeZone *zone);     /* 2026-11-27 */
char *one_local_format_date (const GDate *day);                   /* 2026-11-27 */
char *one_local_format_instant (gint64 instant, GTimeZone *zone); /* 2026-11-27T10:00:00+01:00 */
