/* SPDX-License-Identifier: MIT */
#include "engine/reminders/reminders.h"

#include "engine/reminders/own/ask-reminder.h"
#include "engine/reminders/deliver.h"
#include "engine/reminders/server-events.h"
#include "engine/reminders/pending.h"
#include "engine/reminders/own/promise-reminder.h"
#include "engine/reminders/reminders-state.h"
#include "engine/reminders/restore.h"
#include "engine/reminders/snooze-asked.h"
#include "engine/reminders/test-notification.h"
#include "engine/reminders/told.h"

OneReminders *
one_reminders_new (OneBase *base, const OneRemindersCalls *calls, gpointer data)
{
  OneReminders *reminders = g_new0 (OneReminders, 1);

  reminders->base = base;
  reminders->calls = calls;
  reminders->data = data;
  reminders->pending = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                              (GDestroyNotify) one_pending_free);
  reminders->shared =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  reminders->asks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return reminders;
}

void
one_reminders_free (OneReminders *reminders)
{
  g_clear_pointer (&reminders->notify, one_notify_free);
  one_test_notification_end_all (reminders);
  g_clear_pointer (&reminders->told, g_array_unref);
  g_clear_pointer (&reminders->promises.said, g_array_unref);
  g_hash_table_unref (reminders->asks);
  g_hash_table_unref (reminders->shared);
  g_hash_table_unref (reminders->pending);
  g_free (reminders);
}

void
one_reminders_start (OneReminders *reminders)
{
  reminders->notify = one_notify_new (&one_server_events, reminders);
}

void
one_reminders_carry_out (OneReminders *reminders, const OnePlan *plan, gint64 now)
{
  if (!reminders->restored)
    one_restore_all (reminders, plan);
  reminders->restored = TRUE;
  one_told_close (reminders, now);
  one_deliver_all (reminders, plan, now);
  one_promise_reminder_carry_out (reminders, now);
  one_ask_reminder_carry_out (reminders, now);
  reminders->next_at = plan->next_at;
  reminders->next_stage = plan->next_stage;
}

gint64
one_reminders_get_retry (const OneReminders *reminders)
{
  return reminders->retry;
}

gint64
one_reminders_get_stale (const OneReminders *reminders)
{
  return one_told_get_next (reminders);
}

gint64
one_reminders_get_morning (const OneReminders *reminders)
{
  return reminders->promises.wake;
}

gint64
one_reminders_get_ask (const OneReminders *reminders)
{
  return reminders->ask_wake;
}

gint64
one_reminders_get_ask_time (const OneReminders *reminders, gint64 point)
{
  const OneAskShown *shown = g_hash_table_lookup (reminders->asks, &point);

  return shown ? shown->at : 0;
}

void
one_reminders_forget_retry (OneReminders *reminders)
{
  reminders->retry = 0;
}

gint64
one_reminders_get_next (const OneReminders *reminders, OneStage *stage)
{
  *stage = reminders->next_stage;
  return reminders->next_at;
}

char **
one_reminders_list_habits (const OneReminders *reminders)
{
  return reminders->habits ? one_notify_habits_list (reminders->habits) : NULL;
}

void
one_reminders_forget_rows (OneReminders *reminders)
{
  g_hash_table_remove_all (reminders->pending);
  g_hash_table_remove_all (reminders->shared);
  reminders->promises.awaited = 0;
  g_hash_table_remove_all (reminders->asks);
}

gboolean
one_reminders_is_idle (const OneReminders *reminders)
{
  return g_hash_table_size (reminders->pending) == 0 && reminders->promises.awaited == 0
         && !one_ask_reminder_is_awaited (reminders);
}

gboolean
one_reminders_snooze (OneReminders *reminders, const OneMeeting *meeting, gint64 seconds,
                      gint64 *until, GError **error)
{
  return one_snooze_asked_put_off (reminders, meeting, seconds, until, error);
}

void
one_reminders_test (OneReminders *reminders, OneTestNotificationFunc done, gpointer data)
{
  one_test_notification_begin (reminders, done, data);
}
