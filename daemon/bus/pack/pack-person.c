/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-person.h"

#include "bus/pack/dict.h"

GVariant *
one_pack_person (const OnePersonView *view)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_dict_add_text (&record, "name", view->person->name);
  g_variant_dict_insert_value (
      &record, "addresses", g_variant_new_strv ((const char *const *) view->person->addresses, -1));
  one_dict_add_text (&record, "role", one_words_format_role (view->person->role));
  one_dict_add_time (&record, "last_met", view->last_met);
  one_dict_add_time (&record, "next_meeting", view->next_meeting);
  g_variant_dict_insert (&record, "held", "u", view->held);
  one_dict_add_time (&record, "held_since", view->held_since);
  g_variant_dict_insert (&record, "open_actions", "u", view->open_actions);
  return g_variant_dict_end (&record);
}
