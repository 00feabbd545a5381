/* SPDX-License-Identifier: MIT */
#include "engine/screen.h"

#include "core/plan/plan-group.h"
#include "engine/state.h"
#include "store/sent.h"

static int
row_compare (gconstpointer left, gconstpointer right)
{
  return one_plan_group_compare (*(OneSent *const *) left, *(OneSent *const *) right);
}

GPtrArray *
one_screen_list (OneEngine *engine)
{
  g_autoptr (GPtrArray) rows = one_sent_list (engine->store, G_MAXINT64, NULL);
  GPtrArray *shown = g_ptr_array_new_with_free_func ((GDestroyNotify) one_sent_free);

  for (guint i = 0; rows && i < rows->len; i++)
    if (((OneSent *) rows->pdata[i])->state == ONE_SENT_SHOWN)
      g_ptr_array_add (shown, one_sent_dup (rows->pdata[i]));
  g_ptr_array_sort (shown, row_compare);
  return shown;
}

gboolean
one_screen_is_together (const OneSent *sent, const OneSent *other)
{
  return *sent->server && sent->notification_id == other->notification_id
         && g_str_equal (sent->server, other->server);
}

gboolean
one_screen_is_shared (OneEngine *engine, const OneSent *sent)
{
  g_autoptr (GPtrArray) rows = one_screen_list (engine);

  for (guint i = 0; i < rows->len; i++) {
    const OneSent *row = rows->pdata[i];

    if (row->id != sent->id && one_screen_is_together (row, sent))
      return TRUE;
  }
  return FALSE;
}

void
one_screen_close (OneEngine *engine, const OneSent *sent)
{
  if (!one_screen_is_shared (engine, sent))
    one_notify_close (engine->notify, sent->id);
}

void
one_screen_keep (OneEngine *engine, gint64 id, const OneUnderWay *under_way)
{
  g_hash_table_remove (engine->shared, &under_way->before);
  g_hash_table_remove (engine->shared, &id);
  if (under_way->rows->len > 1 || under_way->adopted)
    g_hash_table_insert (engine->shared, g_memdup2 (&id, sizeof id), g_array_ref (under_way->rows));
}

static void
list_add (OneEngine *engine, GPtrArray *list, gint64 id)
{
  g_autoptr (OneSent) sent = one_sent_find (engine->store, id, NULL);

  if (sent && sent->state == ONE_SENT_SHOWN)
    g_ptr_array_add (list, g_steal_pointer (&sent));
}

GPtrArray *
one_screen_list_left (OneEngine *engine, gint64 id)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) one_sent_free);
  const GArray *rows = g_hash_table_lookup (engine->shared, &id);

  if (!rows)
    list_add (engine, list, id);
  for (guint i = 0; rows && i < rows->len; i++)
    list_add (engine, list, g_array_index (rows, OneSaid, i).id);
  return list;
}

GPtrArray *
one_screen_take (OneEngine *engine, gint64 id)
{
  GPtrArray *list = one_screen_list_left (engine, id);
  OneSent *sent = list->len == 0 ? one_sent_find (engine->store, id, NULL) : NULL;

  if (sent)
    g_ptr_array_add (list, sent);
  g_hash_table_remove (engine->shared, &id);
  return list;
}
