/* SPDX-License-Identifier: MIT */
/* The text of a recurrence rule, RFC 5545 3.3.10, checked before anything is counted with it. */
#pragma once

#include <glib.h>
#include "reader/recur/number-set.h"
#include "reader/value/datetime.h"

#define ONE_RULE_MAX_PERIOD 200000 /* instances in one period */

typedef enum {
  ONE_FREQ_YEARLY,
  ONE_FREQ_MONTHLY,
  ONE_FREQ_WEEKLY,
  ONE_FREQ_DAILY,
  ONE_FREQ_SUB_DAILY, /* HOURLY, MINUTELY, SECONDLY: known, never expanded */
} OneFreq;

typedef struct {
  OneFreq freq;
  int interval;      /* from 1 */
  guint32 count;     /* 0: without end */
  OneDateTime until; /* kind NONE if there is none */
  int week_start;    /* 0 is Sunday */
  guint16 months;    /* bit 1 to 12; 0: any */
  guint8 weekdays;   /* bit 0 is Sunday: those without a number */
  gboolean nth_some;
  OneSmallSet nth[7]; /* those with a number, by weekday */
  OneSmallSet month_days, weeks;
  OneLargeSet year_days, positions;
  guint32 hours;            /* bits; 0: that of DTSTART */
  guint64 minutes, seconds; /* likewise */
} OneRule;

/* FALSE with `why` (transfer full, one clause) if it is refused: an unknown or malformed part, a
 * number out of range, RSCALE, too many times a period. A rule that can be read but is odd
 * (INTERVAL=0) is TRUE with `why`. Parts that begin with X- are skipped, as RFC 2445 allowed them.
 */
gboolean one_rule_read (const char *text, OneRule *rule, char **why);

/* Forgets BYHOUR, BYMINUTE and BYSECOND, which mean nothing where DTSTART is a DATE. */
void one_rule_drop_clock (OneRule *rule);

/* Whether there is nothing in it; seen in the wild, and no rule. */
gboolean one_rule_is_empty (const char *text);
