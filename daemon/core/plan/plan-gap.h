/* SPDX-License-Identifier: MIT */
/* When I am free, between the meetings that are known. Pure. */
#pragma once

#include <glib.h>

#define ONE_PLAN_GAP_LEAST (15 * 60) /* seconds; less is no gap */

/* A time in which I am in a meeting, UTC seconds. */
typedef struct {
  gint64 start;
  gint64 end;
} OneTaken;

/* The first instant at or after `from` from which I am free for ONE_PLAN_GAP_LEAST. `end`: when the
 * next meeting begins; G_MAXINT64 for none. `taken`: (nullable) of OneTaken, by start */
gint64 one_plan_gap_find (const GArray *taken, gint64 from, gint64 *end);

/* When a question shown at `from` has had its time: at the end of the first gap, or in the evening,
 * but not within an hour. `zone`: (nullable) the user's; NULL for UTC */
gint64 one_plan_gap_pass (const GArray *taken, gint64 from, GTimeZone *zone);
