/* SPDX-License-Identifier: MIT */
/* Content lines, RFC 5545 3.1: unfolding, names, parameters, values, escaped text. Everything is
 * bounded; a part beyond its bound is left out, never half read. */
#pragma once

#include <glib.h>

#define ONE_LINE_MAX_PHYSICAL (64 * 1024) /* bytes of a line as it stands in the file */
#define ONE_LINE_MAX_VALUE (256 * 1024)   /* bytes of an unfolded line */
#define ONE_LINE_MAX_PARAMETERS 100

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

void one_lines_begin (OneLines *lines, const char *text, gsize length, guint number, char bare_end);
/* The next line that has a name and a value; FALSE at the end. `line` lives until the next call. */
gboolean one_lines_next (OneLines *lines, OneLine *line);
void one_lines_finish (OneLines *lines);

/* The value of parameter `name` (upper case), without its quotes and with ^n ^^ ^' decoded
 * (RFC 6868); of several values the whole list. NULL if there is none. (transfer full) */
char *one_line_get_param (const OneLine *line, const char *name);

/* Walks the parameters: name and value are as written, not ended by NUL. `next` begins as
 * line->params. FALSE at the end. */
typedef struct {
  const char *name, *value;
  gsize name_length, value_length;
} OneParam;
gboolean one_line_next_param (const char **next, OneParam *param);
/* Without quotes and with ^n ^^ ^' decoded. (transfer full) */
char *one_param_get (const OneParam *param);

/* The value as TEXT, unescaped: RFC 5545 3.3.11. (transfer full) */
char *one_line_get_text (const OneLine *line);
