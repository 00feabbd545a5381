/* SPDX-License-Identifier: MIT */
/* The write-ahead log of an SQLite database (sqlite.org/fileformat2.html#walformat): pages that
 * were changed, in the order of their commits, and not yet put into the database. Every frame has a
 * checksum over all before it, so that a half-written or older one is known. */
#pragma once

#include <glib.h>

#define ONE_WRITE_AHEAD_LOG_HEAD 32 /* bytes */

typedef struct {
  guint32 page;  /* bytes of a page */
  guint32 pages; /* of the database after the last commit; 0: nothing was committed */
  gint64 end;    /* of the frame of the last commit, in the log */
} OneWriteAheadLog;

/* All of `size` bytes from `offset` on; FALSE if they are not there. */
gboolean one_write_ahead_log_pread (int fd, gpointer bytes, gsize size, gint64 offset);

/* Finds the last commit in a log of `size` bytes. */
OneWriteAheadLog one_write_ahead_log_find_commit (int fd, gint64 size);

/* Puts the committed pages into `image`, which has room for log->pages of them. FALSE if the log
 * cannot be read any more. */
gboolean one_write_ahead_log_replay (const OneWriteAheadLog *log, int fd, guint8 *image);
