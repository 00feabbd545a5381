/* SPDX-License-Identifier: MIT */
/* The meetings of a history that were before one meeting: that to be prepared. */
#pragma once

#include "model/history.h"
#include "model/meeting.h"

/* Whether what is of the meeting `id` (0: of none) and of the instant `start` is before it. */
gboolean one_past_is_before (const OneMeeting *meeting, gint64 id, gint64 start);

/* Whether it was held, and is before it. */
gboolean one_past_is_held (const OnePast *past, const OneMeeting *meeting);

/* Meetings held after the instant `since` and before this one: the age of an action, in meetings.
 */
guint one_past_count_held (const OneHistory *history, const OneMeeting *meeting, gint64 since);

/* The last meeting held before this one; NULL if there is none. (transfer none) */
const OnePast *one_past_find_last (const OneHistory *history, const OneMeeting *meeting);

/* A past meeting by its id; NULL if there is none. (transfer none) */
const OnePast *one_past_find (const OneHistory *history, gint64 meeting);
