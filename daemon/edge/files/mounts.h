/* SPDX-License-Identifier: MIT */
/* Tells when to look again, where inotify is deaf: after mounts, and every minute for network file
 * systems. Costs nothing while neither is needed. */
#pragma once

#include <glib.h>

typedef struct OneMounts OneMounts;

typedef enum {
  ONE_MOUNTS_MOUNTED, /* something was mounted or unmounted */
  ONE_MOUNTS_TIME,    /* a minute has passed */
} OneMountsEvent;

/* `changed` is called from the main loop. Listens to nothing at first. */
OneMounts *one_mounts_new (void (*changed) (OneMountsEvent event, gpointer data), gpointer data);

/* Which of the two events are wanted from now on. */
void one_mounts_set (OneMounts *mounts, gboolean mounted, gboolean time);

void one_mounts_free (OneMounts *mounts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneMounts, one_mounts_free)
