/* SPDX-License-Identifier: MIT */
/* How overdue a kind of conversation is with one person, as of the meeting to be prepared.
 *
 * Only held meetings count. `meetings_since` is the distance from the meeting of the last touch to
 * the one being prepared: 1 when it came up last time. A category never touched counts as if it had
 * been touched at the first held meeting; before any held meeting all is 0 and fresh.
 * `weeks_since` is whole days, rounded to the nearest so that a change of the clocks does not
 * matter, over 7. What happens at or after the start of the meeting itself is not looked at. */
#pragma once

#include "model/agenda.h"
#include "model/history.h"

/* `history`: (transfer none), of the meeting's person. */
OneNeglect one_neglect_get (const OneHistory *history, const OneMeeting *meeting,
                            const char *category, const OneLimits *limits);

/* Meetings held after the instant `since` and before this one: the age of an action, in meetings.
 */
guint one_neglect_count_held (const OneHistory *history, const OneMeeting *meeting, gint64 since);

/* The last meeting held before this one; NULL if there is none. (transfer none) */
const OnePast *one_neglect_find_last (const OneHistory *history, const OneMeeting *meeting);
