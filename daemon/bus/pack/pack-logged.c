/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-logged.h"

#include "bus/pack/dict.h"
#include "bus/pack/pack-list.h"
#include "bus/pack/pack-meeting.h"
#include "bus/pack/pack-promise.h"

static void
add_records (GVariantDict *record, const char *key, const GPtrArray *views, OnePackFunc pack)
{
  if (views->len > 0)
    g_variant_dict_insert_value (record, key, one_pack_list (views, pack));
}

/* Adds the next agenda with that person: start and titles. */
static void
add_next (GVariantDict *record, const OneAgenda *next)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < next->items->len; i++)
    g_ptr_array_add (titles, ((OneItem *) next->items->pdata[i])->title);
  one_dict_add_time (record, "next", next->meeting->start);
  if (titles->len > 0)
    g_variant_dict_insert_value (
        record, "next_items",
        g_variant_new_strv ((const char *const *) titles->pdata, (gssize) titles->len));
}

GVariant *
one_pack_logged (const OneLogged *logged)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_pack_meeting_add (&record, logged->meeting);
  if (logged->touched->len > 0)
    g_variant_dict_insert_value (&record, "touched",
                                 g_variant_new_strv ((const char *const *) logged->touched->pdata,
                                                     (gssize) logged->touched->len));
  g_variant_dict_insert (&record, "notes", "u", logged->notes);
  add_records (&record, "closed", logged->closed, (OnePackFunc) one_pack_promise_point);
  add_records (&record, "open_points", logged->points, (OnePackFunc) one_pack_promise_point);
  add_records (&record, "open_actions", logged->actions, (OnePackFunc) one_pack_promise_action);
  if (logged->skipped)
    add_records (&record, "meetings", logged->skipped, (OnePackFunc) one_pack_meeting);
  if (logged->next)
    add_next (&record, logged->next);
  return g_variant_dict_end (&record);
}
