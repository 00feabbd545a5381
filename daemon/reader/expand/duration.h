/* SPDX-License-Identifier: MIT */
/* How long an event lasts: the part in days runs on the wall clock, the rest is exact. */
#pragma once

#include "reader/parse/file-context.h"
#include "reader/parse/vevent.h"

/* DTEND counts in exact seconds, DURATION's days on the wall clock (RFC 5545 3.8.5.3); where both
 * are there, against the RFC, DTEND holds. `zone` is that of DTSTART. Never below 0. */
OneDuration one_duration_measure (OneFileContext *context, const OneVEvent *vevent,
                                  const OneZone *zone);

/* When what starts at `start` (UTC seconds) ends. */
gint64 one_duration_end (const OneZone *zone, gint64 start, OneDuration lasting);
