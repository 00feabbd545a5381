/* SPDX-License-Identifier: MIT */
/* A kind of conversation that a meeting could be about, and what speaks for it. */
#pragma once

#include "core/agenda/compose-input.h"

typedef struct {
  const OneCategory *category; /* lent by the catalogue */
  const OneProposal *kept;     /* lent by the history: its place on the agenda as prepared */
  OneNeglect neglect;          /* zero, state none, unless the rule is core */
  guint order;                 /* in the catalogue */
  gint64 proposed; /* start of the last held meeting that had it on its agenda; 0: never */
  double standing; /* its score, less with every two agendas in vain */
  guint left;      /* meetings, with this one, until it is overdue; 0: is overdue, or not core */
  gint64 raised;   /* when its oldest due point was made; G_MAXINT64: it has none */
  gboolean main;
  gboolean chosen;
} OneCandidate;

/* The category that a point stands under: its own; the catalogue's for points without one; else the
 * first core one. NULL if nothing is switched on. */
const OneCategory *one_candidate_find_place (const OneCatalogue *catalogue, const OnePoint *point);

/* As the history has it; points are not looked at. (transfer full), to be freed by g_free. */
OneCandidate *one_candidate_new (const OneComposeInput *input, guint order);

/* For g_ptr_array_sort, each a total order: what is due, by neglect and by how often it was put on
 * agendas in vain; what has the fewest meetings left; what has the oldest point; and the place on
 * the agenda. */
gint one_candidate_compare_standing (gconstpointer a, gconstpointer b);
gint one_candidate_compare_left (gconstpointer a, gconstpointer b);
gint one_candidate_compare_raised (gconstpointer a, gconstpointer b);
gint one_candidate_compare_place (gconstpointer a, gconstpointer b);
