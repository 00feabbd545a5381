/* SPDX-License-Identifier: MIT */
/* The same UID can be in several files. This lists, for each UID, the series of all files that have
 * it, the newest first. Everything is (borrowed) from the readings. */
#pragma once

#include <glib.h>
#include "model/calendar/reading.h"

/* One series as one file has it. */
typedef struct {
  const OneSeries *series; /* (borrowed) */
  const char *source;      /* (borrowed) path of the file */
} OneDuplicate;

/* Negative if `a` counts before `b`: by SEQUENCE, then the one that names people, or has a title
 * (a calendar that is shared or published for others to see who is busy has neither, and is always
 * newer), then by LAST-MODIFIED, then DTSTAMP; 0 if neither. */
int one_duplicates_compare_age (const OneDuplicate *a, const OneDuplicate *b);

/* (transfer full) Maps each uid (borrowed) to a GArray of OneDuplicate, the newest first; those of
 * the same age by path. `readings`: of OneReading; refused ones add nothing. */
GHashTable *one_duplicates_by_uid (const GPtrArray *readings);

/* A trouble for the user to fix: several files of one folder claim the UID of these copies (of
 * OneDuplicate; in a vdir each item has a UID of its own). One, however many they are; NULL for
 * none. (transfer full) */
OneTrouble *one_duplicates_find_trouble (const GArray *copies);
