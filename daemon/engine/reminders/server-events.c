/* SPDX-License-Identifier: MIT */
#include "engine/reminders/server-events.h"

#include "core/plan/plan.h"
#include "engine/base/lookup.h"
#include "engine/base/setup.h"
#include "engine/base/troubles.h"
#include "engine/reminders/own/ask-answer.h"
#include "engine/reminders/button.h"
#include "engine/reminders/notification-rows.h"
#include "engine/reminders/pending.h"
#include "engine/reminders/own/promise-answer.h"
#include "engine/reminders/reminders-state.h"
#include "engine/reminders/sent-rows.h"
#include "engine/reminders/test-notification.h"
#include "model/asking.h"
#include "model/morning.h"

/* Ends the call that shows the notification again: that it is gone is the answer. */
static void
forget_adoption (OneReminders *reminders, gint64 id)
{
  const OnePending *pending = g_hash_table_lookup (reminders->pending, &id);

  if (pending && pending->adopted)
    g_hash_table_remove (reminders->pending, &id);
}

static void
shown (gint64 id, const char *server, guint32 number, gpointer data)
{
  OneReminders *reminders = data;
  gint64 point;
  GDate day;

  g_debug ("row %" G_GINT64_FORMAT " is shown as notification %u", id, number);
  reminders->retry = 0;
  one_troubles_set (reminders->base, ONE_SUBJECT_NOTIFICATIONS, "", 0, NULL);
  if (id == ONE_NOTICE_TRIAL)
    one_test_notification_answer (reminders, NULL);
  else if (one_morning_parse_number (id, &day))
    one_promise_answer_shown (reminders, &day, server, number);
  else if (one_asking_parse_number (id, &point))
    one_ask_answer_shown (reminders, point, server, number);
  else
    one_pending_shown (reminders, id, server, number);
  reminders->calls->changed (reminders->data);
}

static void
failed (gint64 id, const char *why, gboolean no_server, gpointer data)
{
  OneReminders *reminders = data;
  gint64 point;
  GDate day;

  g_debug ("row %" G_GINT64_FORMAT " is not shown: %s", id, why);
  g_hash_table_remove (reminders->pending, &id);
  if (no_server)
    reminders->no_server = TRUE;
  else
    reminders->retry = one_base_now (reminders->base) + ONE_SERVER_EVENTS_RETRY;
  one_troubles_set (reminders->base, ONE_SUBJECT_NOTIFICATIONS, "", 0,
                    no_server ? "there is no notification server: reminders wait for one" : why);
  if (id == ONE_NOTICE_TRIAL)
    one_test_notification_answer (reminders, why);
  if (one_morning_parse_number (id, &day))
    one_promise_answer_failed (reminders);
  if (one_asking_parse_number (id, &point))
    one_ask_answer_failed (reminders, point);
  reminders->calls->changed (reminders->data);
}

/* Gone with its server: it comes again if it is still worth it. */
static OneSentState
state_of_lost (OneReminders *reminders, const OneSent *sent)
{
  g_autoptr (OneMeeting) meeting = one_lookup_meeting (reminders->base, sent->meeting, NULL);
  OneSent row = *sent;

  row.state = ONE_SENT_SHOWN;
  return meeting && one_plan_is_lost (&row, meeting, "", one_base_now (reminders->base))
             ? ONE_SENT_INTENT
             : ONE_SENT_SUPERSEDED;
}

static OneSentState
state_of_closed (OneReminders *reminders, const OneSent *sent, OneClosed reason)
{
  switch (reason) {
  case ONE_CLOSED_DISMISSED:
    return ONE_SENT_DISMISSED;
  case ONE_CLOSED_LOST:
    return state_of_lost (reminders, sent);
  case ONE_CLOSED_EXPIRED:
  case ONE_CLOSED_UNDEFINED:
    return ONE_SENT_EXPIRED;
  case ONE_CLOSED_BY_US:
    return ONE_SENT_SUPERSEDED;
  }
  g_return_val_if_reached (ONE_SENT_EXPIRED);
}

static void
close_rows (OneReminders *reminders, gint64 id, OneClosed reason)
{
  g_autoptr (GPtrArray) rows = one_notification_rows_take (reminders, id);

  forget_adoption (reminders, id);
  for (guint i = 0; i < rows->len; i++)
    one_sent_rows_take_off (reminders, rows->pdata[i],
                            state_of_closed (reminders, rows->pdata[i], reason));
  one_sent_rows_write (reminders, rows);
}

static void
closed (gint64 id, OneClosed reason, gpointer data)
{
  OneReminders *reminders = data;
  gint64 point;
  GDate day;

  g_debug ("row %" G_GINT64_FORMAT " was closed, reason %d", id, reason);
  if (one_morning_parse_number (id, &day))
    one_promise_answer_closed (reminders, &day, reason);
  else if (one_asking_parse_number (id, &point))
    one_ask_answer_closed (reminders, point, reason);
  else
    close_rows (reminders, id, reason);
  reminders->calls->changed (reminders->data);
}

static void
pressed (gint64 id, OneButton button, const char *token, gpointer data)
{
  OneReminders *reminders = data;
  gint64 point;
  GDate day;

  g_debug ("button %d of row %" G_GINT64_FORMAT " was pressed", button, id);
  if (one_morning_parse_number (id, &day))
    one_promise_answer_pressed (reminders, &day, button, token);
  else if (one_asking_parse_number (id, &point))
    one_ask_answer_pressed (reminders, point, button);
  else {
    forget_adoption (reminders, id);
    one_button_press (reminders, id, button, token);
  }
  reminders->calls->changed (reminders->data);
}

static void
server_changed (gboolean present, OneInhibition inhibited, gpointer data)
{
  OneReminders *reminders = data;

  one_setup_set_inhibited (reminders->base, inhibited);
  reminders->no_server = !present;
  if (!present)
    reminders->habits = NULL;
  reminders->retry = 0;
  reminders->calls->changed (reminders->data);
}

static void
learnt (const OneNotifyHabits *habits, gpointer data)
{
  ((OneReminders *) data)->habits = habits;
}

const OneNotifyEvents one_server_events = {
  .shown = shown,
  .failed = failed,
  .closed = closed,
  .pressed = pressed,
  .server_changed = server_changed,
  .learnt = learnt,
};
