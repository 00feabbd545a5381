/* SPDX-License-Identifier: MIT */
#include "engine/ops/answers/results.h"

void
one_action_view_free (OneActionView *view)
{
  one_action_free (view->action);
  g_free (view->person);
  g_free (view);
}

void
one_point_view_free (OnePointView *view)
{
  one_point_free (view->point);
  g_free (view->person);
  g_free (view);
}

void
one_promise_view_free (OnePromiseView *view)
{
  g_clear_pointer (&view->action, one_action_view_free);
  g_clear_pointer (&view->point, one_point_view_free);
  g_free (view);
}

void
one_person_view_free (OnePersonView *view)
{
  one_person_free (view->person);
  g_free (view);
}

void
one_coverage_row_free (OneCoverageRow *row)
{
  g_free (row->category);
  g_free (row->title);
  g_array_unref (row->cells);
  g_free (row);
}

void
one_coverage_free (OneCoverage *coverage)
{
  g_free (coverage->person);
  g_ptr_array_unref (coverage->rows);
  g_free (coverage);
}

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

void
one_written_view_free (OneWrittenView *view)
{
  g_free (view->person);
  g_free (view->category);
  g_free (view->text);
  g_free (view);
}

void
one_explained_free (OneExplained *explained)
{
  g_free (explained->uid);
  g_free (explained->summary);
  g_free (explained->source);
  g_free (explained->calendar);
  g_free (explained->reason);
  g_free (explained->person);
  g_free (explained->zone);
  g_strfreev (explained->others);
  g_array_unref (explained->occurrences);
  g_clear_pointer (&explained->reminders, g_array_unref);
  g_free (explained);
}

void
one_source_view_free (OneSourceView *view)
{
  g_free (view->name);
  g_free (view->path);
  g_free (view);
}

void
one_status_view_free (OneStatusView *view)
{
  g_strfreev (view->me);
  g_strfreev (view->habits);
  g_ptr_array_unref (view->sources);
  g_strfreev (view->hidden);
  g_clear_pointer (&view->next, one_meeting_free);
  g_ptr_array_unref (view->troubles);
  g_free (view);
}
