/* SPDX-License-Identifier: MIT */
/* One source as it lies on the disk, and what is known of it. */
#pragma once

#include <glib.h>
#include "edge/known.h"
#include "edge/watch.h"

typedef struct {
  char *path;          /* (owned) as configured */
  OneKnown *known;     /* (owned) */
  GPtrArray *troubles; /* (owned) of OneTrouble, as of the last comparison */
  char *waiting;    /* (owned) the folder that is watched while the source is not there, or NULL */
  char *target;     /* (owned) of a single file: where it really is; NULL for a folder */
  guint64 device;   /* of the last comparison that went well; 0 for none */
  guint met;        /* counts the comparisons */
  gboolean due;     /* to be compared; for whoever holds the trees */
  gboolean offline; /* it cannot be read: nothing of it counts as removed */
  gboolean slow;    /* the kernel does not tell all of its changes: to be compared by a timer */
} OneTree;

/* Copies of paths. For a single file it is the one that is configured. */
typedef struct {
  GPtrArray *changed; /* (owned) files that are not as they are known */
  GPtrArray *young;   /* (owned) likewise, but written to just now: maybe not for the last time */
  GPtrArray *gone;    /* (owned) files that are known and no longer there */
} OneTreeNews;

OneTree *one_tree_new (const char *path);

/* Reads all folders, watches them, and adds what is new to `news`. `others` of OneTree: folders
 * that are sources of their own are theirs. */
void one_tree_compare (OneTree *tree, const GPtrArray *others, OneWatch *watch, OneTreeNews *news);

/* Whether `name` can be a calendar: *.ics in any case, not hidden. */
gboolean one_tree_is_calendar (const char *name);

void one_tree_free (OneTree *tree);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneTree, one_tree_free)
