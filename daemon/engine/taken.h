/* SPDX-License-Identifier: MIT */
/* What was taken over from a page. Ids are "a12" and "p7".
 * Owned by whoever asked. */
#pragma once

#include <glib.h>
#include "model/meeting.h"

typedef struct {
  OneMeeting *meeting;  /* (owned) whose page it is */
  char *path;           /* (owned) */
  GPtrArray *touched;   /* (owned) of char*: ids of categories; likewise all that follow */
  GPtrArray *untouched; /* their tick was taken away again */
  GPtrArray *added;     /* ids of actions */
  GPtrArray *edited;
  GPtrArray *closed;   /* ids of actions and points */
  GPtrArray *reopened; /* likewise */
  guint notes;         /* how many were written or changed */
  guint changes;       /* in all; 0: nothing was new */
} OneTaken;

OneTaken *one_taken_new (void);
void one_taken_free (OneTaken *taken);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneTaken, one_taken_free)
