/* SPDX-License-Identifier: MIT */
/* The user's folder of pages, one Markdown file a meeting. oned makes a page once and never writes
 * to it again. */
#pragma once

#include <glib.h>
#include "model/reading.h"

#define ONE_NOTEBOOK_MAX (1 << 20) /* bytes that are read of a page */

/* A folder or file name made of a person's name: valid UTF-8, one path component, at most 80
 * characters and 200 bytes, without leading dots, controls and what other systems forbid in names;
 * "unnamed" if nothing is left. Never NULL; (transfer full). Different names can give the same. */
char *one_notebook_dup_name (const char *name);

/* Makes `page` ("<person>/<date>.md") beneath `folder` (absolute) with `text`, whole or not at all,
 * folders 0700 and file 0600, and synced. A page that is there already is left alone. TRUE for
 * both, with the full path in `path` (transfer full). Fails with G_IO_ERROR_INVALID_ARGUMENT for a
 * `page` that is not two plain names, and with the G_FILE_ERROR of what the system refused. */
gboolean one_notebook_create (const char *folder, const char *page, const char *text, char **path,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The first bytes of a page that was made before, and its stamp from before they were read. Only a
 * regular file in the notebook that `path` names is opened: no link leads out of it. Fails with the
 * G_FILE_ERROR of what the system refused; G_FILE_ERROR_NOENT when the page was deleted. */
GBytes *one_notebook_read (const char *path, OneStamp *stamp,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the file has that stamp still: then there is nothing new to read. */
gboolean one_notebook_is_seen (const char *path, const OneStamp *stamp);
