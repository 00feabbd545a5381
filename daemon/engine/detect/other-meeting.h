/* SPDX-License-Identifier: MIT */
/* Other meetings than one-on-ones, by all that the calendars have of them: what recurs. */
#pragma once

#include "engine/base/base.h"
#include "model/base/busy.h"
#include "model/meeting.h"

/* The first that I accepted and that overlaps this one-on-one, as core/detect/accepted.h has it;
 * NULL if none is known. `me`: whose addresses are mine. (transfer full) */
OneMeeting *one_other_meeting_find (const OneBase *base, const char *const *me,
                                    const OneMeeting *meeting);

/* The time that all meetings that I accepted take of [from, to). (transfer full) of OneBusy. */
GArray *one_other_meeting_list (const OneBase *base, const char *const *me, gint64 from, gint64 to);
