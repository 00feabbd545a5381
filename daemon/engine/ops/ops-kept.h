/* SPDX-License-Identifier: MIT */
/* Operations on all that was ever said: finding it, taking it back, copies of it. As engine/ops.h.
 */
#pragma once

#include "engine/base.h"
#include "engine/ops/written.h"

/* ops-search.c: of OneWrittenView, newest first; notes by their meetings' start, WHO "" for all */
GPtrArray *one_ops_search (OneEngine *engine, const char *words, GError **error);
GPtrArray *one_ops_search_notes (OneEngine *engine, const char *who, GError **error);

/* ops-undo.c: takes back the last change of any kind; answers what it was */
char *one_ops_undo (OneEngine *engine, GError **error);

/* ops-backup.c: to and from an open file; restoring answers where the present store was kept */
gboolean one_ops_backup (OneEngine *engine, int fd, GError **error);
char *one_ops_backup_restore (OneEngine *engine, int fd, GError **error);
