/* SPDX-License-Identifier: MIT */
/* Days, instants and durations as people write them, in any locale the same. Pure: what `today` is
 * comes in as `now` (UTC seconds, the daemon's) and `zone` (the user's). All parsers fail with
 * ONE_ERROR_INVALID and a message that names the text. */
#pragma once

#include <gio/gio.h>

/* `2026-11-27`; `today`, `tomorrow`, `yesterday`; `mon` to `sun` or `monday` to `sunday` (the next
 * one, today included); `+3d`, `+2w`, `-1w`. In any case of letters. */
gboolean one_when_parse_day (const char *text, gint64 now, GTimeZone *zone, GDate *day,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether `text` is a way to write a day: a word, a step or of the shape of YYYY-MM-DD. There may
 * still be no such day. */
gboolean one_when_is_day (const char *text);

/* A day, meaning its first instant in `zone`, or an instant as RFC 3339 writes it. */
gboolean one_when_parse_instant (const char *text, gint64 now, GTimeZone *zone, gint64 *instant,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* `10m`, `1h30m`, `2 days`, `1 week 2 days`: above 0 and at most a year. */
gboolean one_when_parse_duration (const char *text, gint64 *seconds,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The first instant of a day: midnight, or where the clocks leave midnight out, what follows. */
gint64 one_when_begin_day (const GDate *day, GTimeZone *zone);
void one_when_get_day (gint64 instant, GTimeZone *zone, GDate *day);

char *one_when_format_day (const GDate *day);                    /* 2026-11-27 */
char *one_when_format_instant (gint64 instant, GTimeZone *zone); /* 2026-11-27T10:00:00+01:00 */
