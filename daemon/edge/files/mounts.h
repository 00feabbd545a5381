/* SPDX-License-Identifier: MIT */
/* Hears of what inotify does not: mounts, and changes made by others on a network file system.
 * Costs nothing where neither is needed. */
#pragma once

#include <glib.h>

typedef struct OneMounts OneMounts;

typedef enum {
  ONE_MOUNTS_MOUNTED, /* something was mounted or unmounted */
  ONE_MOUNTS_TIME,    /* a minute has passed */
} OneMountsEvent;

OneMounts *one_mounts_new (void (*settle) (OneMountsEvent event, gpointer data), gpointer data);

/* What to listen for from now on. */
void one_mounts_set (OneMounts *away, gboolean mounts, gboolean time);

void one_mounts_free (OneMounts *away);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneMounts, one_mounts_free)
