/* SPDX-License-Identifier: MIT */
/* Functions of others that the calendars call. */
#pragma once

#include <glib.h>

/* All are called with the same data. */
typedef struct {
  /* Everything that was to be read was read. TRUE if all that follows from it was done; else
   * one_calendars_rest is to be called then. */
  gboolean (*read) (gpointer data);
  /* For the cache: the set of those readings that can have a say (transfer full) and a note on
   * them (transfer full); and whether the note in the cache is outdated. */
  GHashTable *(*describe) (const GPtrArray *readings, char **note, gpointer data);
  gboolean (*is_outdated) (gpointer data);
} OneCalendarsCalls;
