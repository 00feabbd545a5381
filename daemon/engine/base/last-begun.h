/* SPDX-License-Identifier: MIT */
/* Which meeting the user means who names none. Pure. */
#pragma once

#include <glib.h>

/* Leaves, of OneMeeting that have begun, by start, the last one that was not called off. What
 * overlaps its start is left as well, unless something was said of it and not of another. */
void one_last_begun_keep (GPtrArray *meetings);
