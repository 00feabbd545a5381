/* SPDX-License-Identifier: MIT */
/* The tables, as the list of steps that leads to them. A step that was ever released is never
 * changed: a new one is put behind it. PRAGMA user_version counts the steps that were taken. Inner
 * part of the store. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

#define ONE_SCHEMA_APPLICATION 0x6f6e6564 /* PRAGMA application_id: "oned" */

guint one_schema_get_version (void);

/* From `version` (0: an empty file) to the newest, in one transaction. */
gboolean one_schema_upgrade (sqlite3 *db, guint version, char **message) G_GNUC_WARN_UNUSED_RESULT;
