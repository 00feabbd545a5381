/* SPDX-License-Identifier: MIT */
/* Times and durations as iCalendar writes them: RFC 5545 3.3.4 to 3.3.6 and 3.3.9. */
#pragma once

#include <glib.h>

typedef enum {
  ONE_DATETIME_NONE,
  ONE_DATETIME_DATE,
  ONE_DATETIME_FLOATING, /* no zone of its own */
  ONE_DATETIME_UTC,
  ONE_DATETIME_ZONED,
} OneDateTimeKind;

typedef struct {
  OneDateTimeKind kind;
  gint64 wall;      /* seconds since the epoch as if it were UTC; midnight for a DATE */
  const char *zone; /* (borrowed) the TZID as written, for ONE_DATETIME_ZONED */
} OneDateTime;

/* A duration has a part in days, which follows the wall clock, and one in seconds, which does not.
 */
typedef struct {
  gint64 days;
  gint64 seconds;
} OneDuration;

/* The first `length` bytes of `text` must be a DATE or a DATE-TIME; a missing part of the clock
 * counts as 0. A time without a Z is floating. FALSE on anything else, also on a month 13. */
gboolean one_datetime_read (const char *text, gsize length, OneDateTime *written);

/* "P1DT2H"; a sign and up to a hundred years are understood. */
gboolean one_datetime_read_duration (const char *text, gsize length, OneDuration *duration);
