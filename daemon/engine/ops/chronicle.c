/* SPDX-License-Identifier: MIT */
#include "engine/ops/chronicle.h"

OneChronicleNote *
one_chronicle_note_new (const char *category, const char *text, gint64 created)
{
  OneChronicleNote *note = g_new0 (OneChronicleNote, 1);

  note->category = g_strdup (category);
  note->text = g_strdup (text);
  note->created = created;
  return note;
}

void
one_chronicle_note_free (OneChronicleNote *note)
{
  g_free (note->category);
  g_free (note->text);
  g_free (note);
}

OneChronicleEntry *
one_chronicle_entry_new (const OneMeeting *meeting)
{
  OneChronicleEntry *entry = g_new0 (OneChronicleEntry, 1);

  entry->meeting = one_meeting_dup (meeting);
  entry->touched = g_ptr_array_new_with_free_func (g_free);
  entry->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) one_chronicle_note_free);
  return entry;
}

void
one_chronicle_entry_free (OneChronicleEntry *entry)
{
  one_meeting_free (entry->meeting);
  g_ptr_array_unref (entry->touched);
  g_ptr_array_unref (entry->notes);
  g_free (entry);
}

void
one_chronicle_free (OneChronicle *chronicle)
{
  g_clear_pointer (&chronicle->person, one_person_view_free);
  g_clear_pointer (&chronicle->entries, g_ptr_array_unref);
  g_clear_pointer (&chronicle->actions, g_ptr_array_unref);
  g_clear_pointer (&chronicle->points, g_ptr_array_unref);
  g_clear_pointer (&chronicle->coverage, one_coverage_free);
  g_free (chronicle);
}
