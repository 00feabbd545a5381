/* SPDX-License-Identifier: MIT */
#include "engine/reminders/notification-rows.h"

#include "core/plan/plan-group.h"
#include "engine/reminders/reminders-state.h"
#include "store/sent.h"

static int
row_compare (gconstpointer left, gconstpointer right)
{
  return one_plan_group_compare (*(OneSent *const *) left, *(OneSent *const *) right);
}

GPtrArray *
one_notification_rows_list (OneReminders *reminders)
{
  g_autoptr (GPtrArray) rows = one_sent_list (reminders->base->store, G_MAXINT64, NULL);
  GPtrArray *shown = g_ptr_array_new_with_free_func ((GDestroyNotify) one_sent_free);

  for (guint i = 0; rows && i < rows->len; i++)
    if (((OneSent *) rows->pdata[i])->state == ONE_SENT_SHOWN)
      g_ptr_array_add (shown, one_sent_dup (rows->pdata[i]));
  g_ptr_array_sort (shown, row_compare);
  return shown;
}

gboolean
one_notification_rows_is_together (const OneSent *sent, const OneSent *other)
{
  return *sent->server && sent->notification_id == other->notification_id
         && g_str_equal (sent->server, other->server);
}

gboolean
one_notification_rows_is_shared (OneReminders *reminders, const OneSent *sent)
{
  g_autoptr (GPtrArray) rows = one_notification_rows_list (reminders);

  for (guint i = 0; i < rows->len; i++) {
    const OneSent *row = rows->pdata[i];

    if (row->id != sent->id && one_notification_rows_is_together (row, sent))
      return TRUE;
  }
  return FALSE;
}

void
one_notification_rows_close (OneReminders *reminders, const OneSent *sent)
{
  if (!one_notification_rows_is_shared (reminders, sent))
    one_notify_close (reminders->notify, sent->id);
}

void
one_notification_rows_keep (OneReminders *reminders, gint64 id, gint64 before, GArray *rows)
{
  g_hash_table_remove (reminders->shared, &before);
  g_hash_table_remove (reminders->shared, &id);
  if (rows)
    g_hash_table_insert (reminders->shared, g_memdup2 (&id, sizeof id), g_array_ref (rows));
}

static void
list_add (OneReminders *reminders, GPtrArray *list, gint64 id)
{
  g_autoptr (OneSent) sent = one_sent_find (reminders->base->store, id, NULL);

  if (sent && sent->state == ONE_SENT_SHOWN)
    g_ptr_array_add (list, g_steal_pointer (&sent));
}

GPtrArray *
one_notification_rows_list_left (OneReminders *reminders, gint64 id)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) one_sent_free);
  const GArray *rows = g_hash_table_lookup (reminders->shared, &id);

  if (!rows)
    list_add (reminders, list, id);
  for (guint i = 0; rows && i < rows->len; i++)
    list_add (reminders, list, g_array_index (rows, OneSaid, i).id);
  return list;
}

GPtrArray *
one_notification_rows_take (OneReminders *reminders, gint64 id)
{
  GPtrArray *list = one_notification_rows_list_left (reminders, id);
  OneSent *sent = list->len == 0 ? one_sent_find (reminders->base->store, id, NULL) : NULL;

  if (sent)
    g_ptr_array_add (list, sent);
  g_hash_table_remove (reminders->shared, &id);
  return list;
}
