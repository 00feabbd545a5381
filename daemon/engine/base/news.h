/* SPDX-License-Identifier: MIT */
/* News of the calendars since somebody looked: engine/calendars adds to it, engine/detect takes
 * it. */
#pragma once

#include <glib.h>

typedef struct {
  gboolean is_whole; /* all that was to be read was read: the news can be judged */
  gboolean is_all;   /* anything may be new: the UIDs are not collected */
  GHashTable *uids;  /* (owned) set of the UIDs in files that were read, or went */
} OneNews;

OneNews *one_news_new (void);
void one_news_free (OneNews *news);

/* Takes over the UID. */
void one_news_add (OneNews *news, char *uid);

/* Empties it: everything was looked at. */
void one_news_clear (OneNews *news);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneNews, one_news_free)
