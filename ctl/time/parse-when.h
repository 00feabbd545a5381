/* SPDX-License-Identifier: MIT */
/* Parses days, instants and durations as people write them, the same in every locale. Pure: `now`
 * (UTC seconds, the daemon's) and `zone` (the user's) say which day is today. All parsers fail with
 * ONE_ERROR_INVALID and a message that names the text. */
#pragma once

#include <gio/gio.h>

/* `2026-11-27`; `today`, `tomorrow`, `yesterday`; `mon` to `sun` or `monday` to `sunday` (the next
 * one, today included); `+3d`, `+2w`, `-1w`. In any case of letters. */
gboolean one_parse_when_day (const char *text, gint64 now, GTimeZone *zone, GDate *day,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same, but the name of a weekday is the last one, today included: of what is past. */
gboolean one_parse_when_past_day (const char *text, gint64 now, GTimeZone *zone, GDate *day,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether `text` is meant as a day: a word, a step or of the shape of YYYY-MM-DD. Parsing it may
 * still fail, as for 2026-02-30. */
gboolean one_parse_when_is_day (const char *text);

/* A day, meaning its first instant in `zone`, or an instant as RFC 3339 writes it. */
gboolean one_parse_when_instant (const char *text, gint64 now, GTimeZone *zone, gint64 *instant,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean one_parse_when_past_instant (const char *text, gint64 now, GTimeZone *zone,
                                      gint64 *instant, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* `10m`, `1h30m`, `2 days`, `1 week 2 days`: above 0 and at most 366 days. */
gboolean one_parse_when_duration (const char *text, gint64 *seconds,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
