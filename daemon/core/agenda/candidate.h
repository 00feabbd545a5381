/* SPDX-License-Identifier: MIT */
/* A kind of conversation that a meeting could be about, and what speaks for it. */
#pragma once

#include "core/agenda/compose-input.h"

typedef struct {
  const OneCategory *category; /* (borrowed) from the catalogue */
  const OneProposal *kept; /* (borrowed) from the history: its place on the agenda as prepared */
  OneNeglect neglect;      /* zero, state none, unless the rule is core */
  guint order;             /* in the catalogue */
  guint turn;              /* its place when all else is equal: another for each person */
  gint64 proposed;         /* start of the last held meeting that had it on its agenda; 0: never */
  double standing;         /* its score, less with every two agendas in vain */
  guint left;    /* meetings, with this one, until it is overdue; 0: is overdue, or not core */
  gint64 raised; /* when its oldest due point was made; G_MAXINT64: it has none */
  gboolean main;
  gboolean pressing; /* it is about to pass its limit, and leads */
  gboolean chosen;
} OneCandidate;

/* Finds the category of a point: its own; else the catalogue's default for points; else the one for
 * points without a category; else the first core one. NULL if all are switched off. (transfer none)
 */
const OneCategory *one_candidate_find_place (const OneCatalogue *catalogue, const OnePoint *point);

/* FALSE for a proposal of this meeting that was only shown: it is settled once that begins. */
gboolean one_candidate_is_settled (const OneComposeInput *input, const OneProposal *proposal);

/* How far on in every order that is else equal this person starts. */
guint one_candidate_get_offset (const OneComposeInput *input);

/* Fills in everything but the points. (transfer full), free with g_free. */
OneCandidate *one_candidate_new (const OneComposeInput *input, guint order);

/* For g_ptr_array_sort. Each is a total order: by neglect, less for agendas in vain; by meetings
 * left; by the age of the oldest point; by place on the agenda. */
gint one_candidate_compare_standing (gconstpointer a, gconstpointer b);
gint one_candidate_compare_left (gconstpointer a, gconstpointer b);
gint one_candidate_compare_raised (gconstpointer a, gconstpointer b);
gint one_candidate_compare_place (gconstpointer a, gconstpointer b);
