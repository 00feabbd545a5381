/* SPDX-License-Identifier: MIT */
/* Reminders: what the plan says -> notifications, with a row before and after each call of the
 * notification server; and what the user does with what is on the screen. */
#pragma once

#include "core/plan/plan.h"
#include "engine/base/base.h"
#include "engine/reminders/reminders-calls.h"

/* `base` and `calls` are borrowed and outlive it. */
OneReminders *one_reminders_new (OneBase *base, const OneRemindersCalls *calls, gpointer data);

/* Leaves notifications on the screen; the next run takes them over. */
void one_reminders_free (OneReminders *reminders);

/* Looks for the notification server. */
void one_reminders_start (OneReminders *reminders);

/* Shows, replaces and closes what is due. */
void one_reminders_carry_out (OneReminders *reminders, const OnePlan *plan, gint64 now);

/* When a server that refused is to be asked again, UTC seconds; 0 for never. */
gint64 one_reminders_get_retry (const OneReminders *reminders);

/* When a line on the screen is no news any more, UTC seconds; 0 for never. */
gint64 one_reminders_get_stale (const OneReminders *reminders);

/* When the promises of a day are to be told, or are no news any more, UTC seconds; 0 for never. */
gint64 one_reminders_get_morning (const OneReminders *reminders);

/* When a point is to be asked, or is no news any more, UTC seconds; 0 for never. */
gint64 one_reminders_get_ask (const OneReminders *reminders);

/* When that point is to be shown, UTC seconds; 0 if it is not ahead. */
gint64 one_reminders_get_ask_time (const OneReminders *reminders, gint64 point);

/* The clock was set: a server that refused is asked again at once. */
void one_reminders_forget_retry (OneReminders *reminders);

/* When the next reminder comes, and of which kind; 0 for none ahead. */
gint64 one_reminders_get_next (const OneReminders *reminders, OneStage *stage);

/* Words for what is known of the notification server (one_notify_habits_list); NULL if it has not
 * said what it is. (transfer full) */
char **one_reminders_list_habits (const OneReminders *reminders);

/* The rows in the store are other ones now: no answer is written to them. */
void one_reminders_forget_rows (OneReminders *reminders);

/* Whether the server has answered everything. */
gboolean one_reminders_is_idle (const OneReminders *reminders);

/* Snoozes a reminder of the meeting: the one on the screen, or the one to come. `until` is when it
 * comes again, never past the start. REFUSED once the meeting has begun. */
gboolean one_reminders_snooze (OneReminders *reminders, const OneMeeting *meeting, gint64 seconds,
                               gint64 *until, GError **error);

/* Shows a notification of no meeting. `done` is called once, also when oned ends before the server
 * has answered. */
void one_reminders_test (OneReminders *reminders, OneTestNotificationFunc done, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneReminders, one_reminders_free)
