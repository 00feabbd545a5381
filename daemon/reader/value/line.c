/* SPDX-License-Identifier: MIT */
#include "reader/value/line.h"

#include <string.h>

void
one_line_begin (OneLines *lines, const char *text, gsize length, guint number, char bare_end)
{
  lines->next = text;
  lines->end = text + length;
  lines->number = number;
  lines->bare_end = bare_end;
  if (!lines->held)
    lines->held = g_string_sized_new (256);
}

void
one_line_finish (OneLines *lines)
{
  if (lines->held)
    g_string_free (lines->held, TRUE);
  lines->held = NULL;
}

/* Adds bytes without the NULs, with which some would hide what follows. */
static void
held_add (GString *held, const char *text, gsize length)
{
  if (!memchr (text, '\0', length)) {
    g_string_append_len (held, text, (gssize) length);
    return;
  }
  for (gsize i = 0; i < length; i++)
    if (text[i])
      g_string_append_c (held, text[i]);
}

/* Takes one physical line, `skip` bytes into it. FALSE if it was too long for the line in hand. */
static gboolean
take_physical (OneLines *lines, gsize skip)
{
  const char *start = lines->next + skip;
  const char *stop = memchr (start, lines->bare_end, (gsize) (lines->end - start));
  gsize length;

  lines->next = stop ? stop + 1 : lines->end;
  lines->number++;
  if (!stop)
    stop = lines->end;
  while (stop > start && stop[-1] == '\r')
    stop--;
  length = (gsize) (stop - start);
  if (lines->held->len + length > ONE_LINE_MAX_VALUE)
    return FALSE;
  held_add (lines->held, start, length);
  return length < ONE_LINE_MAX_PHYSICAL;
}

static gboolean
is_continued (const OneLines *lines)
{
  return lines->next < lines->end && (*lines->next == ' ' || *lines->next == '\t');
}

/* Where the value begins: after the first colon outside quotes. Where quotes are left open, after
 * the first colon at all. */
static char *
find_value (char *text)
{
  gboolean quoted = FALSE;

  for (char *p = text; *p; p++) {
    if (*p == '"')
      quoted = !quoted;
    else if (*p == ':' && !quoted)
      return p;
  }
  return strchr (text, ':');
}

/* A line that was cut before its value began has an empty one: what it was for must be told. */
static gboolean
split (GString *held, OneLine *line)
{
  char *text = held->str;
  gsize name = strcspn (text, ";:");
  char *colon;

  if (name == 0 || !text[name] || strcspn (text, " \"=") < name)
    return FALSE;
  colon = find_value (text + name);
  if (!colon && !line->cut)
    return FALSE;
  if (!colon)
    colon = text + held->len;
  line->name = text;
  line->params = colon == text + name ? colon : text + name + 1;
  line->value = colon + (*colon ? 1 : 0);
  line->length = held->len - (gsize) (line->value - text);
  *colon = '\0';
  text[name] = '\0';
  for (char *p = text; *p; p++)
    *p = g_ascii_toupper (*p);
  return TRUE;
}

gboolean
one_line_next (OneLines *lines, OneLine *line)
{
  while (lines->next < lines->end) {
    g_string_truncate (lines->held, 0);
    line->number = lines->number;
    line->cut = !take_physical (lines, 0);
    while (is_continued (lines))
      line->cut = !take_physical (lines, 1) || line->cut;
    if (split (lines->held, line))
      return TRUE;
  }
  return FALSE;
}
