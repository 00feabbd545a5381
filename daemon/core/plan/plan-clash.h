/* SPDX-License-Identifier: MIT */
/* Two one-on-ones at one time. Pure. */
#pragma once

#include <glib.h>
#include "model/meeting.h"

/* The first of `meetings` (of OneMeeting) with somebody else that will take place, as this one
 * will, and overlaps it; NULL if there is none. (transfer none) */
const OneMeeting *one_plan_clash_find (const OneMeeting *meeting, const GPtrArray *meetings);
