/* SPDX-License-Identifier: MIT */
#include "engine/reminders/own/promise-answer.h"

#include "core/notice/promise-text.h"
#include "edge/desktop/launch.h"
#include "engine/base/lookup.h"
#include "engine/base/troubles.h"
#include "engine/reminders/own/morning-rows.h"
#include "engine/reminders/reminders-state.h"
#include "store/mornings.h"
#include "store/promises.h"

/* An earlier call's answer may come when the user or a backup has ended the row. */
void
one_promise_answer_shown (OneReminders *reminders, const GDate *day, const char *server,
                          guint32 number)
{
  OnePromisesShown *shown = &reminders->promises;
  g_autoptr (OneMorning) row = one_mornings_find (reminders->base->store, day, NULL);
  gboolean awaited = shown->awaited == one_morning_get_number (day);

  if (awaited)
    shown->awaited = 0;
  if (!row || !awaited || (row->state != ONE_SENT_INTENT && row->state != ONE_SENT_SHOWN)) {
    one_notify_close (reminders->notify, one_morning_get_number (day));
    return;
  }
  g_free (row->server);
  row->server = g_strdup (server);
  row->notification_id = number;
  row->look = shown->look;
  g_array_unref (row->said);
  row->said = g_array_ref (shown->said);
  one_morning_rows_set (reminders, row, ONE_SENT_SHOWN);
}

void
one_promise_answer_failed (OneReminders *reminders)
{
  reminders->promises.awaited = 0;
}

/* Gone with its server it comes again, if it is still of use. */
static OneSentState
state_of (OneClosed reason)
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

/* A closing is also the answer to a call that shows it again. NULL: there is no such row. */
static OneMorning *
take_row (OneReminders *reminders, const GDate *day)
{
  OneMorning *row = one_mornings_find (reminders->base->store, day, NULL);

  if (row && row->state == ONE_SENT_SHOWN
      && reminders->promises.awaited == one_morning_get_number (day))
    reminders->promises.awaited = 0;
  return row;
}

void
one_promise_answer_closed (OneReminders *reminders, const GDate *day, OneClosed reason)
{
  g_autoptr (OneMorning) row = take_row (reminders, day);

  if (!row || row->state != ONE_SENT_SHOWN)
    return;
  if (reason == ONE_CLOSED_LOST) {
    row->notification_id = 0;
    *row->server = '\0';
  }
  one_morning_rows_set (reminders, row, state_of (reason));
}

static void
launched (const GError *error, gpointer data)
{
  const OneReminders *reminders = data;

  one_troubles_set (reminders->base, ONE_SUBJECT_LAUNCH, "", 0, error ? error->message : NULL);
}

/* A page for each person whom something was promised, of the next one-on-one. */
static void
open_pages (OneReminders *reminders, const OneMorning *row, const char *token, GError **error)
{
  g_autoptr (GHashTable) people = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func ((GDestroyNotify) one_action_free);

  for (guint i = 0; i < row->said->len; i++) {
    OneAction *action = one_promises_get_action (reminders->base->store,
                                                 g_array_index (row->said, gint64, i), NULL);
    g_autoptr (OneMeeting) meeting = NULL;
    g_autofree char *path = NULL;

    if (!action)
      continue;
    g_ptr_array_add (actions, action);
    if (g_hash_table_size (people) >= ONE_PROMISE_TEXT_LINES
        || !g_hash_table_add (people, &action->person)
        || !(meeting = one_lookup_next (reminders->base, action->person, NULL)))
      continue;
    if (!reminders->calls->make_page (meeting, &path, error, reminders->data))
      return;
    one_launch_open (path, *token ? token : "", NULL, launched, reminders);
    token = "";
  }
}

void
one_promise_answer_pressed (OneReminders *reminders, const GDate *day, OneButton button,
                            const char *token)
{
  g_autoptr (OneMorning) row = take_row (reminders, day);
  g_autoptr (GError) error = NULL;

  if (!row)
    return;
  one_morning_rows_set (reminders, row, ONE_SENT_ACTED);
  if (button == ONE_BUTTON_AGENDA)
    open_pages (reminders, row, token, &error);
  if (button == ONE_BUTTON_DONE && row->said->len == 1)
    reminders->calls->keep_promise (g_array_index (row->said, gint64, 0), &error, reminders->data);
  one_troubles_set (reminders->base, ONE_SUBJECT_ANSWER, "", 0, error ? error->message : NULL);
}
