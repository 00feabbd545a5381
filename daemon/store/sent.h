/* SPDX-License-Identifier: MIT */
/* The rows of model/reminder.h: one for each (meeting, stage, lead, start). The start belongs to
 * the key because a meeting that was moved is announced anew. */
#pragma once

#include "model/reminder.h"
#include "store/db/store.h"

/* Commits the row before the server is called; fills in the id. REFUSED if that reminder already
 * has a row. */
gboolean one_sent_add (OneStore *store, OneSent *sent, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes start, state, at, until, server, shown and look of the row with that id. A meeting that
 * was moved back and forth may have an older row for that start: this one takes its place.
 * NOT_FOUND.
 */
gboolean one_sent_update (OneStore *store, const OneSent *sent,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* NULL without an error when there is none. */
OneSent *one_sent_find (OneStore *store, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) of OneSent, by id: of all meetings that end at `since` or later, and those that
 * are on a screen or still to be shown (intent, shown, snoozed) whatever their age. */
GPtrArray *one_sent_list (OneStore *store, gint64 since, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) of OneSent, by id: the rows of all that one_meetings_list_current lists, and
 * those that make it list meetings, whatever their age. */
GPtrArray *one_sent_list_current (OneStore *store, gint64 from, gint64 to,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Forgets rows of meetings that ended before `before`, unless they can still be on a screen or are
 * among the newest `keep`: a clock that was wrong for a while costs no row of this week. How many,
 * or -1. */
int one_sent_prune (OneStore *store, gint64 before, guint keep,
                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The word of a state in the tables; an unknown word is a row that has ended. */
const char *one_sent_format_state (OneSentState state);
OneSentState one_sent_parse_state (const char *word);
