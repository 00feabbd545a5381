/* SPDX-License-Identifier: MIT */
/* Says where the system's zone data and the calendar's own rules put a coming meeting at two times.
 */
#pragma once

#include "reader/parse/file-context.h"
#include "reader/parse/vevent.h"

/* `vevent`: the master of `series`, whose DTSTART has given the zone of its occurrences. */
void one_disagree_check (OneFileContext *context, const OneVEvent *vevent, const OneSeries *series);
