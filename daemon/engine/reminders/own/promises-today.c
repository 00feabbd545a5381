/* SPDX-License-Identifier: MIT */
#include "engine/reminders/own/promises-today.h"

#include "core/notice/promise-text.h"
#include "engine/base/lookup.h"
#include "engine/base/today.h"
#include "engine/reminders/reminder-draft.h"
#include "engine/reminders/reminders-state.h"
#include "store/mornings.h"
#include "store/promises.h"

/* Whether there is a one-on-one ahead whose page can be opened. */
static gboolean
can_open (const OneReminders *reminders, const GPtrArray *actions)
{
  for (guint i = 0; i < actions->len; i++) {
    g_autoptr (OneMeeting) meeting =
        one_lookup_next (reminders->base, ((OneAction *) actions->pdata[i])->person, NULL);

    if (meeting)
      return TRUE;
  }
  return FALSE;
}

/* `actions`: of OneAction, those to tell. */
static void
compose (OneReminders *reminders, const GPtrArray *actions, OnePromisesToday *today)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) one_person_free);
  g_autofree OnePromiseText *texts = g_new0 (OnePromiseText, actions->len);
  OneView view = one_reminder_draft_view (reminders, today->day.now);
  guint n = 0;

  for (guint i = 0; i < actions->len; i++) {
    const OneAction *action = actions->pdata[i];
    OnePerson *person = one_lookup_get (reminders->base, action->person, NULL);

    if (!person)
      continue;
    g_ptr_array_add (people, person);
    texts[n++] = (OnePromiseText){ action, person->name };
    g_array_append_val (today->said, action->id);
  }
  if (n == 0)
    return;
  today->notice =
      one_promise_text_compose (texts, n, &today->day.today, can_open (reminders, actions), &view);
  today->day.look = one_promise_text_get_look (today->notice);
}

gboolean
one_promises_today_read (OneReminders *reminders, gint64 now, OnePromisesToday *today)
{
  const OneBase *base = reminders->base;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = NULL;

  today->day.now = now;
  today->day.today = one_today_get (base, now);
  today->day.morning = one_plan_morning_get (base->settings, &today->day.today);
  today->day.held = one_settings_is_held (base->settings, ONE_STAGE_PREP);
  today->said = g_array_new (FALSE, FALSE, sizeof (gint64));
  today->actions = one_promises_list_due (base->store, &today->day.today, NULL);
  today->row = one_mornings_find (base->store, &today->day.today, &error);
  if (!today->actions || error)
    return FALSE;
  due = one_plan_morning_list (today->actions, &today->day.today, base->settings);
  if (due->len > 0)
    compose (reminders, due, today);
  return TRUE;
}

void
one_promises_today_clear (OnePromisesToday *today)
{
  g_clear_pointer (&today->row, one_morning_free);
  g_clear_pointer (&today->actions, g_ptr_array_unref);
  g_clear_pointer (&today->notice, one_notice_free);
  g_clear_pointer (&today->said, g_array_unref);
}
