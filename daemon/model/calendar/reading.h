/* SPDX-License-Identifier: MIT */
/* The form in which oned-reader hands over what it read. Written by the reader, which may have been
 * taken over by a hostile file; read by the daemon, which believes none of it before it is checked.
 */
#pragma once

#include <glib.h>
#include "model/base/trouble.h"
#include "model/calendar/event.h"

/* A file's stat; another stamp means another content. */
typedef struct {
  guint64 inode;
  guint64 size;
  gint64 mtime; /* nanoseconds since the epoch */
  gint64 ctime; /* nanoseconds since the epoch */
} OneStamp;

/* One file, read. */
typedef struct {
  char *path;           /* (owned) absolute */
  OneStamp stamp;       /* by fstat, before the first byte was read */
  gboolean refused;     /* nothing of it could be used: what was known of it before stays */
  gboolean busy;        /* refused only because somebody writes to it: to be tried again */
  gboolean stale;       /* what is in it is from before, because now it cannot be read */
  guint holds;          /* events in the database of another program, read or not */
  gboolean incomplete;  /* some of it could not be used, nobody can tell which series that was of */
  GHashTable *left_out; /* (owned) set of the UIDs of which not all could be used; NULL for none */
  GPtrArray *series;    /* (owned) of OneSeries, by uid */
  GPtrArray *troubles;  /* (owned) of OneTrouble */
} OneReading;

/* A task for the reader. */
typedef struct {
  GPtrArray *roots; /* (owned) of char*: absolute paths of the sources; nothing else is opened */
  GPtrArray *paths; /* (owned) of char*: absolute paths of the files to read, each beneath a root */
  char *zone;       /* (owned) the user's zone, an IANA name: for floating and all-day times */
  char *zone_folder; /* (owned) absolute: the system's zone data */
  gint64 now;        /* UTC seconds: the time at which it is read */
  gint64 from, to;   /* occurrences that overlap [from, to), UTC seconds */
  gboolean all;      /* every event, also single and all-day ones (`onectl explain`); otherwise only
                        what can be, or can change, a one-on-one */
} OneRequest;

OneReading *one_reading_new (const char *path);
gboolean one_reading_has_series (const OneReading *reading,
                                 const char *uid); /* a series of that UID */

/* Not all of the events of that UID could be used. So many UIDs are told apart; more of them make
 * the reading incomplete. */
#define ONE_READING_MAX_LEFT_OUT 1000
void one_reading_leave_out (OneReading *reading, const char *uid);

/* Whether the file may have more occurrences of that UID than the reading: that it lacks one does
 * not mean that it is gone. With the master all of them are known, but for those over a cap. */
gboolean one_reading_may_lack (const OneReading *reading, const char *uid);

/* Likewise an override of it: that its master speaks for an occurrence does not mean much. */
gboolean one_reading_may_lack_override (const OneReading *reading, const char *uid);

/* Takes out of `known`, an earlier reading of the same file, what the file may still have. */
void one_reading_keep (OneReading *reading, OneReading *known);

void one_reading_free (OneReading *reading);
OneRequest *one_request_new (void);
void one_request_free (OneRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneReading, one_reading_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneRequest, one_request_free)
