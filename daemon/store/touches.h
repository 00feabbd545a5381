/* SPDX-License-Identifier: MIT */
/* What was spoken of and what was proposed, meeting by meeting. It hangs on the meeting, and
 * through it on the person. */
#pragma once

#include "model/history.h"
#include "store/db/store.h"

/* All that is remembered of a person before `until`: the ground for the agenda of a meeting that
 * starts then. (transfer full) */
OneHistory *one_touches_load_history (OneStore *store, gint64 person, gint64 until,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Touches of one meeting: one more (once is enough), or exactly these. */
gboolean one_touches_add (OneStore *store, gint64 meeting, const char *category,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean one_touches_set (OneStore *store, gint64 meeting, const char *const *categories,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) of OneTouch, in the order in which they were added. */
GPtrArray *one_touches_list (OneStore *store, gint64 meeting,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What was put on one meeting's agenda: exactly these, of OneProposal, whose `meeting` and `at` are
 * not looked at. Nothing is written if they are there already. */
gboolean one_touches_set_proposals (OneStore *store, gint64 meeting, const GPtrArray *proposals,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) of OneProposal, by place. */
GPtrArray *one_touches_list_proposals (OneStore *store, gint64 meeting,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
