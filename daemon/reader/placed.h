/* SPDX-License-Identifier: MIT */
/* The overrides of a series with their instants, in a GArray by original start. */
#pragma once

#include "reader/draft.h"

/* An override, placed. */
typedef struct {
  OneDraft *draft;
  gint64 original, start, end; /* UTC seconds */
  gint64 shift;                /* on the wall, from the original start to its own */
  OneSpell lasting;
  int event; /* index in OneSeries.events; -1: not among them yet */
} OnePlaced;

void one_placed_sort (GArray *all);
/* Whether there is one of exactly this original. */
gboolean one_placed_have (const GArray *all, gint64 original);
gboolean one_placed_have_futures (const GArray *all);
/* The last "this and future" at or before the original; NULL if there is none. (transfer none) */
OnePlaced *one_placed_find_future (const GArray *all, gint64 original);
