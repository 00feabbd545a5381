/* SPDX-License-Identifier: MIT */
#include "engine/adopt.h"

#include "engine/confirm.h"
#include "engine/reminder.h"
#include "engine/screen.h"
#include "engine/state.h"
#include "store/sent.h"

/* What is shown of the meeting now, if the plan says so; else what was. */
static guint32
find_look (const OnePlan *plan, const OneSent *sent)
{
  for (guint i = 0; plan && i < plan->steps->len; i++) {
    const OneStep *step = plan->steps->pdata[i];

    if (step->kind == ONE_STEP_REFRESH && step->sent == sent->id)
      return step->fingerprint;
  }
  return sent->fingerprint;
}

/* The reminders of those rows. */
static GPtrArray *
restore_group (OneEngine *engine, const OnePlan *plan, const GPtrArray *rows, GError **error)
{
  g_autoptr (GPtrArray) group = g_ptr_array_new_with_free_func ((GDestroyNotify) one_reminder_free);

  for (guint i = 0; i < rows->len; i++) {
    OneReminder *reminder = one_reminder_restore (engine, rows->pdata[i], error);

    if (!reminder)
      return NULL;
    reminder->sent->fingerprint = find_look (plan, reminder->sent);
    g_ptr_array_add (group, reminder);
  }
  return g_steal_pointer (&group);
}

/* Shows what there is of a notification in its place, as it is now; `before` is the row by which it
 * is known. `plan` may be NULL. */
static gboolean
show_again (OneEngine *engine, const OnePlan *plan, const GPtrArray *rows, gint64 before,
            GError **error)
{
  g_autoptr (GPtrArray) group = restore_group (engine, plan, rows, error);
  OneView view = one_reminder_view (engine, one_engine_now (engine));
  g_autoptr (OneNotice) notice = NULL;
  OneUnderWay *under_way;

  if (!group)
    return FALSE;
  notice = one_reminder_merge (group, &view);
  notice->quiet = TRUE;
  one_reminder_replace (notice, rows->pdata[0]);
  under_way = one_confirm_await_all (engine, group);
  under_way->adopted = TRUE;
  under_way->before = before;
  one_notify_adopt (engine->notify, notice);
  return TRUE;
}

/* The row by which the notification is known that speaks of that one. */
static gint64
find_name (const OneEngine *engine, gint64 sent)
{
  GHashTableIter iter;
  gpointer id, rows;

  g_hash_table_iter_init (&iter, engine->shared);
  while (g_hash_table_iter_next (&iter, &id, &rows))
    for (guint i = 0; i < ((GArray *) rows)->len; i++)
      if (g_array_index ((GArray *) rows, OneSaid, i).id == sent)
        return *(const gint64 *) id;
  return sent;
}

gboolean
one_adopt_refresh (OneEngine *engine, const OnePlan *plan, const OneStep *step, GError **error)
{
  gint64 name = find_name (engine, step->sent);
  g_autoptr (GPtrArray) rows = one_screen_list_left (engine, name);

  return rows->len == 0 || show_again (engine, plan, rows, name, error);
}

/* For what is to be replaced or closed, or waits until it is; of a meeting that is in no calendar
 * any more without its buttons. */
static void
recall (OneEngine *engine, const OneSent *sent)
{
  g_autoptr (OneReminder) reminder = one_reminder_restore (engine, sent, NULL);
  OneView view = one_reminder_view (engine, one_engine_now (engine));
  g_autoptr (OneNotice) notice = NULL;

  if (reminder) {
    OneReminderText reminder_text = one_reminder_describe (reminder);

    notice = one_notice_text_compose (&reminder_text, &view);
  } else
    notice = one_notice_new (sent->id, sent->stage);
  one_reminder_replace (notice, sent);
  one_notify_recall (engine->notify, notice);
}

static gboolean
is_to_stay (const OnePlan *plan, const OneSent *sent)
{
  if (sent->state != ONE_SENT_SHOWN)
    return FALSE;
  for (guint i = 0; i < plan->steps->len; i++) {
    const OneStep *step = plan->steps->pdata[i];

    if (step->replaces == sent->id || (step->sent == sent->id && step->kind != ONE_STEP_REFRESH))
      return FALSE;
  }
  return TRUE;
}

