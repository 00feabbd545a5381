/* SPDX-License-Identifier: MIT */
/* A hash of what a reminder shows of its meeting: another value means that it is out of date. */
#pragma once

#include "model/meeting.h"
#include "model/settings.h"

/* Covers names, times, place, link and buttons, as shown with these settings in their zone; not the
 * agenda, nor the time left until the start, which change by themselves. */
guint32 one_fingerprint (const OneMeeting *meeting, OneStage stage, const OneSettings *settings);
