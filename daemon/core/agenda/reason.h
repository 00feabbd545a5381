/* SPDX-License-Identifier: MIT */
/* Why an item is on the agenda, in words and in figures, in the user's language. All results are
 * owned by the caller and without a full stop, except notes, which are sentences. */
#pragma once

#include "model/agenda.h"
#include "model/history.h"

/* "new", "open for 2 meetings": an action's or a point's age, by meetings held since it was made.
 */
char *one_reason_format_age (guint held);

/* "6 weeks", or "10 days" when they are no whole weeks. */
char *one_reason_format_weeks (double weeks);

/* The reason for an item whose other fields are filled in; `oldest`: the age of its oldest point.
 */
char *one_reason_format_item (const OneItem *item, guint oldest);

/* The sentence above the items: how long it has been since a meeting took place, or, once for each
 * person, that it is not noted what was talked about; "" for neither. */
char *one_reason_format_note (const OneHistory *history, const OneMeeting *meeting);
