/* SPDX-License-Identifier: MIT */
#include "store/pages.h"

#include <stdio.h>

#include "store/db/query.h"
#include "store/db/transaction.h"

#define STAMP_FORMAT                                                                               \
  "%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT

void
one_page_file_free (OnePageFile *file)
{
  g_free (file->path);
  g_free (file);
}

static OnePageFile *
pages_read_file (OneQuery *query)
{
  OnePageFile *file = g_new0 (OnePageFile, 1);
  OneStamp *stamp = &file->stamp;

  file->meeting = one_query_get_int (query, 0);
  file->path = g_strdup (one_query_get_text (query, 1));
  file->is_seen = sscanf (one_query_get_text (query, 2), STAMP_FORMAT, &stamp->inode, &stamp->size,
                          &stamp->mtime, &stamp->ctime)
                  == 4;
  return file;
}

GPtrArray *
one_pages_list (OneStore *store, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PAGE_LIST);
  g_autoptr (GPtrArray) files =
      g_ptr_array_new_with_free_func ((GDestroyNotify) one_page_file_free);

  while (one_query_next (&query))
    g_ptr_array_add (files, pages_read_file (&query));
  return one_query_end (&query, error) ? g_steal_pointer (&files) : NULL;
}

gboolean
one_pages_set (OneStore *store, gint64 meeting, const char *path, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PAGE_SET);

  one_query_set_int (&query, ":meeting", meeting);
  one_query_set_text (&query, ":path", path);
  return one_query_run (&query, error);
}

static OnePageLine *
pages_read_line (OneQuery *query)
{
  g_autofree char *key = g_strdup (one_query_get_text (query, 1));
  OnePageLine *line = one_page_line_new (ONE_PAGE_NOTE, key, one_query_get_text (query, 2));
  gint64 due = one_query_get_int (query, 3);

  one_page_line_parse_kind (one_query_get_text (query, 0), &line->kind);
  g_date_clear (&line->due, 1);
  if (due > 0 && g_date_valid_julian ((guint32) due))
    g_date_set_julian (&line->due, (guint32) due);
  one_words_parse_state (one_query_get_text (query, 4), &line->state);
  line->row = one_query_get_int (query, 5);
  line->gone = one_query_get_int (query, 6) != 0;
  return line;
}

GPtrArray *
one_pages_list_lines (OneStore *store, gint64 meeting, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PAGE_LINE_LIST);
  g_autoptr (GPtrArray) lines = one_page_line_list_new ();

  one_query_set_int (&query, ":meeting", meeting);
  while (one_query_next (&query))
    g_ptr_array_add (lines, pages_read_line (&query));
  return one_query_end (&query, error) ? g_steal_pointer (&lines) : NULL;
}

static gboolean
pages_add_line (OneStore *store, gint64 meeting, guint place, const OnePageLine *line,
                GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PAGE_LINE_ADD);

  one_query_set_int (&query, ":meeting", meeting);
  one_query_set_int (&query, ":place", place);
  one_query_set_text (&query, ":kind", one_page_line_format_kind (line->kind));
  one_query_set_text (&query, ":key", line->key);
  one_query_set_text (&query, ":text", line->text);
  one_query_set_int (&query, ":due",
                     g_date_valid (&line->due) ? g_date_get_julian (&line->due) : 0);
  one_query_set_text (&query, ":state", one_words_format_state (line->state));
  one_query_set_int (&query, ":row", line->row);
  one_query_set_int (&query, ":gone", line->gone != FALSE);
  return one_query_run (&query, error);
}

static gboolean
pages_clear_lines (OneStore *store, gint64 meeting, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PAGE_LINE_CLEAR);

  one_query_set_int (&query, ":meeting", meeting);
  return one_query_run (&query, error);
}

static gboolean
pages_set_seen (OneStore *store, gint64 meeting, const OneStamp *stamp, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PAGE_SEEN);
  g_autofree char *seen =
      stamp ? g_strdup_printf (STAMP_FORMAT, stamp->inode, stamp->size, stamp->mtime, stamp->ctime)
            : g_strdup ("");

  one_query_set_int (&query, ":meeting", meeting);
  one_query_set_text (&query, ":seen", seen);
  return one_query_run (&query, error);
}

gboolean
one_pages_set_lines (OneStore *store, gint64 meeting, const GPtrArray *lines, const OneStamp *stamp,
                     GError **error)
{
  g_autoptr (OneTransaction) all = one_transaction_new (store, error);

  if (!all || !pages_clear_lines (store, meeting, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    if (!pages_add_line (store, meeting, i, g_ptr_array_index (lines, i), error))
      return FALSE;
  if (!pages_set_seen (store, meeting, stamp, error))
    return FALSE;
  return one_transaction_commit (all, error);
}