/* Moves the first of `rows` and what shares its notification to a new list. */
static GPtrArray *
steal_together (GPtrArray *rows)
{
  GPtrArray *together = g_ptr_array_new_with_free_func ((GDestroyNotify) one_sent_free);

  g_ptr_array_add (together, g_ptr_array_steal_index (rows, 0));
  for (guint i = 0; i < rows->len;)
    if (one_screen_is_together (together->pdata[0], rows->pdata[i]))
      g_ptr_array_add (together, g_ptr_array_steal_index (rows, i));
    else
      i++;
  return together;
}

/* Lines that go one by one: the last of them takes the notification along (one_adopt_settle). */
static void
remember (OneEngine *engine, const GPtrArray *rows)
{
  GArray *said = g_array_new (FALSE, FALSE, sizeof (OneSaid));
  gint64 id = ((OneSent *) rows->pdata[0])->id;

  for (guint i = 0; i < rows->len; i++) {
    OneSaid row = { ((OneSent *) rows->pdata[i])->id, 0 };

    g_array_append_val (said, row);
  }
  g_hash_table_insert (engine->shared, g_memdup2 (&id, sizeof id), said);
}

static void
adopt (OneEngine *engine, const OnePlan *plan, const GPtrArray *rows)
{
  const OneSent *first = rows->pdata[0];

  remember (engine, rows);
  if (!show_again (engine, plan, rows, first->id, NULL))
    recall (engine, first);
}

/* What does not stay, or waits, is not shown again. */
static void
let_go (OneEngine *engine, const GPtrArray *rows)
{
  if (rows->len > 1)
    remember (engine, rows);
  recall (engine, rows->pdata[0]);
}

void
one_adopt_all (OneEngine *engine, const OnePlan *plan)
{
  g_autoptr (GPtrArray) gone = one_sent_list (engine->store, G_MAXINT64, NULL);
  g_autoptr (GPtrArray) shown = one_screen_list (engine);

  for (guint i = gone ? gone->len : 0; i > 0; i--)
    if (!one_sent_is_on_screen (gone->pdata[i - 1]) || is_to_stay (plan, gone->pdata[i - 1]))
      g_ptr_array_remove_index (gone, i - 1);
  for (guint i = shown->len; i > 0; i--)
    if (!is_to_stay (plan, shown->pdata[i - 1]))
      g_ptr_array_remove_index (shown, i - 1);
  while (gone && gone->len > 0) {
    g_autoptr (GPtrArray) together = steal_together (gone);

    let_go (engine, together);
  }
  while (shown->len > 0) {
    g_autoptr (GPtrArray) together = steal_together (shown);

    adopt (engine, plan, together);
  }
}

/* Whether an answer of the server will change what the notification speaks of. */
static gboolean
is_changing (const OneEngine *engine, const GPtrArray *rows)
{
  GHashTableIter iter;
  gpointer under_way;

  for (guint i = 0; i < rows->len; i++) {
    gint64 id = ((OneSent *) rows->pdata[i])->id;

    if (one_confirm_is_awaited (engine, id))
      return TRUE;
    g_hash_table_iter_init (&iter, engine->under_way);
    while (g_hash_table_iter_next (&iter, NULL, &under_way))
      if (((OneUnderWay *) under_way)->replaces == id)
        return TRUE;
  }
  return FALSE;
}

static void
settle (OneEngine *engine, gint64 id)
{
  g_autoptr (GPtrArray) rows = one_screen_list_left (engine, id);
  const GArray *said = g_hash_table_lookup (engine->shared, &id);

  if (is_changing (engine, rows) || rows->len == said->len)
    return;
  if (rows->len > 0 && show_again (engine, NULL, rows, id, NULL))
    return;
  one_notify_close (engine->notify, id);
  g_hash_table_remove (engine->shared, &id);
}

void
one_adopt_settle (OneEngine *engine)
{
  g_autoptr (GList) ids = g_hash_table_get_keys (engine->shared);

  if (engine->no_server || one_engine_now (engine) < engine->retry)
    return;
  for (GList *id = ids; id; id = id->next)
    settle (engine, *(const gint64 *) id->data);
}
