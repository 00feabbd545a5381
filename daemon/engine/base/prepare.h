/* SPDX-License-Identifier: MIT */
/* Makes the agenda of a meeting: fetches what is remembered and lets core/agenda decide. */
#pragma once

#include "engine/base/base.h"
#include "model/agenda.h"
#include "model/history.h"

/* (transfer full) What is remembered of the person before `until`, and since when oned is used. */
OneHistory *one_prepare_history (const OneBase *base, gint64 person, gint64 until,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full). With `rebuild`, a prepared agenda is composed, and kept, anew. */
OneAgenda *one_prepare_agenda (const OneBase *base, const OneMeeting *meeting, gboolean rebuild,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps the categories of the agenda until the meeting. */
gboolean one_prepare_keep (const OneBase *base, const OneAgenda *agenda,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The agenda was shown to the user: if the meeting takes place its questions count as asked, also
 * when it is never settled. It does not keep its categories. */
gboolean one_prepare_note_shown (const OneBase *base, const OneAgenda *agenda,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
