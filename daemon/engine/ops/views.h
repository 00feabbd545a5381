/* SPDX-License-Identifier: MIT */
/* What the operations answer: values joined from several rooms, ready to be translated for the bus.
 * All are owned by whoever asked. */
#pragma once

#include <glib.h>
#include "model/agenda.h"
#include "model/person.h"

typedef struct {
  OneAction *action; /* (owned) */
  char *person;      /* (owned) name */
  guint age_meetings;
  gboolean overdue;
} OneActionView;

typedef struct {
  OnePoint *point; /* (owned) */
  char *person;    /* (owned) name */
  gboolean soon;   /* better asked at once */
} OnePointView;

/* One of the two. */
typedef struct {
  OneActionView *action; /* (owned) or NULL */
  OnePointView *point;   /* (owned) or NULL */
} OnePromiseView;

typedef struct {
  OnePerson *person; /* (owned) */
  gint64 last_met;   /* UTC seconds; 0 for never */
  gint64 next_meeting;
  guint held;
  guint open_actions;
} OnePersonView;

/* One meeting in the history of a category. */
typedef struct {
  gint64 meeting;
  gint64 start;
  gboolean touched;
  gboolean proposed;
} OneCoverageCell;

typedef struct {
  char *category; /* (owned) id */
  char *title;    /* (owned) */
  OneNeglect neglect;
  GArray *cells; /* (owned) of OneCoverageCell, oldest first */
} OneCoverageRow;

typedef struct {
  char *person;    /* (owned) name */
  GPtrArray *rows; /* (owned) of OneCoverageRow */
} OneCoverage;

void one_action_view_free (OneActionView *view);
void one_point_view_free (OnePointView *view);
void one_promise_view_free (OnePromiseView *view);
void one_person_view_free (OnePersonView *view);
void one_coverage_row_free (OneCoverageRow *row);
void one_coverage_free (OneCoverage *coverage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneActionView, one_action_view_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePointView, one_point_view_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePromiseView, one_promise_view_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePersonView, one_person_view_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneCoverage, one_coverage_free)
