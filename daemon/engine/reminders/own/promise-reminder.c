/* SPDX-License-Identifier: MIT */
#include "engine/reminders/own/promise-reminder.h"

#include "engine/base/troubles.h"
#include "engine/reminders/own/morning-rows.h"
#include "engine/reminders/own/promises-today.h"
#include "engine/reminders/reminders-state.h"
#include "store/mornings.h"

/* The server is called, and its answer awaited; `again`: it is on the screen, or was in an earlier
 * run. */
static void
call (OneReminders *reminders, OnePromisesToday *today, gboolean again)
{
  OnePromisesShown *shown = &reminders->promises;

  shown->awaited = today->notice->sent;
  shown->look = today->day.look;
  g_clear_pointer (&shown->said, g_array_unref);
  shown->said = g_array_ref (today->said);
  today->notice->quiet = again;
  if (today->row)
    one_notice_set_place (today->notice, today->row->server, today->row->notification_id);
  if (again)
    one_notify_adopt (reminders->notify, today->notice);
  else
    one_notify_show (reminders->notify, today->notice);
}

static void
show (OneReminders *reminders, OnePromisesToday *today)
{
  g_autoptr (GError) error = NULL;

  if (!today->row)
    today->row = one_morning_new (&today->day.today);
  today->row->state = ONE_SENT_INTENT;
  today->row->at = today->day.now;
  today->row->look = today->day.look;
  g_array_unref (today->row->said);
  today->row->said = g_array_ref (today->said);
  if (!one_mornings_set (reminders->base->store, today->row, &error)) {
    one_troubles_set (reminders->base, ONE_SUBJECT_REMINDERS, "", 0, error->message);
    return;
  }
  g_info ("%u promises of today are told", today->said->len);
  call (reminders, today, FALSE);
}

/* Takes the row's notification off, also where only an earlier run showed it. */
static void
close_row (OneReminders *reminders, OneMorning *row)
{
  gint64 number = one_morning_get_number (&row->day);

  if (row->state == ONE_SENT_SHOWN && !reminders->promises.recalled) {
    g_autoptr (OneNotice) notice = one_notice_new (number, ONE_STAGE_PREP);

    one_notice_set_place (notice, row->server, row->notification_id);
    one_notify_recall (reminders->notify, notice);
  }
  one_notify_close (reminders->notify, number);
  one_morning_rows_set (reminders, row, ONE_SENT_SUPERSEDED);
}

static void
forget_row (OneReminders *reminders, OneMorning *row)
{
  g_autoptr (GError) error = NULL;

  if (row->state == ONE_SENT_INTENT || row->state == ONE_SENT_SHOWN)
    close_row (reminders, row);
  if (!one_mornings_del (reminders->base->store, &row->day, &error))
    one_troubles_set (reminders->base, ONE_SUBJECT_REMINDERS, "", 0, error->message);
}

/* Rows of days that are over, or are yet to come. */
static void
end_others (OneReminders *reminders, const OneMorningDay *day)
{
  g_autoptr (GPtrArray) rows = one_mornings_list (reminders->base->store, &day->today, NULL);

  for (guint i = 0; rows && i < rows->len; i++) {
    OneMorning *row = rows->pdata[i];

    if (g_date_compare (&row->day, &day->today) == 0)
      continue;
    switch (one_plan_morning_step (row, day)) {
    case ONE_MORNING_CLOSE:
      close_row (reminders, row);
      break;
    case ONE_MORNING_FORGET:
      forget_row (reminders, row);
      break;
    case ONE_MORNING_KEEP:
    case ONE_MORNING_SHOW:
    case ONE_MORNING_REFRESH:
      break;
    }
  }
}

/* Whether the server can be asked to show something now. */
static gboolean
server_listens (const OneReminders *reminders, gint64 now)
{
  return !reminders->no_server && now >= reminders->retry;
}

static void
take_step (OneReminders *reminders, OnePromisesToday *today, OneMorningStep step)
{
  gboolean listens = server_listens (reminders, today->day.now);

  switch (step) {
  case ONE_MORNING_SHOW:
    if (listens)
      show (reminders, today);
    break;
  case ONE_MORNING_REFRESH:
    if (listens && reminders->base->settings->inhibited != ONE_INHIBITION_ALL)
      call (reminders, today, TRUE);
    break;
  case ONE_MORNING_CLOSE:
    close_row (reminders, today->row);
    break;
  case ONE_MORNING_KEEP:
    /* Its buttons are to work in this run, too. */
    if (today->row && today->row->state == ONE_SENT_SHOWN && !reminders->promises.recalled)
      call (reminders, today, TRUE);
    break;
  case ONE_MORNING_FORGET:
    forget_row (reminders, today->row);
    break;
  }
}

void
one_promise_reminder_carry_out (OneReminders *reminders, gint64 now)
{
  g_auto (OnePromisesToday) today = { 0 };

  reminders->promises.wake = 0;
  if (reminders->promises.awaited != 0 || !one_promises_today_read (reminders, now, &today))
    return;
  end_others (reminders, &today.day);
  take_step (reminders, &today, one_plan_morning_step (today.row, &today.day));
  reminders->promises.recalled = TRUE;
  reminders->promises.wake =
      one_plan_morning_wake (today.actions, today.row, reminders->base->settings, &today.day);
}
