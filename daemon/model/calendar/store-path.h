/* SPDX-License-Identifier: MIT */
/* Paths of calendars that are in the database of another program. A calendar of Evolution's has a
 * database to itself, …/<uid>/cache.db. Those of a Thunderbird profile share one, so the path of
 * one of them goes on behind the file's: …/calendar-data/local.sqlite/<id>. */
#pragma once

#include <glib.h>
#include "model/calendar/reading.h"

typedef enum {
  ONE_STORE_NONE, /* a calendar file, or a folder */
  ONE_STORE_EVOLUTION,
  ONE_STORE_THUNDERBIRD,
} OneStoreKind;

OneStoreKind one_store_path_kind (const char *path);

/* The file on the disk: the path itself for what is in no database. (transfer full) */
char *one_store_path_dup_file (const char *path);

/* The calendar in that file; NULL: all of it. (borrowed) from `path` */
const char *one_store_path_get_calendar (const char *path);

/* Behind the name of a database: its log of what is not in it yet, and the file that says that a
 * change of it is under way. */
#define ONE_STORE_PATH_LOG "-wal"
#define ONE_STORE_PATH_JOURNAL "-journal"

/* Adds to the stamp of a database that of its log, as both are one content. */
void one_store_path_join (OneStamp *stamp, const OneStamp *log);
