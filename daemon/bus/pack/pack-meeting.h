/* SPDX-License-Identifier: MIT */
/* A meeting, as a record: see bus/pack/record.h. */
#pragma once

#include "bus/pack/record.h"
#include "model/meeting.h"

/* The next meeting, with the titles of its agenda's items, and the meetings at the same time. */
typedef struct {
  const OneMeeting *meeting;
  const char *const *titles; /* NULL-terminated */
  const GPtrArray *overlaps; /* of OneMeeting; NULL for none */
} OneMeetingNext;

void one_pack_meeting (OneRecord *record, const OneMeeting *meeting);
void one_pack_meeting_next (OneRecord *record, const OneMeetingNext *next);
