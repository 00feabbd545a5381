/* SPDX-License-Identifier: MIT */
/* The facts that an agenda is made of. */
#pragma once

#include "model/agenda.h"
#include "model/history.h"
#include "model/settings.h"

/* (borrowed) throughout. */
typedef struct {
  const OneMeeting *meeting;     /* the one to be prepared */
  const OneHistory *history;     /* of its person */
  const GPtrArray *actions;      /* of OneAction, of the person: all open ones, and those closed
                                    since the last held meeting (older ones are passed over) */
  const GPtrArray *points;       /* of OnePoint, of the person: closed and waiting ones are passed
                                    over */
  const GPtrArray *taken;        /* (nullable) of OneProposal: on the agendas of other people that
                                    day, whose questions are not to come twice */
  const OneCatalogue *catalogue; /* for the person's role */
  const OneSettings *settings;   /* items_min and items_max */
  GTimeZone *zone;               /* the user's: says what day it is */
  gint64 now;                    /* UTC seconds */
  gboolean rebuild;              /* choose anew, although the agenda was prepared before */
} OneComposeInput;
