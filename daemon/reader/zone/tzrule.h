/* SPDX-License-Identifier: MIT */
/* The rule for the years to come, as TZif files end with it: POSIX TZ strings with the extension of
 * RFC 8536 3.3.1, such as "CET-1CEST,M3.5.0,M10.5.0/3". */
#pragma once

#include "reader/zone/zone.h"

/* Adds the changes after `after` (UTC seconds), up to ONE_ZONE_LAST_YEAR. A text that is no such
 * rule adds nothing. */
void one_tzrule_extend (OneZone *zone, const char *text, gint64 after);
