/* SPDX-License-Identifier: MIT */
/* Meetings that the store has and the calendars have no more. What was in a file that cannot be
 * read, or is read only once it is whole, may be there still: it stays, and `certain` is set to
 * FALSE. */
#pragma once

#include "engine/base/base.h"

/* Marks those with the ids `kept` (of gint64) that are not among `meetings` (of OneMeeting). */
gboolean one_missing_mark (const OneBase *base, const GArray *kept, const GPtrArray *meetings,
                           gboolean *certain, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Marks those of all meetings that end later than a day ago. */
gboolean one_missing_mark_all (const OneBase *base, const GPtrArray *meetings, gint64 now,
                               gboolean *certain, GError **error) G_GNUC_WARN_UNUSED_RESULT;
