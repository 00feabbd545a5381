/* SPDX-License-Identifier: MIT */
/* Whether to believe what a calendar in the database of another program says now. A program that
 * cannot reach its server, or got a login page instead of the calendar, may have emptied it. */
#pragma once

#include <glib.h>

typedef enum {
  ONE_DOUBT_NONE,    /* it is as it says */
  ONE_DOUBT_WAIT,    /* it is looked at again; nothing is wrong yet */
  ONE_DOUBT_OFFLINE, /* what was known of it stays, and the user is told */
} OneDoubtVerdict;

typedef struct {
  gboolean busy;     /* it could not be read because somebody wrote to it */
  gboolean refused;  /* it could not be read, for this or another reason */
  gboolean is_cache; /* of a server: nobody decided here what is in it */
  guint holds;       /* events in it now */
  guint known;       /* series that were known of it */
  gint64 since;      /* UTC seconds, when this doubt began; `now` if it does now */
  guint tries;       /* since then */
  gint64 now;        /* UTC seconds */
} OneDoubtFacts;

/* `next`: when it is to be looked at again, UTC seconds; 0 to wait for its next change. */
OneDoubtVerdict one_doubt_judge (const OneDoubtFacts *facts, gint64 *next);
