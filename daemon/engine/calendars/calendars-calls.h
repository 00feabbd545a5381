/* SPDX-License-Identifier: MIT */
/* Who the calendars call. */
#pragma once

#include <glib.h>

/* What the calendars ask of others. All are called with the same data. */
typedef struct {
  /* All that was to be read was read. */
  void (*read) (gpointer data);
  /* For the cache: of the readings the set of those that can have a say (transfer full), and a note
   * on them (transfer full); whether the note that the cache has is outdated. */
  GHashTable *(*describe) (const GPtrArray *readings, char **note, gpointer data);
  gboolean (*is_outdated) (gpointer data);
} OneCalendarsCalls;
