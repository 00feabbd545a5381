/* SPDX-License-Identifier: MIT */
/* Days: as they are written everywhere (RFC 3339 full-date, "2026-11-27"), and as they are lived in
 * a zone. */
#pragma once

#include <glib.h>

/* FALSE, and `day` is not valid, for anything else. */
gboolean one_day_parse (const char *text, GDate *day);
/* "" for a day that is not valid. (transfer full) */
char *one_day_format (const GDate *day);

/* The local day of an instant, UTC seconds; the first day of the year 1 if there is none. */
GDate one_day_get (gint64 at, GTimeZone *zone);
/* The local time of an instant. (transfer full) (nullable): NULL outside of the years 1 to 9999. */
GDateTime *one_day_get_time (gint64 at, GTimeZone *zone);
