/* SPDX-License-Identifier: MIT */
/* Writes a reminder in the user's language and zone. Pure. Tag, row and stage are filled in;
 * `replaces` and `server` are left to the caller. */
#pragma once

#include "core/notice/reminder-phrases.h"
#include "model/notice.h"

/* One reminder: prep and start bring the agenda, nudge asks what was covered. */
OneNotice *one_notice_text_compose (const OneReminderText *reminder_text, const OneView *view);

/* Meetings named in one notification, whose pages are opened; further ones are counted. */
#define ONE_NOTICE_TEXT_LINES 6

/* Several reminders due at once, the nearest first. Buttons are for all of them, except Join. `n`
 * is at least 1; 1 is one_notice_text_compose. */
OneNotice *one_notice_text_merge (const OneReminderText *reminder_texts, guint n,
                                  const OneView *view);

/* A notification of no meeting, to see whether notifications are shown at all. */
OneNotice *one_notice_text_trial (void);

/* TRUE if the meeting can be joined. Join opens the first such of several, and says whose it is. */
gboolean one_notice_text_can_join (const OneMeeting *meeting, OneStage stage);

/* Replaces a reminder on screen whose row ends: cancelled, or declined by me or by the other
 * person. */
OneNotice *one_notice_text_called_off (const OneReminderText *reminder_text, const OneView *view);
