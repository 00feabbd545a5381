/* SPDX-License-Identifier: MIT */
/* A row for each meeting that oned ever prepared or the user ever spoke of: kept after the calendar
 * has lost it. What the calendar says and what the user says are kept apart; a meeting's state is
 * the user's word if there is one, else the calendar's. */
#pragma once

#include "model/meeting.h"
#include "store/db/store.h"

/* Brings the row of (uid, original) up to date, or makes it; `uid` is not "" and `person` is set.
 * Fills in id, state and moved_from as they are in force. Writes nothing if nothing is new.
 * A meeting that got another start, or is called off, loses a `held` or `skipped` that no log
 * stands behind. One that was gone is there again, under its old id. */
gboolean one_meetings_upsert (OneStore *store, OneMeeting *meeting,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Adds a meeting that is in no calendar (uid is ""); fills in its id. */
gboolean one_meetings_add (OneStore *store, OneMeeting *meeting,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Sets the state that the user, or the end of a meeting that nobody called off, gives it. PLANNED
 * removes it, so that the calendar's state counts again. NOT_FOUND. Writes nothing if it is the
 * same. */
gboolean one_meetings_set_state (OneStore *store, gint64 id, OneMeetingState state,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Notes whether the user said something about it. */
gboolean one_meetings_set_logged (OneStore *store, gint64 id, gboolean logged,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Marks it as in no calendar any more: it is not listed, and CANCELLED when got by id, unless the
 * user said something about it. */
gboolean one_meetings_set_gone (OneStore *store, gint64 id,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* NOT_FOUND: `no meeting 'm41'`. */
OneMeeting *one_meetings_get (OneStore *store, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The row of the same (uid, original), if it is in a calendar and something else than the master of
 * its series spoke for it. (transfer full); NULL without an error if there is none. */
OneMeeting *one_meetings_find_changed (OneStore *store, const OneMeeting *like,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) of OneMeeting that start in [from, to), by start, then id; of one person, or of
 * all with 0. Those that are gone are left out. */
GPtrArray *one_meetings_list (OneStore *store, gint64 person, gint64 from, gint64 to,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) of OneMeeting in a calendar that are not over by `from` and start before `to`, or
 * have a reminder that is open, was written since `from`, or announces a start at `to` or later; by
 * start, then id. Like the next one, they are looked for among those that have begun no more than a
 * week before. */
GPtrArray *one_meetings_list_current (OneStore *store, gint64 from, gint64 to,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The first in a calendar that is planned, not declined, not over by `from`, and starts before
 * `to`; with one person, or with anybody for 0. NULL without an error if there is none. */
OneMeeting *one_meetings_find_next (OneStore *store, gint64 person, gint64 from, gint64 to,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How many meetings were held with a person, and when the first and the last; all 0 for none. */
typedef struct {
  guint held;
  gint64 first; /* start, UTC seconds; that is known: earlier ones may not have been read */
  gint64 last;  /* start, UTC seconds */
} OneMet;

gboolean one_meetings_get_met (OneStore *store, gint64 person, OneMet *met,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
