/* SPDX-License-Identifier: MIT */
/* Where the bytes of one file come from: a descriptor, or memory. */
#pragma once

#include <glib.h>

/* Up to `size` bytes into `buffer`; less only at the end, or when nothing more can be read. */
typedef gsize (*OneBytesRead) (gpointer source, char *buffer, gsize size);

typedef struct {
  int fd; /* -1: memory */
  const char *bytes;
  gsize length;
  gsize given; /* by one_bytes_read */
  guint reads; /* how often anything was asked for */
  int error;   /* errno of the first read that failed, or 0 */
} OneBytes;

/* OneBytesRead: the next `size` bytes; less only at the end. `bytes` is a OneBytes. */
gsize one_bytes_read (gpointer bytes, char *buffer, gsize size);
/* All of `size` bytes from `offset` on; FALSE if they are not there. */
gboolean one_bytes_read_at (OneBytes *bytes, gint64 offset, char *buffer, gsize size);
