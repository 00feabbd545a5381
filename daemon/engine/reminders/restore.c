/* SPDX-License-Identifier: MIT */
#include "engine/reminders/restore.h"

#include "engine/reminders/notification-rows.h"
#include "engine/reminders/pending.h"
#include "engine/reminders/reminder-draft.h"
#include "engine/reminders/reminders-state.h"
#include "store/sent.h"

/* The fingerprint that the plan wants to be shown; without such a step, that of the row. */
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
restore_group (OneReminders *reminders, const OnePlan *plan, const GPtrArray *rows, GError **error)
{
  g_autoptr (GPtrArray) group =
      g_ptr_array_new_with_free_func ((GDestroyNotify) one_reminder_draft_free);

  for (guint i = 0; i < rows->len; i++) {
    OneReminderDraft *reminder = one_reminder_draft_restore (reminders, rows->pdata[i], error);

    if (!reminder)
      return NULL;
    reminder->sent->fingerprint = find_look (plan, reminder->sent);
    g_ptr_array_add (group, reminder);
  }
  return g_steal_pointer (&group);
}

/* Prepares what there is of a notification to be shown in its place, as it is now; `before` is the
 * row by which it is known. `plan` may be NULL. (transfer full) */
static OneNotice *
prepare_again (OneReminders *reminders, const OnePlan *plan, const GPtrArray *rows, gint64 before,
               GError **error)
{
  g_autoptr (GPtrArray) group = restore_group (reminders, plan, rows, error);
  OneView view = one_reminder_draft_view (reminders, one_base_now (reminders->base));
  OneNotice *notice;
  OnePending *pending;

  if (!group)
    return NULL;
  notice = one_reminder_draft_merge (group, &view);
  notice->quiet = TRUE;
  one_reminder_draft_replace (notice, rows->pdata[0]);
  pending = one_pending_await_all (reminders, group);
  pending->adopted = TRUE;
  pending->before = before;
  return notice;
}

static gboolean
show_again (OneReminders *reminders, const OnePlan *plan, const GPtrArray *rows, gint64 before,
            GError **error)
{
  g_autoptr (OneNotice) notice = prepare_again (reminders, plan, rows, before, error);

  if (notice)
    one_notify_adopt (reminders->notify, notice);
  return notice != NULL;
}

/* The row by which the notification is known that speaks of that one. */
static gint64
find_name (const OneReminders *reminders, gint64 sent)
{
  GHashTableIter iter;
  gpointer id, rows;

  g_hash_table_iter_init (&iter, reminders->shared);
  while (g_hash_table_iter_next (&iter, &id, &rows))
    for (guint i = 0; i < ((GArray *) rows)->len; i++)
      if (g_array_index ((GArray *) rows, OneSaid, i).id == sent)
        return *(const gint64 *) id;
  return sent;
}

gboolean
one_restore_refresh (OneReminders *reminders, const OnePlan *plan, const OneStep *step,
                     GError **error)
{
  gint64 name = find_name (reminders, step->sent);
  g_autoptr (GPtrArray) rows = one_notification_rows_list_left (reminders, name);

  return rows->len == 0 || show_again (reminders, plan, rows, name, error);
}

/* Makes edge/notify know a notification that the plan is about to replace or close. It gets no
 * buttons if its meeting is in no calendar any more. */
static void
recall (OneReminders *reminders, const OneSent *sent)
{
  g_autoptr (OneReminderDraft) reminder = one_reminder_draft_restore (reminders, sent, NULL);
  OneView view = one_reminder_draft_view (reminders, one_base_now (reminders->base));
  g_autoptr (OneNotice) notice = NULL;

  if (reminder) {
    OneReminderText reminder_text = one_reminder_draft_describe (reminder);

    notice = one_notice_text_compose (&reminder_text, &view);
  } else
    notice = one_notice_new (sent->id, sent->stage);
  one_reminder_draft_replace (notice, sent);
  one_notify_recall (reminders->notify, notice);
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
    if (one_notification_rows_is_together (together->pdata[0], rows->pdata[i]))
      g_ptr_array_add (together, g_ptr_array_steal_index (rows, i));
    else
      i++;
  return together;
}

