/* SPDX-License-Identifier: MIT */
/* The notifications of oned on the screen of one server: their ids, and the notices they show. */
#pragma once

#include "model/notice.h"

typedef struct OneNotifyScreen OneNotifyScreen;

OneNotifyScreen *one_notify_screen_new (void);

/* Copies the notice. Replaces the one of that id. `name`: by which the server counts it. `now`,
 * here and below: in ms, by whatever clock. */
void one_notify_screen_add (OneNotifyScreen *screen, guint32 id, const OneNotice *notice,
                            guint name, gint64 now);

/* FALSE if there is none. */
gboolean one_notify_screen_del (OneNotifyScreen *screen, guint32 id);

/* Same, and remembers for a while that oned closed it. */
void one_notify_screen_close (OneNotifyScreen *screen, guint32 id, gint64 now);

/* How long ago it was shown, and oned closed one of that id; -1 if it does not know. */
gint64 one_notify_screen_get_shown (const OneNotifyScreen *screen, guint32 id, gint64 now);
gint64 one_notify_screen_get_closed (const OneNotifyScreen *screen, guint32 id, gint64 now);

/* NULL if there is none. (transfer none) */
const OneNotice *one_notify_screen_find (const OneNotifyScreen *screen, guint32 id);

/* The id of the notification of that row, or else of that tag ("": only by the row); 0 for none. */
guint32 one_notify_screen_get_id (const OneNotifyScreen *screen, gint64 sent, const char *tag);

/* The id of the oldest; 0 for none. */
guint32 one_notify_screen_get_first (const OneNotifyScreen *screen);

/* The name by which the server counts that notification; if there is none, the first by which it
 * counts fewer than `most`. */
guint one_notify_screen_pick_name (const OneNotifyScreen *screen, guint32 id, guint most);

/* Removes all, and calls `lost` for each, which may add new ones. */
void one_notify_screen_clear (OneNotifyScreen *screen, void (*lost) (gint64 sent, gpointer data),
                              gpointer data);

void one_notify_screen_free (OneNotifyScreen *screen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneNotifyScreen, one_notify_screen_free)
