/* SPDX-License-Identifier: MIT */
/* The outcome of the meetings and the promises with one person. */
#pragma once

#include <glib.h>

typedef struct {
  guint planned, held, skipped, called_off; /* each meeting counts in one of these */
  guint moved;                              /* counted in addition */
} OneOutcomeMeetings;

typedef enum {
  ONE_OUTCOME_OPEN,
  ONE_OUTCOME_KEPT,   /* done in time, or without a day */
  ONE_OUTCOME_LATE,   /* done after its day */
  ONE_OUTCOME_BROKEN, /* open, and its day is past */
  ONE_OUTCOME_DROPPED,
} OneOutcome;
#define ONE_N_OUTCOMES 5

OneOutcomeMeetings one_outcome_count_meetings (GVariant *meetings);

/* The outcome of one promise. */
OneOutcome one_outcome_get (GVariant *action, GTimeZone *zone);
