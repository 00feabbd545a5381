/* SPDX-License-Identifier: MIT */
/* The VEVENTs of a file that are one series. */
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
