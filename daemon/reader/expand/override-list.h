/* SPDX-License-Identifier: MIT */
/* The overrides of a series with their instants, in a GArray by original start. */
#pragma once

#include "reader/parse/vevent.h"

/* An override, placed. */
typedef struct {
  OneVEvent *vevent;
  gint64 original, start, end; /* UTC seconds */
  gint64 shift;                /* on the wall, from the original start to its own */
  OneDuration lasting;
  int event; /* index in OneSeries.events; -1: not among them yet */
} OneOverride;

void one_override_list_sort (GArray *all);
/* Whether there is one of exactly this original. */
gboolean one_override_list_have (const GArray *all, gint64 original);
gboolean one_override_list_have_futures (const GArray *all);
/* The last "this and future" at or before the original; NULL if there is none. (transfer none) */
OneOverride *one_override_list_find_future (const GArray *all, gint64 original);
