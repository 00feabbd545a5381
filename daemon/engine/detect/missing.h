/* SPDX-License-Identifier: MIT */
/* Meetings that the store has and the calendars have no more. What was in a file that cannot be
 * read, or is read only once it is whole, may be there still: it stays, and `certain` is set to
 * FALSE. */
#pragma once

#include "engine/base/base.h"
#include "model/meeting.h"

/* Looks for what was known of a meeting that the master of its series speaks for now: sets its id
 * to that of its row if an override may be in its file still, so that the row holds; else to 0. */
gboolean one_missing_find (const OneBase *base, OneMeeting *meeting,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Marks those with the ids `kept` (of gint64) that are not among `meetings` (of OneMeeting). */
gboolean one_missing_mark (const OneBase *base, const GArray *kept, const GPtrArray *meetings,
                           gboolean *certain, GError **error) G_GNUC_WARN_UNUSED_RESULT;
