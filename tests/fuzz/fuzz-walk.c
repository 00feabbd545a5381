/* SPDX-License-Identifier: MIT */
/* The walk gives pieces that lie in the file, in order, however small the gulps it reads in. */
#include "tests/fuzz/fuzz.h"

#include <string.h>

#include "reader/scan/walk.h"

typedef struct {
  const guint8 *data;
  gsize size, given;
} Bytes;

static gsize
give (gpointer source, char *buffer, gsize size)
{
  Bytes *bytes = source;
  gsize n = MIN (size, bytes->size - bytes->given);

  if (n > 0)
    memcpy (buffer, bytes->data + bytes->given, n);
  bytes->given += n;
  return n;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (OneWalk) walk = one_walk_new ();
  Bytes bytes = { data, size, 0 };
  OnePiece piece;
  guint line = 0;

  one_walk_begin (walk, give, &bytes);
  while (one_walk_next (walk, &piece)) {
    g_assert_cmpuint (piece.line, >=, line);
    line = piece.line;
    g_assert_cmpuint (piece.length, <=, size);
    if (piece.kind != ONE_PIECE_EVENT || piece.key_lines.odd)
      continue;
    g_assert_cmpint (piece.offset + (gint64) piece.length, <=, (gint64) size);
    g_assert_cmpmem (piece.text, piece.length, data + piece.offset, piece.length);
  }
  return 0;
}
