/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-agenda.h"

#include "bus/pack/pack-category.h"
#include "bus/pack/pack-meeting.h"
#include "bus/pack/pack-promise.h"

static void
add_points (OneRecord *record, const char *key, const GPtrArray *points, const char *person)
{
  one_record_open_list (record, key);
  for (guint i = 0; i < points->len; i++) {
    const OnePointView view = { .point = points->pdata[i], .person = (char *) person };

    one_record_open (record);
    one_pack_promise_point (record, &view);
    one_record_close (record);
  }
  one_record_close_list (record);
}

static void
add_actions (OneRecord *record, const GPtrArray *actions, const char *person)
{
  one_record_open_list (record, "actions");
  for (guint i = 0; i < actions->len; i++) {
    const OneAgendaAction *action = actions->pdata[i];
    const OneActionView view = { .action = action->action,
                                 .person = (char *) person,
                                 .age_meetings = action->age_meetings,
                                 .overdue = action->overdue };

    one_record_open (record);
    one_pack_promise_action (record, &view);
    one_record_close (record);
  }
  one_record_close_list (record);
}

static void
add_item (OneRecord *record, const OneItem *item, const char *person)
{
  one_record_open (record);
  one_record_add_text (record, "category", item->category);
  one_record_add_text (record, "title", item->title);
  one_record_add_count (record, "minutes", item->minutes);
  one_record_add_text (record, "reason", item->reason);
  one_record_add_flag (record, "main", item->main);
  one_pack_category_add_prompts (record, item->prompts);
  add_points (record, "points", item->points, person);
  add_actions (record, item->actions, person);
  if (item->neglect.state != ONE_NEGLECT_NONE) {
    one_pack_category_add_neglect (record, &item->neglect);
    one_pack_category_add_limits (record, &item->limits);
  }
  one_record_close (record);
}

void
one_pack_agenda (OneRecord *record, const OneAgenda *agenda)
{
  one_record_add_record (record, "meeting", agenda->meeting, (OneRecordFunc) one_pack_meeting);
  one_record_open_list (record, "items");
  for (guint i = 0; i < agenda->items->len; i++)
    add_item (record, agenda->items->pdata[i], agenda->meeting->name);
  one_record_close_list (record);
  add_points (record, "parked", agenda->parked, agenda->meeting->name);
  one_record_add_text (record, "note", agenda->note);
}
