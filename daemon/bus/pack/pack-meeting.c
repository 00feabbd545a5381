/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-meeting.h"

void
one_pack_meeting (OneRecord *record, const OneMeeting *meeting)
{
  one_record_add_id (record, "id", 'm', meeting->id);
  one_record_add_text (record, "uid", meeting->uid);
  one_record_add_time (record, "recurrence_id", meeting->original);
  one_record_add_text (record, "person", meeting->name);
  one_record_add_text (record, "address", meeting->address);
  one_record_add_text (record, "role", one_words_format_role (meeting->role));
  one_record_add_time (record, "start", meeting->start);
  one_record_add_time (record, "end", meeting->end);
  one_record_add_text (record, "summary", meeting->summary);
  one_record_add_text (record, "state", one_words_format_meeting_state (meeting->state));
  one_record_add_time (record, "moved_from", meeting->moved_from);
  one_record_add_flag (record, "other_declined", meeting->other_declined);
  one_record_add_text (record, "join", meeting->join);
  one_record_add_text (record, "location", meeting->location);
  one_record_add_text (record, "source", meeting->source);
  one_record_add_flag (record, "assumed_length", meeting->assumed_length);
}

void
one_pack_meeting_next (OneRecord *record, const OneMeetingNext *next)
{
  one_pack_meeting (record, next->meeting);
  one_record_add_texts (record, "items", next->titles, -1);
  if (next->overlaps && next->overlaps->len > 0)
    one_record_add_list (record, "overlaps", next->overlaps, (OneRecordFunc) one_pack_meeting);
}
