/* SPDX-License-Identifier: MIT */
/* The fields of a store, and the steps of opening one. Inner part of the store: no file outside of
 * this room includes it. Written without store.h's typedef, so that store.c can include both. */
#pragma once

#include <sqlite3.h>
#include "store/db/file.h"
#include "store/db/sql.h"

struct OneStore {
  sqlite3 *db;                         /* (owned) */
  char *path;                          /* (owned) */
  sqlite3_stmt *statements[ONE_N_SQL]; /* (owned) prepared when first used */
  guint depth;                         /* of open transactions */
  gint64 step;                         /* of undo that is open in them; 0 for none */
  gboolean aborted;                    /* SQLite gave up the open transaction by itself */
  gboolean failed;       /* a write that the disk did not take (store/safety/memory-fallback.h) */
  gboolean damaged;      /* SQLite came upon what it cannot have written */
  char *fallback_reason; /* (owned) why `db` is a copy in memory; NULL: it is not */
  guint64 changes_at_fallback; /* ... and its changes when it was made */
  guint64 stamp;               /* ... and what its file looked like */
  dev_t device;                /* of the file that was opened last; 0 with no file */
  ino_t inode;
  ino_t log, index; /* of its write-ahead log and the index of that */
  gboolean moved;   /* `db` is in memory because that file went (store/safety/moved.h) */
  gboolean blocked; /* ... and what lies there cannot be used */
  char *aside;      /* (owned) where it was copied to then; NULL: nowhere yet */
};

/* Same as one_store_open, and sets `fault` on an error. */
struct OneStore *one_store_try (const char *path, OneFault *fault,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Sets up, checks and upgrades a `db` that was opened otherwise. */
gboolean one_store_adopt (struct OneStore *store, OneFault *fault,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Checks every page. */
gboolean one_store_check (struct OneStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Closes the database only; then call one_store_swap or one_store_close and nothing else. */
void one_store_disconnect (struct OneStore *store);
/* Gives `store` the database of `other`. `other`: (transfer full) */
void one_store_swap (struct OneStore *store, struct OneStore *other);
