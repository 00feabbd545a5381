/* SPDX-License-Identifier: MIT */
/* What became of the meetings and the promises of one person. */
#pragma once

#include <glib.h>

typedef struct {
  guint planned, held, skipped, called_off; /* each meeting is in one of these */
  guint moved;                              /* of all */
} OneTallyMeetings;

/* What became of a promise. */
typedef enum {
  ONE_TALLY_OPEN,
  ONE_TALLY_KEPT,   /* done, and not after its day */
  ONE_TALLY_LATE,   /* done after its day */
  ONE_TALLY_BROKEN, /* open, and its day is past */
  ONE_TALLY_DROPPED,
} OneTallyOutcome;
#define ONE_N_TALLY_OUTCOMES 5

OneTallyMeetings one_tally_meetings (GVariant *meetings);
OneTallyOutcome one_tally_outcome (GVariant *action, GTimeZone *zone);
