/* SPDX-License-Identifier: MIT */
/* What a reminder shows of its meeting, in a number: another one means that it is out of date. */
#pragma once

#include "model/meeting.h"
#include "model/settings.h"

/* Of names, times, place, link and buttons, as they are told with these settings in their zone; not
 * of the agenda, nor of how long it is until the start, which change by themselves. */
guint32 one_fingerprint (const OneMeeting *meeting, OneStage stage, const OneSettings *settings);
