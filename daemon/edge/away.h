/* SPDX-License-Identifier: MIT */
/* Hears of what inotify does not: mounts, and changes made by others on a network file system.
 * Costs nothing where neither is needed. */
#pragma once

#include <glib.h>

typedef struct OneAway OneAway;

typedef enum {
  ONE_AWAY_MOUNTED, /* something was mounted or unmounted */
  ONE_AWAY_TIME,    /* a minute has passed */
} OneAwayEvent;

OneAway *one_away_new (void (*heard) (OneAwayEvent event, gpointer data), gpointer data);

/* What to listen for from now on. */
void one_away_set (OneAway *away, gboolean mounts, gboolean time);

void one_away_free (OneAway *away);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneAway, one_away_free)
