/* SPDX-License-Identifier: MIT */
/* ATTENDEE and ORGANIZER lines, RFC 5545 3.8.4.1 and 3.8.4.3. */
#pragma once

#include "model/event.h"
#include "reader/value/line.h"

#define ONE_ATTENDEE_MAX 400 /* in one event */

/* Adds the person of the line to the event, and its X-NUM-GUESTS. FALSE if there are
 * ONE_ATTENDEE_MAX already. `cache` is property.h's. */
gboolean one_attendee_take (OneEvent *event, GHashTable *cache, const OneLine *line);