/* Lines that go one by one: the last of them takes the notification along (one_restore_settle). */
static void
remember (OneReminders *reminders, const GPtrArray *rows)
{
  GArray *said = g_array_new (FALSE, FALSE, sizeof (OneSaid));
  gint64 id = ((OneSent *) rows->pdata[0])->id;

  for (guint i = 0; i < rows->len; i++) {
    OneSaid row = { ((OneSent *) rows->pdata[i])->id, 0 };

    g_array_append_val (said, row);
  }
  g_hash_table_insert (reminders->shared, g_memdup2 (&id, sizeof id), said);
}

/* Makes it known before any is shown again, for which the server may let wait: what is pressed on
 * it meanwhile is heard. `again`: of OneNotice, those to be shown again. */
static void
adopt (OneReminders *reminders, const OnePlan *plan, const GPtrArray *rows, GPtrArray *again)
{
  const OneSent *first = rows->pdata[0];
  OneNotice *notice;

  remember (reminders, rows);
  notice = prepare_again (reminders, plan, rows, first->id, NULL);
  if (!notice) {
    recall (reminders, first);
    return;
  }
  one_notify_recall (reminders->notify, notice);
  g_ptr_array_add (again, notice);
}

/* Does not show the notification again: it is about to go, or waits. */
static void
let_go (OneReminders *reminders, const GPtrArray *rows)
{
  if (rows->len > 1)
    remember (reminders, rows);
  recall (reminders, rows->pdata[0]);
}

void
one_restore_all (OneReminders *reminders, const OnePlan *plan)
{
  g_autoptr (GPtrArray) gone = one_sent_list (reminders->base->store, G_MAXINT64, NULL);
  g_autoptr (GPtrArray) shown = one_notification_rows_list (reminders);
  g_autoptr (GPtrArray) again = g_ptr_array_new_with_free_func ((GDestroyNotify) one_notice_free);

  for (guint i = gone ? gone->len : 0; i > 0; i--)
    if (!one_reminder_is_on_screen (gone->pdata[i - 1]) || is_to_stay (plan, gone->pdata[i - 1]))
      g_ptr_array_remove_index (gone, i - 1);
  for (guint i = shown->len; i > 0; i--)
    if (!is_to_stay (plan, shown->pdata[i - 1]))
      g_ptr_array_remove_index (shown, i - 1);
  while (gone && gone->len > 0) {
    g_autoptr (GPtrArray) together = steal_together (gone);

    let_go (reminders, together);
  }
  while (shown->len > 0) {
    g_autoptr (GPtrArray) together = steal_together (shown);

    adopt (reminders, plan, together, again);
  }
  for (guint i = 0; i < again->len; i++)
    one_notify_adopt (reminders->notify, again->pdata[i]);
}

/* Whether an answer of the server will change what the notification speaks of. */
static gboolean
is_changing (const OneReminders *reminders, const GPtrArray *rows)
{
  GHashTableIter iter;
  gpointer pending;

  for (guint i = 0; i < rows->len; i++) {
    gint64 id = ((OneSent *) rows->pdata[i])->id;

    if (one_pending_is_awaited (reminders, id))
      return TRUE;
    g_hash_table_iter_init (&iter, reminders->pending);
    while (g_hash_table_iter_next (&iter, NULL, &pending))
      if (((OnePending *) pending)->replaces == id)
        return TRUE;
  }
  return FALSE;
}

static void
take_off (OneReminders *reminders, gint64 id)
{
  one_notify_close (reminders->notify, id);
  g_hash_table_remove (reminders->shared, &id);
}

static void
settle (OneReminders *reminders, gint64 id)
{
  g_autoptr (GPtrArray) rows = one_notification_rows_list_left (reminders, id);
  const GArray *said = g_hash_table_lookup (reminders->shared, &id);

  if (is_changing (reminders, rows) || rows->len == said->len)
    return;
  if (rows->len == 0 || !show_again (reminders, NULL, rows, id, NULL))
    take_off (reminders, id);
}

void
one_restore_close_empty (OneReminders *reminders)
{
  g_autoptr (GList) ids = g_hash_table_get_keys (reminders->shared);

  for (GList *link = ids; link; link = link->next) {
    gint64 id = *(const gint64 *) link->data;
    g_autoptr (GPtrArray) rows = one_notification_rows_list_left (reminders, id);

    if (rows->len == 0)
      take_off (reminders, id);
  }
}

void
one_restore_settle (OneReminders *reminders)
{
  g_autoptr (GList) ids = g_hash_table_get_keys (reminders->shared);

  if (reminders->no_server || one_base_now (reminders->base) < reminders->retry)
    return;
  for (GList *id = ids; id; id = id->next)
    settle (reminders, *(const gint64 *) id->data);
}
