/* SPDX-License-Identifier: MIT */
/* Content lines, RFC 5545 3.1: unfolding, and where name, parameters and value are. Everything is
 * bounded; a part beyond its bound is left out, never half read. property.h reads what they say. */
#pragma once

#include <glib.h>

#define ONE_LINE_MAX_PHYSICAL (64 * 1024) /* bytes of a line as it stands in the file */
#define ONE_LINE_MAX_VALUE (256 * 1024)   /* bytes of an unfolded line */

/* Walks the lines of a block of text, unfolding as it goes. */
typedef struct {
  const char *next, *end;
  guint number;  /* of the line that comes next, from 1 */
  char bare_end; /* what ends a line: '\n', or '\r' in files of old Macs */
  GString *held; /* (owned) the line in hand; NUL bytes are left out */
} OneLines;

typedef struct {
  guint number; /* of its first physical line */
  char *name;   /* upper case; points into OneLines.held, as do the others */
  char *params; /* what stands between name and value, without the first ';'; "" if nothing */
  char *value;
  gsize length; /* of the value */
  gboolean cut; /* it was longer than the bound */
} OneLine;

void one_line_begin (OneLines *lines, const char *text, gsize length, guint number, char bare_end);
/* The next line that has a name and a value; FALSE at the end. `line` lives until the next call. */
gboolean one_line_next (OneLines *lines, OneLine *line);
void one_line_finish (OneLines *lines);
