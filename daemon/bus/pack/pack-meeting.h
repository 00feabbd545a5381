/* SPDX-License-Identifier: MIT */
/* A meeting, as a record: see bus/pack/pack-list.h. */
#pragma once

#include <glib.h>
#include "model/meeting.h"

/* Adds the keys of a meeting to a record. */
void one_pack_meeting_add (GVariantDict *record, const OneMeeting *meeting);

GVariant *one_pack_meeting (const OneMeeting *meeting);

/* With the titles of its agenda's items (NULL-terminated), and the meetings at the same time (of
 * OneMeeting; NULL for none). */
GVariant *one_pack_meeting_next (const OneMeeting *meeting, const char *const *titles,
                                 const GPtrArray *overlaps);
