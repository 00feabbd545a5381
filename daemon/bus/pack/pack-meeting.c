/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-meeting.h"

#include "bus/pack/dict.h"
#include "bus/pack/pack-list.h"

void
one_pack_meeting_add (GVariantDict *record, const OneMeeting *meeting)
{
  one_dict_add_id (record, "id", 'm', meeting->id);
  one_dict_add_text (record, "uid", meeting->uid);
  one_dict_add_time (record, "recurrence_id", meeting->original);
  one_dict_add_text (record, "person", meeting->name);
  one_dict_add_text (record, "address", meeting->address);
  one_dict_add_text (record, "role", one_words_format_role (meeting->role));
  one_dict_add_time (record, "start", meeting->start);
  one_dict_add_time (record, "end", meeting->end);
  one_dict_add_text (record, "summary", meeting->summary);
  one_dict_add_text (record, "state", one_words_format_meeting_state (meeting->state));
  one_dict_add_time (record, "moved_from", meeting->moved_from);
  g_variant_dict_insert (record, "other_declined", "b", meeting->other_declined);
  one_dict_add_text (record, "join", meeting->join);
  one_dict_add_text (record, "location", meeting->location);
  one_dict_add_text (record, "source", meeting->source);
  g_variant_dict_insert (record, "assumed_length", "b", meeting->assumed_length);
}

GVariant *
one_pack_meeting (const OneMeeting *meeting)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_pack_meeting_add (&record, meeting);
  return g_variant_dict_end (&record);
}

GVariant *
one_pack_meeting_next (const OneMeeting *meeting, const char *const *titles,
                       const GPtrArray *overlaps)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_pack_meeting_add (&record, meeting);
  g_variant_dict_insert_value (&record, "items", g_variant_new_strv (titles, -1));
  if (overlaps && overlaps->len > 0)
    g_variant_dict_insert_value (&record, "overlaps",
                                 one_pack_list (overlaps, (OnePackFunc) one_pack_meeting));
  return g_variant_dict_end (&record);
}
