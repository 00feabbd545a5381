/* SPDX-License-Identifier: MIT */
/* The properties of an event that say when: DTSTART, DTEND, DURATION, RECURRENCE-ID, RRULE, EXRULE,
 * RDATE, EXDATE. */
#pragma once

#include "reader/draft.h"
#include "reader/line.h"

#define ONE_TIMES_MAX_RULES 32    /* rules of a kind in one event */
#define ONE_TIMES_MAX_DATES 20000 /* RDATEs or EXDATEs of one event */

/* Writes the line into the draft; what cannot be read is told. `line` may be changed. */
void one_times_take (OneSheet *sheet, OneDraft *draft, const OneLine *line);
