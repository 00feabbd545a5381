/* SPDX-License-Identifier: MIT */
/* Watches the files and folders of the configuration. */
#pragma once

#include <glib.h>

typedef struct OneConfigWatch OneConfigWatch;

/* `paths`: NULL-terminated, files or folders, which need not exist yet. `changed` is called from
 * the main loop, once for a burst of changes. Never NULL. */
OneConfigWatch *one_config_watch_new (const char *const *paths, void (*changed) (gpointer data),
                                      gpointer data);
/* Watches these instead; also from `changed`. If they are others, `changed` is called once more:
 * nothing is missed that happened since whoever calls found them. */
void one_config_watch_set_paths (OneConfigWatch *config_watch, const char *const *paths);

void one_config_watch_free (OneConfigWatch *config_watch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneConfigWatch, one_config_watch_free)
