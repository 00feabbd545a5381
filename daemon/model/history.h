/* SPDX-License-Identifier: MIT */
/* The past meetings with one person, from which an agenda is made: loaded from the store, one
 * person at a time. */
#pragma once

#include <glib.h>
#include "wire/words.h"

/* "We spoke of this category then." */
typedef struct {
  char *category; /* (owned) id */
  gint64 meeting; /* the meeting's id */
  gint64 at;      /* start of that meeting, UTC seconds */
} OneTouch;

/* "This was put on the agenda then": made when an agenda is prepared. */
typedef struct {
  char *category; /* (owned) id */
  char **prompts; /* (owned) ids, as asked */
  gint64 meeting;
  gint64 at;      /* start of that meeting, UTC seconds */
  guint place;    /* its place on that agenda, from 0 */
  gboolean draft; /* it was shown, but the agenda was not settled */
} OneProposal;

/* A past meeting, held or not: cancelled and declined ones are among them. */
typedef struct {
  gint64 meeting;
  gint64 start; /* UTC seconds */
  OneMeetingState state;
  gboolean logged; /* the user said something about it */
  gboolean noted;  /* … namely which categories were talked about */
} OnePast;

typedef struct {
  GPtrArray *touches;   /* (owned) of OneTouch, by time */
  GPtrArray *proposals; /* (owned) of OneProposal, by time, then place */
  GArray *past;         /* (owned) of OnePast, by start */
  gint64 since;         /* when oned was first used, UTC seconds; 0: always. About earlier
                           meetings oned knows only what the user wrote down */
} OneHistory;

OneTouch *one_touch_new (const char *category, gint64 meeting, gint64 at);
void one_touch_free (OneTouch *touch);
OneProposal *one_proposal_new (const char *category, const char *const *prompts, gint64 meeting,
                               gint64 at, guint place);
void one_proposal_free (OneProposal *proposal);
OneHistory *one_history_new (void);
void one_history_free (OneHistory *history);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneTouch, one_touch_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneProposal, one_proposal_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneHistory, one_history_free)
