/* SPDX-License-Identifier: MIT */
/* What one notification server has of ours on the screen: its id, and the notice it stands for. */
#pragma once

#include "model/notice.h"

typedef struct OneNotifyScreen OneNotifyScreen;

OneNotifyScreen *one_notify_screen_new (void);

/* The notice is copied; another one under that id is forgotten. */
void one_notify_screen_add (OneNotifyScreen *screen, guint32 id, const OneNotice *notice);

/* FALSE if there was none. */
gboolean one_notify_screen_del (OneNotifyScreen *screen, guint32 id);

/* NULL if there is none. (transfer none) */
const OneNotice *one_notify_screen_find (const OneNotifyScreen *screen, guint32 id);

/* The id of what is there for that row, or else with that tag ("" for none); 0 if nothing is. */
guint32 one_notify_screen_get_id (const OneNotifyScreen *screen, gint64 sent, const char *tag);

/* Forgets all, telling of each; `lost` may add again. */
void one_notify_screen_clear (OneNotifyScreen *screen, void (*lost) (gint64 sent, gpointer data),
                              gpointer data);

void one_notify_screen_free (OneNotifyScreen *screen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneNotifyScreen, one_notify_screen_free)
