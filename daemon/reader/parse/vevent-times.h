/* SPDX-License-Identifier: MIT */
/* The properties of an event that say when: DTSTART, DTEND, DURATION, RECURRENCE-ID, RRULE, EXRULE,
 * RDATE, EXDATE. */
#pragma once

#include "reader/parse/file-context.h"
#include "reader/parse/vevent.h"
#include "reader/value/line.h"

#define ONE_VEVENT_MAX_RULES 32    /* rules of a kind in one event */
#define ONE_VEVENT_MAX_DATES 20000 /* RDATEs or EXDATEs of one event */

/* Writes the line into the VEVENT; what cannot be read is told. `line` may be changed. */
void one_vevent_times_take (OneFileContext *context, OneVEvent *vevent, const OneLine *line);
