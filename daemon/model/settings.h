/* SPDX-License-Identifier: MIT */
/* What oned.conf says, with the defaults for what it leaves out. Made by config.c, lent to the
 * decisions. See oned.conf(5) for each key. */
#pragma once

#include <glib.h>
#include "wire/words.h"

typedef struct {
  char **sources;             /* (owned) absolute paths; empty: found in the usual places */
  char **me;                  /* (owned) my addresses, lower case; empty: inferred */
  char **rooms;               /* (owned) glob patterns of addresses that are no people */
  char **titles;              /* (owned) further glob patterns of titles of one-on-ones */
  OneRole role;               /* of people whose role is not set */
  gint64 leads[ONE_N_STAGES]; /* seconds ahead of the start (prep, start), after the end (nudge) */
  gboolean stages[ONE_N_STAGES]; /* whether it is shown at all */
  gint64 snooze;                 /* seconds */
  guint items_min;               /* 3 */
  guint items_max;               /* 5 */
  char *pages;                   /* (owned) folder of the pages, absolute */
  gboolean private_mode;         /* no names, no text in notifications */
} OneSettings;

OneSettings *one_settings_new (void); /* the defaults; `pages` is "" */
void one_settings_free (OneSettings *settings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneSettings, one_settings_free)
