/* SPDX-License-Identifier: MIT */
/* Carries out a plan as the engine does, for tests: keeps the rows, and takes a list for the
 * notification server. */
#pragma once

#include <glib.h>
#include "core/plan/plan.h"

#define MIN_ 60
#define T10 1700042400 /* a ten o'clock */

/* The log says "show m1 prep", "replace m1 prep from 0 until 30" (minutes after ten), "tell m1
 * start", "close m1 prep", "pass m1 prep"; steps of one notification are joined by " + ". */
typedef struct {
  GPtrArray *meetings; /* (owned) of OneMeeting */
  GPtrArray *rows;     /* (owned) of OneSent */
  OneSettings *settings;
  GString *log;   /* (owned) of the last run, "; " between steps */
  gboolean mute;  /* no server: intents stay intents */
  gboolean leads; /* the log says of a prep how many minutes ahead it is: "show m1 prep 30" */
  gint64 since;   /* UTC seconds */
  gint64 now;     /* of the last run, UTC seconds */
  gint64 last_id;
  guint32 last_shown;
  OnePlan *plan; /* (owned) the last one */
} PlanFixture;

PlanFixture *fixture_new (void);
void fixture_free (PlanFixture *fixture);

/* A half-hour meeting that begins `start` seconds after ten. */
OneMeeting *fixture_meet (PlanFixture *fixture, gint64 id, gint64 start);
OneMeeting *fixture_meeting (PlanFixture *fixture, gint64 id);
void fixture_move (OneMeeting *meeting, gint64 start);

/* The row; fails if there is none. */
OneSent *fixture_row (PlanFixture *fixture, gint64 meeting, OneStage stage);

/* Plans at `now` seconds after ten and takes the steps; returns the log. */
const char *fixture_run (PlanFixture *fixture, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanFixture, fixture_free)
