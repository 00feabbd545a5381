/* SPDX-License-Identifier: MIT */
/* News of the calendars since somebody looked: engine/calendars adds to it, engine/detect takes
 * it. */
#pragma once

#include <glib.h>
#include "model/calendar/reading.h"

typedef struct {
  gboolean is_whole; /* all that was to be read was read: the news can be judged */
  gboolean is_all;   /* anything may be new: what is new is not collected */
  GHashTable *paths; /* (owned) set of the files that were read, or went … */
  GHashTable *uids;  /* (owned) … and of the UIDs in them, before and now */
} OneNews;

OneNews *one_news_new (void);
void one_news_free (OneNews *news);

/* A file was read, or went: what its reading says now, or said before; NULL: nothing. */
void one_news_add (OneNews *news, const OneReading *reading);
void one_news_add_path (OneNews *news, const char *path);
void one_news_add_uid (OneNews *news, const char *uid);

/* Empties it: everything was looked at. */
void one_news_clear (OneNews *news);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneNews, one_news_free)
