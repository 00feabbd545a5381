/* SPDX-License-Identifier: MIT */
/* Meetings of the store as the user knows them: with the present name and role of the person. */
#pragma once

#include "engine/base/base.h"
#include "model/meeting.h"

/* Returns the meeting. */
OneMeeting *one_complete_meeting (const OneBase *base, OneMeeting *meeting);

/* All of them; asks the store once for each person. */
void one_complete_list (const OneBase *base, const GPtrArray *meetings);
