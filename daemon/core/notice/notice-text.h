/* SPDX-License-Identifier: MIT */
/* What a reminder says, in the user's language and zone. Pure. The tag, row and stage are filled
 * in; `replaces` and `server` are the caller's. */
#pragma once

#include "core/notice/reminder-text.h"
#include "model/notice.h"

/* One reminder: prep and start bring the agenda, nudge asks what was covered. */
OneNotice *one_notice_text_compose (const OneReminderText *reminder_text, const OneView *view);

/* So many of several are named, and their pages opened; the rest is counted. */
#define ONE_NOTICE_TEXT_LINES 6

/* Several that are due at once, what is nearest first; their buttons are for all of them, but for
 * Join. `n` is at least 1; 1 is one_notice_text_compose. */
OneNotice *one_notice_text_merge (const OneReminderText *reminder_texts, guint n,
                                  const OneView *view);

/* One of no meeting, to see whether notifications are shown at all. */
OneNotice *one_notice_text_trial (void);

/* Whether the meeting can be joined. Of several, Join is for the first one of which this is true,
 * and says so. */
gboolean one_notice_text_can_join (const OneMeeting *meeting, OneStage stage);

/* The line in place of a reminder on screen, whose row ends: cancelled, or declined by me or by the
 * other. */
OneNotice *one_notice_text_called_off (const OneReminderText *reminder_text, const OneView *view);
