/* SPDX-License-Identifier: MIT */
/* What oned says of itself: what it reads, what it thinks of it, and what is wrong. */
#pragma once

#include <glib.h>
#include "core/plan/plan.h"
#include "model/meeting.h"
#include "model/trouble.h"

typedef struct {
  gint64 start, end, original;
  OneMeetingState state;
} OneExplainedOccurrence;

/* The verdict on one series. */
typedef struct {
  char *uid;     /* (owned) */
  char *summary; /* (owned) */
  char *source;  /* (owned) path */
  char *reason;  /* (owned) */
  char *person;  /* (owned) name; "" if it is no one-on-one */
  char *zone;    /* (owned) with how it was found */
  gboolean one_on_one;
  GArray *occurrences; /* (owned) of OneExplainedOccurrence, by start */
  GArray *reminders;   /* (owned) of OneAhead: of its next meeting that has any; NULL for none */
} OneExplained;

typedef struct {
  char *path; /* (owned) */
  guint files;
  guint series;
  gint64 changed; /* UTC seconds; 0 if not known */
  gboolean stale; /* cannot be read at present: what was known of it stays */
} OneSourceView;

typedef struct {
  gint64 started;
  char **me; /* (owned) */
  gboolean me_inferred;
  GPtrArray *sources; /* (owned) of OneSourceView */
  OneMeeting *next;   /* (owned) NULL for none */
  gint64 reminder_at; /* UTC seconds; 0 for none ahead */
  OneStage reminder;
  GPtrArray *troubles; /* (owned) of OneTrouble */
} OneStatusView;

void one_explained_free (OneExplained *explained);
void one_source_view_free (OneSourceView *view);
void one_status_view_free (OneStatusView *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneExplained, one_explained_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneStatusView, one_status_view_free)
