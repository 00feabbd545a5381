/* SPDX-License-Identifier: MIT */
/* Meetings besides one-on-ones to which I said yes. Pure. */
#pragma once

#include "core/detect/detect.h"
#include "model/base/busy.h"

/* The first that overlaps this one-on-one: its title as the name, its start and its end, with id 0.
 * NULL if none is known: who has not answered, or only perhaps, has said nothing; and where the
 * other one takes part, too, it may be the same meeting in another calendar. `merged`: of
 * OneMergedSeries. (transfer full) */
OneMeeting *one_accepted_find (const OneDetectInput *input, const GPtrArray *merged,
                               const OneMeeting *meeting);

/* The time that all of them take of [from, to), in any order. (transfer full) of OneBusy. */
GArray *one_accepted_list (const OneDetectInput *input, const GPtrArray *merged, gint64 from,
                           gint64 to);
