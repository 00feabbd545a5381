/* SPDX-License-Identifier: MIT */
#include "engine/reminders/own/ask-answer.h"

#include "engine/base/troubles.h"
#include "engine/reminders/own/ask-rows.h"
#include "engine/reminders/reminders-state.h"
#include "model/base/instant.h"
#include "store/askings.h"

#define LATER ONE_HOUR /* at least so long after the press it comes again */

/* Ends the call under way. FALSE: there was none. */
static gboolean
end_call (OneReminders *reminders, gint64 point)
{
  OneAskShown *shown = g_hash_table_lookup (reminders->asks, &point);
  gboolean awaited = shown && shown->awaited;

  if (shown)
    shown->awaited = FALSE;
  return awaited;
}

/* An earlier call's answer may come when the user or a backup has ended the row. */
void
one_ask_answer_shown (OneReminders *reminders, gint64 point, const char *server, guint32 number)
{
  g_autoptr (OneAsking) row = one_askings_find (reminders->base->store, point, NULL);
  const OneAskShown *shown = g_hash_table_lookup (reminders->asks, &point);

  if (!end_call (reminders, point) || !row
      || (row->state != ONE_SENT_INTENT && row->state != ONE_SENT_SHOWN)) {
    one_notify_close (reminders->notify, one_asking_get_number (point));
    return;
  }
  g_free (row->server);
  row->server = g_strdup (server);
  row->notification_id = number;
  row->look = shown->look;
  one_ask_rows_set (reminders, row, ONE_SENT_SHOWN);
}

void
one_ask_answer_failed (OneReminders *reminders, gint64 point)
{
  end_call (reminders, point);
}

/* Gone with its server it comes again. */
static OneSentState
ask_state_of (OneClosed reason)
{
  switch (reason) {
  case ONE_CLOSED_DISMISSED:
    return ONE_SENT_DISMISSED;
  case ONE_CLOSED_LOST:
    return ONE_SENT_INTENT;
  case ONE_CLOSED_EXPIRED:
  case ONE_CLOSED_UNDEFINED:
    return ONE_SENT_EXPIRED;
  case ONE_CLOSED_BY_US:
    return ONE_SENT_SUPERSEDED;
  }
  g_return_val_if_reached (ONE_SENT_EXPIRED);
}

static void
forget_place (OneAsking *row)
{
  row->notification_id = 0;
  *row->server = '\0';
}

/* A call to show it again is answered by its end, too. */
void
one_ask_answer_closed (OneReminders *reminders, gint64 point, OneClosed reason)
{
  g_autoptr (OneAsking) row = one_askings_find (reminders->base->store, point, NULL);

  if (!row || row->state != ONE_SENT_SHOWN)
    return;
  end_call (reminders, point);
  if (reason == ONE_CLOSED_LOST)
    forget_place (row);
  one_ask_rows_set (reminders, row, ask_state_of (reason));
}

static void
put_off (OneReminders *reminders, OneAsking *row)
{
  row->at = one_base_now (reminders->base);
  row->until = row->at + LATER;
  forget_place (row);
  one_ask_rows_set (reminders, row, ONE_SENT_SNOOZED);
}

void
one_ask_answer_pressed (OneReminders *reminders, gint64 point, OneButton button)
{
  g_autoptr (OneAsking) row = one_askings_find (reminders->base->store, point, NULL);
  g_autoptr (GError) error = NULL;

  if (!row)
    return;
  end_call (reminders, point);
  if (button == ONE_BUTTON_LATER)
    put_off (reminders, row);
  else
    one_ask_rows_set (reminders, row, ONE_SENT_ACTED);
  if (button == ONE_BUTTON_ASKED)
    reminders->calls->close_point (point, &error, reminders->data);
  one_troubles_set (reminders->base, ONE_SUBJECT_ANSWER, "", 0, error ? error->message : NULL);
}
