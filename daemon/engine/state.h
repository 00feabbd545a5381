/* SPDX-License-Identifier: MIT */
/* What the engine knows. Inner part of the room. */
#pragma once

#include "edge/cache/reading-index.h"
#include "edge/desktop/session.h"
#include "edge/files/files.h"
#include "edge/notify/notify.h"
#include "edge/reader/reader-client.h"
#include "edge/user/config-watch.h"
#include "edge/user/page-watch.h"
#include "engine/base.h"
#include "model/catalogue.h"
#include "model/meeting.h"
#include "model/reminder.h"
#include "model/settings.h"
#include "store/db/store.h"

struct OneEngine {
  OneEngineParts parts; /* (borrowed) */
  /* What the button "Did not happen" says. */
  void (*skipped) (OneEngine *engine, const OneMeeting *meeting, GError **error);
  void (*changed) (gpointer data);
  gpointer data;
  gint64 started;
  gint64 backed_up; /* the day (since the epoch) whose backup was seen to; 0 for none */

  OneStore *store;                       /* (owned) */
  OneSettings *settings;                 /* (owned) in force; never NULL */
  GTimeZone *zone;                       /* (owned) the user's */
  char *zone_name;                       /* (owned) */
  OneCatalogue *catalogues[ONE_N_ROLES]; /* (owned) in force; NULL: as shipped, if asked for */

  OneFiles *files;              /* (owned) NULL before start */
  OneNotify *notify;            /* (owned) likewise */
  OneConfigWatch *config_watch; /* (owned) likewise */
  OneSession *session;          /* (owned) likewise */
  OnePageWatch *page_watch;     /* (owned) likewise: of pages */
  /* The session is locked; the notification server holds notifications back. */
  gboolean locked, inhibited;
  OneReaderClient *run;           /* (owned) the reader at work; NULL if none is */
  OneReadingIndex *reading_index; /* (owned) what is known of each file */
  GHashTable *dirty;              /* (owned) set of paths to be read next */
  OneCache *cache;                /* (owned) of what was read; NULL while there is none */
  GHashTable *gone; /* (owned) set of paths that were removed while the reader was at work */
  gint64 from, to;  /* the horizon of the readings, UTC seconds */

  /* How the readings are judged has changed, or what was judged is not known: judge all anew. */
  gboolean judge;
  gboolean news;      /* all that was to be read was read since the last judgement */
  GHashTable *series; /* (owned) set of the UIDs in files that were read, or went, since then */
  /* (owned) set of the UIDs of series that share a meeting with another one (core/detect/detect.h);
   * NULL: not known, so that one series cannot be judged without the others. */
  GHashTable *doubled;
  /* The cache cannot be written; a source of the readings under way could not be read at all. */
  gboolean no_cache, unread;
  gboolean settled; /* everything was read once, or found to be as it was */
  gboolean served;  /* the store has what the cache had: good for an answer, not for a reminder */
  char **me;        /* (owned) whose addresses are mine */
  gboolean me_inferred;
  gint64 held;         /* up to when the store's meetings are what the clock says; 0: not known */
  GPtrArray *troubles; /* (owned) of OneTrouble: of the calendars */
  GHashTable *own;     /* (owned) text of the subject -> OneTrouble: of configuration, store, … */

  GHashTable *questions; /* (owned) set of what `onectl explain` waits for */
  GHashTable *under_way; /* (owned) gint64 id of a row -> OneUnderWay */
  /* (owned) gint64 id of a row -> GArray of OneSaid: of which its notification speaks, as the
   * server was told last; only where there are or were several, or it was shown again. */
  GHashTable *shared;
  GQueue trials;      /* of what `onectl doctor --test-notification` waits for, oldest first */
  gboolean adopted;   /* what an earlier run left on the screen was taken over */
  gboolean no_server; /* there is none: wait until one comes */
  /* When to ask a server again that refused, and when the next reminder is; 0 for never. */
  gint64 retry, reminder_at;
  OneStage reminder;
};
