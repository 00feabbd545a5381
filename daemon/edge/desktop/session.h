/* SPDX-License-Identifier: MIT */
/* Whether the user's session is locked, by logind. Where there is no system bus or no logind it
 * counts as not locked. */
#pragma once

#include <glib.h>

typedef struct OneSession OneSession;

/* `changed` is called on the main loop at each change, and once at first if it is locked. Never
 * NULL; never waits. */
OneSession *one_session_new (void (*changed) (gboolean locked, gpointer data), gpointer data);
void one_session_free (OneSession *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneSession, one_session_free)
