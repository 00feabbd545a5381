/* SPDX-License-Identifier: MIT */
/* When I am in meetings. Pure. */
#pragma once

#include "core/plan/plan-gap.h"

/* (transfer full) of OneTaken, by start: the meetings (of OneMeeting) that will take place or took
 * place, a day before and after `now`. */
GArray *one_taken_list (const GPtrArray *meetings, gint64 now);
