/* SPDX-License-Identifier: MIT */
/* The things that the tags and names on a page can mean. */
#pragma once

#include "model/agenda.h"

/* (borrowed) throughout. */
typedef struct {
  gint64 meeting;
  const char *person;            /* whose name may stand behind an @ */
  const OneCatalogue *catalogue; /* as it is for the person's role */
  const GPtrArray *actions;      /* of OneAction: all of the person's, also closed ones */
  const GPtrArray *points;       /* of OnePoint, likewise */
  GDate day;                     /* of the meeting: "(due fri)" is the first Friday from it on */
} OnePageKnown;
