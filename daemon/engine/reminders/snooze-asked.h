/* SPDX-License-Identifier: MIT */
/* Reminders that the user puts off by `onectl snooze`; for a notification's button see button.h. */
#pragma once

#include "engine/reminders/reminders-calls.h"
#include "model/meeting.h"

/* Snoozes a reminder of the meeting: the one on the screen, or the one to come. `until` is when it
 * comes again, never past the start. REFUSED once the meeting has begun. */
gboolean one_snooze_asked_put_off (OneReminders *reminders, const OneMeeting *meeting,
                                   gint64 seconds, gint64 *until, GError **error);
