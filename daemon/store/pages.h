/* SPDX-License-Identifier: MIT */
/* The pages that oned made, and what each said when it was read last (model/page-line.h). None of
 * it is in the journal of store/db/undo.h: what was taken back stays so until its line is changed.
 */
#pragma once

#include "model/calendar/reading.h"
#include "model/page-line.h"
#include "store/db/store.h"

typedef struct {
  gint64 meeting;
  char *path;       /* (owned) absolute */
  gboolean is_seen; /* it was read at least once; then */
  OneStamp stamp;   /* of the file as it was read last */
} OnePageFile;

void one_page_file_free (OnePageFile *file);

/* (transfer full) of OnePageFile, by meeting. */
GPtrArray *one_pages_list (OneStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Makes the file at `path` the page of a meeting that has a row, and of no other meeting. Another
 * path than before counts as not read yet. */
gboolean one_pages_set (OneStore *store, gint64 meeting, const char *path,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) of OnePageLine, in order. */
GPtrArray *one_pages_list_lines (OneStore *store, gint64 meeting,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Replaces the lines by these. `stamp` (nullable): of the file that they were read from; without it
 * the page counts as not read yet. */
gboolean one_pages_set_lines (OneStore *store, gint64 meeting, const GPtrArray *lines,
                              const OneStamp *stamp, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePageFile, one_page_file_free)
