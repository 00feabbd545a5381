/* SPDX-License-Identifier: MIT */
/* Tells whether the user's session is locked, by logind. Without a system bus or logind it counts
 * as unlocked. */
#pragma once

#include <glib.h>

typedef struct OneSession OneSession;

/* `changed` is called from the main loop at each change, and once in the beginning if the session
 * is locked. Never NULL; does not block. */
OneSession *one_session_new (void (*changed) (gboolean locked, gpointer data), gpointer data);
void one_session_free (OneSession *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneSession, one_session_free)
