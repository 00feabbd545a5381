/* SPDX-License-Identifier: MIT */
/* The answer to a log: what was noted, what is still open, and what that changes. */
#pragma once

#include "engine/base/base.h"
#include "engine/ops/answers/results.h"

/* A log's outcome, and what is left to say. */
typedef struct {
  OneMeeting *meeting; /* (owned) as it is now */
  GPtrArray *touched;  /* (owned) of char*: ids of categories talked about in it, in that order */
  GPtrArray *closed;   /* (owned) of OnePointView: points that were closed by it */
  GPtrArray *points;   /* (owned) of OnePointView: open ones of these categories */
  GPtrArray *actions;  /* (owned) of OneActionView: open ones, if promises were reviewed */
  guint notes;         /* how many it has */
  GPtrArray *skipped; /* (owned) of OneMeeting: all of the day, the first is `meeting`; NULL: one */
  OneAgenda *next;    /* (owned) of the next meeting with that person; NULL: none is planned */
} OneLogged;

/* Loads it after the log was written; `closed` of char*: "p7", the points that it closed. */
OneLogged *one_logged_load (OneEngine *engine, gint64 meeting, const GPtrArray *closed,
                            GError **error);

/* Loads skipped meetings anew, each by its id. */
OneLogged *one_logged_load_skipped (OneEngine *engine, const GPtrArray *meetings, GError **error);
void one_logged_free (OneLogged *logged);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneLogged, one_logged_free)
