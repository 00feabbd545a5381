/* SPDX-License-Identifier: MIT */
/* Paths of calendars that are in the database of another program. Each calendar of Evolution's has
 * a database to itself, …/<uid>/cache.db. Those of a Thunderbird profile share one, so the path of
 * a calendar is that of the file and its id: …/calendar-data/local.sqlite/<id>. */
#pragma once

#include <glib.h>
#include "model/calendar/reading.h"

typedef enum {
  ONE_STORE_NONE, /* a calendar file, or a folder */
  ONE_STORE_EVOLUTION,
  ONE_STORE_THUNDERBIRD,
} OneStoreKind;

OneStoreKind one_store_path_kind (const char *path);

/* The file on the disk: the path itself unless it is in a database. (transfer full) */
char *one_store_path_dup_file (const char *path);

/* The id of the calendar in that file; NULL: all that is in it. (transfer none), of `path` */
const char *one_store_path_get_calendar (const char *path);

/* Endings of the files beside a database: the log of changes that are not in it yet, and the
 * journal of a change that is under way. */
#define ONE_STORE_PATH_LOG "-wal"
#define ONE_STORE_PATH_JOURNAL "-journal"

/* Adds the log's stamp to that of its database: together they are one content. */
void one_store_path_join (OneStamp *stamp, const OneStamp *log);
