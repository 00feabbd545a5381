/* SPDX-License-Identifier: MIT */
/* Compares the meetings of the calendars with those in the store. Nearly all are usually the same,
 * and need neither a question nor a write of their own. */
#pragma once

#include "model/meeting.h"
#include "store/db/store.h"

/* Walks once over the rows that start in [from, to). A meeting for which one_meetings_upsert would
 * write nothing gets its id, state, moved_from and logged, as that would fill them in; the others
 * stay as they are. `meetings`: set of OneMeeting, by identity; each has its person. */
gboolean one_meetings_match_rows (OneStore *store, GHashTable *meetings, gint64 from, gint64 to,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) of gint64, in no order: the ids of the meetings that are in a calendar, as far as
 * the store knows, not over by `from`, and start before `to`: all, or those of one UID. */
GArray *one_meetings_match_list_ids (OneStore *store, gint64 from, gint64 to,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *one_meetings_match_list_series (OneStore *store, const char *uid, gint64 from, gint64 to,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Hands on the row of a series that was split, recreated, or whose twin in another calendar is
 * gone: a meeting without a row takes over that of another (uid, original) with the same person,
 * start and end, with all its history. `is_there` tells whether that other one is still in the
 * calendars. */
typedef gboolean (*OneMatchIsThere) (const char *uid, gint64 original, gpointer data);
gboolean one_meetings_match_take_over (OneStore *store, const OneMeeting *meeting,
                                       OneMatchIsThere is_there, gpointer data,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for the row of an occurrence that is there no more, while one of the same series and
 * person is, up to three hours off: the rules of its zone changed, or all of the series was moved
 * by so much. */
gboolean one_meetings_match_take_over_near (OneStore *store, const OneMeeting *meeting,
                                            OneMatchIsThere is_there, gpointer data,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a meeting of another UID has, or had, the same person, start and end. */
gboolean one_meetings_match_has_double (OneStore *store, const OneMeeting *meeting, gboolean *found,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Marks the meetings that start in [from, to): over and not called off: held; not begun: not held.
 * The user's word wins. */
gboolean one_meetings_match_clock (OneStore *store, gint64 from, gint64 to, gint64 now,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
