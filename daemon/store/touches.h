/* SPDX-License-Identifier: MIT */
/* Touches and proposals: what was talked about and what was proposed, meeting by meeting. They
 * belong to the meeting, and through it to the person. */
#pragma once

#include "model/history.h"
#include "store/db/store.h"

/* (transfer full) Everything remembered of a person before `until`: the basis for the agenda of a
 * meeting that starts then. */
OneHistory *one_touches_load_history (OneStore *store, gint64 person, gint64 until,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Adds one touch of a meeting (once is enough), or replaces all of them by exactly these. */
gboolean one_touches_add (OneStore *store, gint64 meeting, const char *category,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean one_touches_set (OneStore *store, gint64 meeting, const char *const *categories,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) of OneTouch, in the order in which they were added. */
GPtrArray *one_touches_list (OneStore *store, gint64 meeting,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Replaces the proposals of one meeting by these, of OneProposal, whose `meeting` and `at` are
 * ignored. Writes nothing if they are the same. */
gboolean one_touches_set_proposals (OneStore *store, gint64 meeting, const GPtrArray *proposals,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) of OneProposal, by place. */
GPtrArray *one_touches_list_proposals (OneStore *store, gint64 meeting,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) of OneProposal: for the meetings of everybody else that start in [from, until).
 */
GPtrArray *one_touches_list_others (OneStore *store, gint64 person, gint64 from, gint64 until,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
