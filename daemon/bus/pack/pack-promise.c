/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-promise.h"

#include "bus/pack/dict.h"

GVariant *
one_pack_promise_action (const OneActionView *view)
{
  const OneAction *action = view->action;
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_dict_add_id (&record, "id", 'a', action->id);
  one_dict_add_text (&record, "person", view->person);
  one_dict_add_text (&record, "text", action->text);
  one_dict_add_text (&record, "owner", one_words_format_owner (action->owner));
  one_dict_add_day (&record, "due", &action->due);
  one_dict_add_time (&record, "created", action->created);
  g_variant_dict_insert (&record, "age_meetings", "u", view->age_meetings);
  g_variant_dict_insert (&record, "overdue", "b", view->overdue);
  one_dict_add_text (&record, "state", one_words_format_state (action->state));
  return g_variant_dict_end (&record);
}

GVariant *
one_pack_promise_point (const OnePointView *view)
{
  const OnePoint *point = view->point;
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_dict_add_id (&record, "id", 'p', point->id);
  one_dict_add_text (&record, "person", view->person);
  one_dict_add_text (&record, "category", point->category);
  one_dict_add_text (&record, "text", point->text);
  one_dict_add_day (&record, "on", &point->on);
  one_dict_add_time (&record, "created", point->created);
  one_dict_add_text (&record, "state", one_words_format_state (point->state));
  g_variant_dict_insert (&record, "main", "b", point->main);
  if (point->every)
    g_variant_dict_insert (&record, "every", "b", TRUE);
  if (view->soon)
    g_variant_dict_insert (&record, "soon", "b", TRUE);
  return g_variant_dict_end (&record);
}

GVariant *
one_pack_promise (const OnePromiseView *view)
{
  return view->action ? one_pack_promise_action (view->action)
                      : one_pack_promise_point (view->point);
}
