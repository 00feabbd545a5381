/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-agenda.h"

#include "bus/pack/dict.h"
#include "bus/pack/pack-category.h"
#include "bus/pack/pack-meeting.h"
#include "bus/pack/pack-promise.h"

static GVariant *
pack_points (const GPtrArray *points, const char *person)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < points->len; i++) {
    const OnePointView view = { .point = points->pdata[i], .person = (char *) person };

    g_variant_builder_add_value (&builder, one_pack_promise_point (&view));
  }
  return g_variant_builder_end (&builder);
}

static GVariant *
pack_actions (const GPtrArray *actions, const char *person)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < actions->len; i++) {
    const OneAgendaAction *action = actions->pdata[i];
    const OneActionView view = { .action = action->action,
                                 .person = (char *) person,
                                 .age_meetings = action->age_meetings,
                                 .overdue = action->overdue };

    g_variant_builder_add_value (&builder, one_pack_promise_action (&view));
  }
  return g_variant_builder_end (&builder);
}

static GVariant *
pack_item (const OneItem *item, const char *person)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_dict_add_text (&record, "category", item->category);
  one_dict_add_text (&record, "title", item->title);
  g_variant_dict_insert (&record, "minutes", "u", item->minutes);
  one_dict_add_text (&record, "reason", item->reason);
  g_variant_dict_insert (&record, "main", "b", item->main);
  one_pack_category_add_prompts (&record, item->prompts);
  g_variant_dict_insert_value (&record, "points", pack_points (item->points, person));
  g_variant_dict_insert_value (&record, "actions", pack_actions (item->actions, person));
  if (item->neglect.state != ONE_NEGLECT_NONE) {
    one_pack_category_add_neglect (&record, &item->neglect);
    one_pack_category_add_limits (&record, &item->limits);
  }
  return g_variant_dict_end (&record);
}

GVariant *
one_pack_agenda (const OneAgenda *agenda)
{
  GVariantBuilder items;
  GVariantDict record;

  g_variant_builder_init (&items, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < agenda->items->len; i++)
    g_variant_builder_add_value (&items,
                                 pack_item (agenda->items->pdata[i], agenda->meeting->name));
  g_variant_dict_init (&record, NULL);
  g_variant_dict_insert_value (&record, "meeting", one_pack_meeting (agenda->meeting));
  g_variant_dict_insert_value (&record, "items", g_variant_builder_end (&items));
  g_variant_dict_insert_value (&record, "parked",
                               pack_points (agenda->parked, agenda->meeting->name));
  one_dict_add_text (&record, "note", agenda->note);
  return g_variant_dict_end (&record);
}
