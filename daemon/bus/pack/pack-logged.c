/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-logged.h"

#include "bus/pack/pack-meeting.h"
#include "bus/pack/pack-promise.h"

static void
add_records (OneRecord *record, const char *key, const GPtrArray *views, OneRecordFunc pack)
{
  if (views->len > 0)
    one_record_add_list (record, key, views, pack);
}

/* Adds the next agenda with that person: start and titles. */
static void
add_next (OneRecord *record, const OneAgenda *next)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < next->items->len; i++)
    g_ptr_array_add (titles, ((OneItem *) next->items->pdata[i])->title);
  one_record_add_time (record, "next", next->meeting->start);
  if (titles->len > 0)
    one_record_add_texts (record, "next_items", (const char *const *) titles->pdata,
                          (gssize) titles->len);
}

void
one_pack_logged (OneRecord *record, const OneLogged *logged)
{
  one_pack_meeting (record, logged->meeting);
  if (logged->touched->len > 0)
    one_record_add_texts (record, "touched", (const char *const *) logged->touched->pdata,
                          (gssize) logged->touched->len);
  one_record_add_count (record, "notes", logged->notes);
  add_records (record, "closed", logged->closed, (OneRecordFunc) one_pack_promise_point);
  add_records (record, "open_points", logged->points, (OneRecordFunc) one_pack_promise_point);
  add_records (record, "open_actions", logged->actions, (OneRecordFunc) one_pack_promise_action);
  if (logged->skipped)
    add_records (record, "meetings", logged->skipped, (OneRecordFunc) one_pack_meeting);
  if (logged->next)
    add_next (record, logged->next);
}
