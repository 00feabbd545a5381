/* SPDX-License-Identifier: MIT */
/* Tells whether a screen saver of the session bus covers the screen: of KDE, GNOME, Cinnamon, MATE
 * or Xfce. Not all of them tell logind that they lock. */
#pragma once

#include <gio/gio.h>

typedef struct OneSaver OneSaver;

/* `changed` is called when one_saver_is_active does. Never NULL, and does not block; without a
 * session bus none is active. Starts none. */
OneSaver *one_saver_new (void (*changed) (gpointer data), gpointer data);

gboolean one_saver_is_active (const OneSaver *saver);

void one_saver_free (OneSaver *saver);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneSaver, one_saver_free)
