/* SPDX-License-Identifier: MIT */
/* What a page says, as it was taken over. Owned by whoever asked. */
#pragma once

#include <glib.h>
#include "model/meeting.h"

typedef struct {
  OneMeeting *meeting; /* (owned) whose page it is */
  char *path;          /* (owned) */
  GPtrArray *touched;  /* (owned) of char*: ids of categories that are ticked */
  GPtrArray *actions;  /* (owned) of char*: "a12": those that were written on it */
  GPtrArray *closed;   /* (owned) of char*: "a12", "p7": actions and points that it closes */
  guint notes;         /* how many: of categories, and of the meeting */
  guint changes;       /* since it was read before; 0: nothing was new */
} OneTaken;

OneTaken *one_taken_new (void);

/* Adds what is on the page (of OnePageLine). */
void one_taken_add_lines (OneTaken *taken, const GPtrArray *lines);
void one_taken_free (OneTaken *taken);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneTaken, one_taken_free)
