/* SPDX-License-Identifier: MIT */
/* Finds a coming meeting for which the system's zone data and the calendar's own time zone rules
 * give different times, and says so in the reading. */
#pragma once

#include "reader/parse/file-context.h"
#include "reader/parse/vevent.h"

/* `vevent`: the master of `series`, whose DTSTART has given the zone of its occurrences. */
void one_disagree_check (OneFileContext *context, const OneVEvent *vevent, const OneSeries *series);
