/* SPDX-License-Identifier: MIT */
#include "reader/value/line.h"

#include <string.h>

void
one_lines_begin (OneLines *lines, const char *text, gsize length, guint number, char bare_end)
{
  lines->next = text;
  lines->end = text + length;
  lines->number = number;
  lines->bare_end = bare_end;
  if (!lines->held)
    lines->held = g_string_sized_new (256);
}

void
one_lines_finish (OneLines *lines)
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
one_lines_next (OneLines *lines, OneLine *line)
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

static char *
decode (const char *text, gsize length)
{
  GString *out = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++) {
    char next = i + 1 < length ? text[i + 1] : '\0';

    if (text[i] == '"')
      continue;
    if (text[i] != '^' || (next != 'n' && next != '^' && next != '\'')) {
      g_string_append_c (out, text[i]);
      continue;
    }
    g_string_append_c (out, (char) (next == 'n' ? '\n' : next == '\'' ? '"' : '^'));
    i++;
  }
  return g_string_free (out, FALSE);
}

/* Length of the parameter that begins here: up to a ';' outside quotes. */
static gsize
param_length (const char *p)
{
  gboolean quoted = FALSE;
  gsize i;

  for (i = 0; p[i] && (quoted || p[i] != ';'); i++)
    if (p[i] == '"')
      quoted = !quoted;
  return i;
}

gboolean
one_line_next_param (const char **next, OneParam *param)
{
  const char *start = *next;
  gsize length = param_length (start);
  const char *equals = memchr (start, '=', length);

  if (!*start)
    return FALSE;
  *next = start + length + (start[length] ? 1 : 0);
  param->name = start;
  param->name_length = equals ? (gsize) (equals - start) : length;
  param->value = equals ? equals + 1 : start + length;
  param->value_length = (gsize) (start + length - param->value);
  return TRUE;
}

char *
one_param_get (const OneParam *param)
{
  return decode (param->value, param->value_length);
}

char *
one_line_get_param (const OneLine *line, const char *name)
{
  gsize wanted = strlen (name);
  const char *next = line->params;
  OneParam param;

  for (guint i = 0; i < ONE_LINE_MAX_PARAMETERS && one_line_next_param (&next, &param); i++)
    if (param.name_length == wanted && g_ascii_strncasecmp (param.name, name, wanted) == 0)
      return one_param_get (&param);
  return NULL;
}

char *
one_line_get_text (const OneLine *line)
{
  GString *out = g_string_sized_new (line->length);

  for (const char *p = line->value; *p; p++) {
    if (*p != '\\' || !p[1]) {
      g_string_append_c (out, *p);
      continue;
    }
    p++;
    g_string_append_c (out, *p == 'n' || *p == 'N' ? '\n' : *p);
  }
  return g_string_free (out, FALSE);
}
