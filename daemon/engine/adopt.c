/* SPDX-License-Identifier: MIT */
#include "engine/adopt.h"

#include "core/due.h"
#include "engine/confirm.h"
#include "engine/reminder.h"
#include "engine/state.h"
#include "store/sent.h"

/* One of a meeting that is in no calendar any more: known by its id alone, so that it can be
 * closed. */
static void
recall_orphan (OneEngine *engine, const OneSent *sent)
{
  g_autoptr (OneNotice) notice = one_notice_new (sent->id, sent->stage);

  one_reminder_replace (notice, sent);
  one_notify_recall (engine->notify, notice);
}

/* The reminder of the row, and the others on its notification as far as they are still to be spoken
 * of; NULL if the row's own meeting is gone. */
static GPtrArray *
restore_group (OneEngine *engine, const OneSent *sent)
{
  g_autoptr (GPtrArray) rows = one_reminder_list_others (engine, sent);
  g_autoptr (GPtrArray) group = g_ptr_array_new_with_free_func ((GDestroyNotify) one_reminder_free);

  g_ptr_array_insert (rows, 0, one_sent_dup (sent));
  for (guint i = 0; i < rows->len; i++) {
    g_autoptr (OneReminder) reminder = one_reminder_restore (engine, rows->pdata[i], NULL);

    if (!reminder && i == 0)
      return NULL;
    if (reminder && (i == 0 || one_due_is_living (reminder->meeting)))
      g_ptr_array_add (group, g_steal_pointer (&reminder));
  }
  return g_steal_pointer (&group);
}

static OneNotice *
compose (const OneEngine *engine, const OneSent *sent, const GPtrArray *group)
{
  OneView view = one_reminder_view (engine, one_engine_now (engine));
  OneNotice *notice = one_reminder_merge (group, &view);

  one_reminder_replace (notice, sent);
  return notice;
}

/* In its old place, without a sound. `look`: what the row is to have then. */
static void
show_again (OneEngine *engine, const OneSent *sent, const GPtrArray *group, guint32 look)
{
  g_autoptr (OneNotice) notice = compose (engine, sent, group);
  OneUnderWay *under_way = one_confirm_await (engine, sent->id);

  notice->quiet = TRUE;
  under_way->adopted = TRUE;
  under_way->look = look;
  one_confirm_await_others (under_way, group);
  one_notify_adopt (engine->notify, notice);
}

/* `again`: it is shown in its old place; else it is only known again. */
static void
adopt (OneEngine *engine, const OneSent *sent, gboolean again)
{
  g_autoptr (GPtrArray) group = restore_group (engine, sent);
  g_autoptr (OneNotice) notice = NULL;

  if (!group) {
    recall_orphan (engine, sent);
    return;
  }
  if (again) {
    show_again (engine, sent, group, sent->look);
    return;
  }
  notice = compose (engine, sent, group);
  one_notify_recall (engine->notify, notice);
}

static gboolean
is_in_plan (const OnePlan *plan, gint64 sent)
{
  for (guint i = 0; i < plan->steps->len; i++) {
    const OneStep *step = plan->steps->pdata[i];

    if (step->sent == sent || step->replaces == sent)
      return TRUE;
  }
  return FALSE;
}

void
one_adopt_all (OneEngine *engine, const OnePlan *plan)
{
  g_autoptr (GPtrArray) rows = one_sent_list (engine->store, G_MAXINT64, NULL);

  for (guint i = 0; rows && i < rows->len; i++) {
    const OneSent *sent = rows->pdata[i];

    if (one_sent_is_on_screen (sent))
      adopt (engine, sent, sent->state == ONE_SENT_SHOWN && !is_in_plan (plan, sent->id));
  }
}

gboolean
one_adopt_refresh (OneEngine *engine, const OneStep *step, GError **error)
{
  g_autoptr (OneSent) sent = one_sent_find (engine->store, step->sent, error);
  g_autoptr (GPtrArray) group = sent ? restore_group (engine, sent) : NULL;

  if (group)
    show_again (engine, sent, group, step->look);
  return sent != NULL;
}
