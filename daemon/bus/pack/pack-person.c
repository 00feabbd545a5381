/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-person.h"

void
one_pack_person (OneRecord *record, const OnePersonView *view)
{
  one_record_add_text (record, "name", view->person->name);
  one_record_add_texts (record, "addresses", (const char *const *) view->person->addresses, -1);
  one_record_add_text (record, "role", one_words_format_role (view->person->role));
  one_record_add_time (record, "last_met", view->last_met);
  one_record_add_time (record, "next_meeting", view->next_meeting);
  one_record_add_count (record, "held", view->held);
  one_record_add_time (record, "held_since", view->held_since);
  one_record_add_count (record, "open_actions", view->open_actions);
}
