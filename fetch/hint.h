/* SPDX-License-Identifier: MIT */
/* How often a calendar wants to be asked for, by its own first lines. Pure. */
#pragma once

#include <glib.h>

/* The seconds of a duration (RFC 5545 3.3.6); 0 for what is none, is negative or is beyond a year.
 */
gint64 one_hint_parse_duration (const char *text);

/* The longer one of REFRESH-INTERVAL (RFC 7986 5.7) and X-PUBLISHED-TTL ([MS-OXCICAL] 2.1.3.1.1.15)
 * that stand before the first component in the beginning of a calendar; 0 for neither. */
gint64 one_hint_find (const char *head);
