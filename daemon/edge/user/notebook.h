/* SPDX-License-Identifier: MIT */
/* The user's folder of pages, one Markdown file for each meeting. oned creates a page, and never
 * writes to it again. */
#pragma once

#include <glib.h>
#include "model/calendar/reading.h"

#define ONE_NOTEBOOK_MAX ((1 << 20) + 1) /* bytes read of a page: one shows that there are more */

/* Makes a folder or file name of a person's name: valid UTF-8, one path component, at most 80
 * characters and 200 bytes, without leading dots, controls, and characters that other systems
 * forbid in names; "unnamed" if nothing is left. Different names can give the same one. Never NULL.
 * (transfer full) */
char *one_notebook_dup_name (const char *name);

/* Creates `page` ("<person>/<date>.md") beneath `folder` (absolute) with `text`, whole or not at
 * all, synced, folders 0700 and file 0600. Leaves a page alone that exists. TRUE for both, with the
 * full path in `path` (transfer full). Errors: G_IO_ERROR_INVALID_ARGUMENT for a `page` that is not
 * two plain names, a G_FILE_ERROR of the system, and those of one_notebook_check. */
gboolean one_notebook_create (const char *folder, const char *page, const char *text, char **path,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether one_notebook_read would read it: a regular file, and no link out of the notebook. */
gboolean one_notebook_check (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The first ONE_NOTEBOOK_MAX bytes of a page, and its stamp from before they were read. Opens only
 * regular files, and follows no link out of the notebook. Errors: a G_FILE_ERROR of the system;
 * G_FILE_ERROR_NOENT if the page was deleted. (transfer full) */
GBytes *one_notebook_read (const char *path, OneStamp *stamp,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the file still has that stamp, so that there is nothing new to read. */
gboolean one_notebook_is_seen (const char *path, const OneStamp *stamp);
