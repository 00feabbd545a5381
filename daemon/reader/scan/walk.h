/* SPDX-License-Identifier: MIT */
/* The line walk: cuts a file into the pieces that matter, without parsing them and in bounded
 * memory. It forgives what it can: LF, CR or CRLF, a byte order mark, names in any case, NUL bytes,
 * a missing END. */
#pragma once

#include "reader/scan/bytes.h"
#include "reader/scan/key-lines.h"
#include "reader/scan/line-buffer.h"
#include "reader/value/line.h"

#define ONE_WALK_MAX_EVENT ONE_LINE_BUFFER_MAX_KEPT /* bytes of a VEVENT */

typedef enum {
  ONE_PIECE_CALENDAR, /* BEGIN:VCALENDAR: what follows belongs to a new one */
  ONE_PIECE_PROPERTY, /* a property of the calendar itself */
  ONE_PIECE_ZONE,     /* the lines inside a VTIMEZONE */
  ONE_PIECE_EVENT,    /* the lines inside a VEVENT, nested components included */
  ONE_PIECE_TOO_LONG, /* a VEVENT or VTIMEZONE beyond its bound, left out */
  ONE_PIECE_CUT,      /* a VEVENT that the end of the file cuts off */
} OnePieceKind;

typedef struct {
  OnePieceKind kind;
  const char *text; /* lives until the next piece */
  gsize length;
  guint line;    /* of its first line, or of the BEGIN */
  gint64 offset; /* of `text` in the file, for an event that is not `key_lines.odd` */
  OneKeyLines key_lines;
} OnePiece;

typedef struct OneWalk OneWalk;

OneWalk *one_walk_new (void);
/* Begins a file; a walk can take one after the other. */
void one_walk_begin (OneWalk *walk, OneBytesRead read, gpointer source);
/* Whether it is known already that nothing in the file recurs, and nothing is wrong with it. */
gboolean one_walk_is_plain (const OneWalk *walk);
/* FALSE at the end of the file. */
gboolean one_walk_next (OneWalk *walk, OnePiece *piece);

/* Known at the end of the file. */
char one_walk_get_line_end (const OneWalk *walk);    /* '\n' or '\r' */
gboolean one_walk_is_utf16 (const OneWalk *walk);    /* then there are no pieces */
gboolean one_walk_is_calendar (const OneWalk *walk); /* there was a VCALENDAR or a VEVENT */
gboolean one_walk_is_cut_off (const OneWalk *walk);  /* the last END is missing */
guint one_walk_get_line (const OneWalk *walk);       /* the line it stands at */
void one_walk_free (OneWalk *walk);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneWalk, one_walk_free)
