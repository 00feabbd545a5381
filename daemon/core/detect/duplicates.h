/* SPDX-License-Identifier: MIT */
/* Who claims a UID: the series of all files, by UID, the newest first. Everything is borrowed from
 * the readings. */
#pragma once

#include <glib.h>
#include "model/reading.h"

/* One series as one file has it. */
typedef struct {
  const OneSeries *series; /* (borrowed) */
  const char *source;      /* (borrowed) path of the file */
} OneDuplicate;

/* Negative if `a` is the newer one: by SEQUENCE, then LAST-MODIFIED, then DTSTAMP; 0 if neither. */
int one_duplicate_compare_age (const OneDuplicate *a, const OneDuplicate *b);

/* `readings` of OneReading; refused ones add nothing. A new table of char* uid (borrowed) to GArray
 * of OneDuplicate, the newest first, of the same age by path. */
GHashTable *one_duplicates_by_uid (const GPtrArray *readings);

/* What the user should mend, a new array of OneTrouble: one for each UID that several files of one
 * folder claim (in a vdir each item has a UID of its own), however many they are. */
GPtrArray *one_duplicates_troubles (const GPtrArray *readings);
