/* SPDX-License-Identifier: MIT */
/* Tells whether the user's session is locked, by logind or by the screen saver. Where neither says
 * so it counts as unlocked: see oned(8). */
#pragma once

#include <glib.h>

typedef struct OneSession OneSession;

/* `changed` is called from the main loop at each change, and once in the beginning if the session
 * is locked. Never NULL; does not block. */
OneSession *one_session_new (void (*changed) (gboolean locked, gpointer data), gpointer data);
void one_session_free (OneSession *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneSession, one_session_free)
