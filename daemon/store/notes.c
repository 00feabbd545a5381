/* SPDX-License-Identifier: MIT */
#include "store/notes.h"

#include "store/db/query.h"

OneNote *
one_note_new (gint64 meeting, const char *category, const char *text, gint64 created)
{
  OneNote *note = g_new0 (OneNote, 1);

  note->meeting = meeting;
  note->created = created;
  note->category = g_strdup (category);
  note->text = g_strdup (text);
  return note;
}

void
one_note_free (OneNote *note)
{
  g_free (note->category);
  g_free (note->text);
  g_free (note);
}

gboolean
one_notes_add (OneStore *store, OneNote *note, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_NOTE_ADD);

  one_query_set_int (&query, ":meeting", note->meeting);
  one_query_set_text (&query, ":category", note->category);
  one_query_set_text (&query, ":text", note->text);
  one_query_set_int (&query, ":created", note->created);
  if (!one_query_run (&query, error))
    return FALSE;
  note->id = one_query_get_last_id (store);
  return TRUE;
}

static GPtrArray *
notes_list (OneQuery *query, GError **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) one_note_free);

  while (one_query_next (query)) {
    g_autofree char *category = g_strdup (one_query_get_text (query, 4));
    OneNote *note = one_note_new (one_query_get_int (query, 1), category,
                                  one_query_get_text (query, 5), one_query_get_int (query, 3));

    note->id = one_query_get_int (query, 0);
    note->start = one_query_get_int (query, 2);
    g_ptr_array_add (notes, note);
  }
  return one_query_end (query, error) ? g_steal_pointer (&notes) : NULL;
}

GPtrArray *
one_notes_list (OneStore *store, gint64 meeting, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_NOTE_LIST);

  one_query_set_int (&query, ":meeting", meeting);
  return notes_list (&query, error);
}

GPtrArray *
one_notes_list_person (OneStore *store, gint64 person, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_NOTE_LIST_PERSON);

  one_query_set_int (&query, ":person", person);
  return notes_list (&query, error);
}

gboolean
one_notes_set_text (OneStore *store, gint64 id, const char *text, gboolean *found, GError **error)
{
  g_auto (OneQuery) query =
      one_query_open (store, *text ? ONE_SQL_NOTE_SET_TEXT : ONE_SQL_NOTE_DEL);

  one_query_set_int (&query, ":id", id);
  if (*text)
    one_query_set_text (&query, ":text", text);
  if (!one_query_run (&query, error))
    return FALSE;
  *found = one_query_get_changes (store) > 0;
  return TRUE;
}
