/* SPDX-License-Identifier: MIT */
/* From the VEVENTs of a file to its series: who belongs together, and which copy holds. */
#pragma once

#include "reader/parse/vevent.h"

/* All VEVENTs of one UID that are in force. */
typedef struct {
  const char *uid;      /* (borrowed) */
  OneVEvent *master;    /* (borrowed) NULL if there is none */
  OneVEvent *cancel;    /* (borrowed, nullable) what cancels all of it: the highest SEQUENCE */
  GPtrArray *copies;    /* (owned) of OneVEvent (borrowed): older or poorer states of the master */
  GPtrArray *overrides; /* (owned) of OneVEvent (borrowed), by RECURRENCE-ID, each once */
} OneGroup;

/* Groups the VEVENTs of the context, expands each group and adds the series to the reading, by uid.
 */
void one_series_add_all (OneFileContext *context);
