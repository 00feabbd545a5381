/* SPDX-License-Identifier: MIT */
/* Physical lines out of a stream, with as little copying as can be: the lines since a mark stay in
 * one buffer, together. */
#pragma once

#include "reader/scan/bytes.h"
#include "reader/scan/newlines.h"

#define ONE_LINE_BUFFER_MAX_KEPT (2 * 1024 * 1024) /* bytes since the mark */

typedef struct {
  OneBytesRead read;
  gpointer source;
  char *bytes;     /* (owned) */
  gsize size;      /* of the buffer */
  gsize fill;      /* bytes in it */
  gsize next;      /* where the next line begins */
  gsize mark;      /* what is before this may be thrown away; G_MAXSIZE: up to `next` */
  guint line;      /* number of the line last given, from 1 */
  gint64 base;     /* where in the stream `bytes` begins; right for what holds no cut line */
  guint cuts;      /* lines that were cut so far */
  char line_end;   /* '\n', or '\r' in files of old Macs */
  gboolean at_end; /* the source has no more */
  gboolean utf16;
  gboolean overflow; /* the mark was lost: too much since it */
} OneLineBuffer;

#define ONE_LINE_BUFFER_PADDING                                                                    \
  ONE_NEWLINES_BLOCK /* bytes of `bytes` beyond `size`, to look at a block */

/* Begins a stream, keeping the buffer of the one before. */
void one_line_buffer_begin (OneLineBuffer *buffer, OneBytesRead read, gpointer source);
/* The next line, as an offset into `bytes`, without what ends it. Lines longer than
 * ONE_LINE_MAX_PHYSICAL are cut there. FALSE at the end. */
gboolean one_line_buffer_next (OneLineBuffer *buffer, gsize *start, gsize *length);
/* Whether the line last given is continued, as far as the buffer shows it. */
gboolean one_line_buffer_is_folded (const OneLineBuffer *buffer);
void one_line_buffer_finish (OneLineBuffer *buffer);
