/* SPDX-License-Identifier: MIT */
/* The agenda of a meeting: a pure function of what is known. The same input, the same answer. */
#pragma once

#include "model/agenda.h"
#include "model/history.h"
#include "model/settings.h"

/* All of it is lent. */
typedef struct {
  const OneMeeting *meeting;     /* the one to be prepared */
  const OneHistory *history;     /* of its person */
  const GPtrArray *actions;      /* of OneAction, of the person: all open ones, and those closed
                                    since the last held meeting (older ones are passed over) */
  const GPtrArray *points;       /* of OnePoint, of the person: closed and waiting ones are passed
                                    over */
  const OneCatalogue *catalogue; /* for the person's role */
  const OneSettings *settings;   /* items_min and items_max */
  GTimeZone *zone;               /* the user's: says what day it is */
  gint64 now;                    /* UTC seconds */
  gboolean rebuild;              /* choose anew, although the agenda was prepared before */
} OneComposeInput;

/* Never fails. If the history has proposals of this very meeting, the agenda was prepared before:
 * it keeps their categories, order and prompts, and new points and actions join it. `prepared` is
 * then set, also of one that is chosen anew: its proposals are to be replaced. A point without a
 * category stands under the one which the catalogue names for that. (transfer full) */
OneAgenda *one_compose_agenda (const OneComposeInput *input);

/* What to store when the agenda counts as prepared: a OneProposal an item. (transfer full) */
GPtrArray *one_compose_proposals (const OneAgenda *agenda);
