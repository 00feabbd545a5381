/* SPDX-License-Identifier: MIT */
/* How overdue a kind of conversation is with one person, as of the meeting to be prepared.
 *
 * Only held meetings count. `meetings_since` is the distance from the meeting of the last touch to
 * the one being prepared: 1 when it came up last time. A category never touched counts as if it had
 * been touched at the first meeting that was held since oned is used; before that all is 0 and
 * fresh, for nothing is known of the meetings that were earlier. `unknown` counts the meetings held
 * after the touch of which nobody noted anything, or that had the category on their agenda, and it
 * was not noted. `weeks_since` is whole days, rounded to the nearest so that a change of the clocks
 * does not matter, over 7. What happens at or after the start of the meeting itself is not looked
 * at. */
#pragma once

#include "model/agenda.h"
#include "model/history.h"

/* `history`: (transfer none), of the meeting's person. */
OneNeglect one_neglect_get (const OneHistory *history, const OneMeeting *meeting,
                            const char *category, const OneLimits *limits);

/* The score of a category that came up at the instant `since`, whatever the history says of it. */
double one_neglect_score (const OneHistory *history, const OneMeeting *meeting, gint64 since,
                          const OneLimits *limits);

/* TRUE if the weeks count for more than the meetings. */
gboolean one_neglect_is_by_weeks (const OneNeglect *neglect, const OneLimits *limits);
