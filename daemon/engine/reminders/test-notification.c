/* SPDX-License-Identifier: MIT */
#include "engine/reminders/test-notification.h"

#include "core/notice/notice-text.h"
#include "engine/reminders/reminders-state.h"
#include "wire/error.h"

typedef struct {
  OneTestNotificationFunc done;
  gpointer data; /* (borrowed) for done */
} Test;

void
one_test_notification_begin (OneReminders *reminders, OneTestNotificationFunc done, gpointer data)
{
  g_autoptr (OneNotice) notice = one_notice_text_trial ();
  Test *test = g_new0 (Test, 1);

  test->done = done;
  test->data = data;
  g_queue_push_tail (&reminders->tests, test);
  one_notify_show (reminders->notify, notice);
}

/* Each is answered once, in the order they were asked for. */
void
one_test_notification_answer (OneReminders *reminders, const char *why)
{
  g_autofree Test *test = g_queue_pop_head (&reminders->tests);
  g_autoptr (GError) error = why ? g_error_new_literal (ONE_ERROR, ONE_ERROR_FAILED, why) : NULL;

  if (test)
    test->done (error, test->data);
}

void
one_test_notification_end_all (OneReminders *reminders)
{
  while (!g_queue_is_empty (&reminders->tests))
    one_test_notification_answer (reminders, "oned ends");
}
