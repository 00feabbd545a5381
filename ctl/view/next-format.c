/* SPDX-License-Identifier: MIT */
#include "ctl/view/next-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "ctl/bus/unpack.h"
#include "ctl/view/next-line.h"
#include "ctl/view/show.h"
#include "wire/error.h"

static char *
format_person (OneContext *context, GVariant *next)
{
  return g_strdup (one_unpack_string (next, "person"));
}

static char *
format_also (OneContext *context, GVariant *next)
{
  return one_next_line_format_also (context, next);
}

static char *
format_place (OneContext *context, GVariant *next)
{
  return g_strdup (one_unpack_string (next, "location"));
}

static char *
format_title (OneContext *context, GVariant *next)
{
  return g_strdup (one_unpack_string (next, "summary"));
}

static char *
format_items (OneContext *context, GVariant *next)
{
  g_auto (GStrv) items = one_unpack_strings (next, "items");

  return g_strjoinv (", ", items);
}

static char *
format_day (OneContext *context, GVariant *next)
{
  return one_show_day (context, one_unpack_instant (next, "start"));
}

static char *
format_start (OneContext *context, GVariant *next)
{
  return one_show_time (context, one_unpack_instant (next, "start"));
}

static char *
format_end (OneContext *context, GVariant *next)
{
  return one_show_time (context, one_unpack_instant (next, "end"));
}

static char *
format_state (OneContext *context, GVariant *next)
{
  return g_strdup (one_next_line_get_state (context, next));
}

static const struct {
  const char *name;
  char *(*format) (OneContext *context, GVariant *next);
} names[] = {
  { "person", format_person }, { "also", format_also },   { "in", one_next_line_format_left },
  { "day", format_day },       { "start", format_start }, { "end", format_end },
  { "items", format_items },   { "place", format_place }, { "title", format_title },
  { "state", format_state },
};

/* Which of the names stands in braces at `at`; -1 for none. Moves `at` to its closing brace. */
static int
format_find (const char **at)
{
  const char *end = strchr (*at, '}');

  for (guint i = 0; end && i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i].name) == (gsize) (end - *at - 1)
        && strncmp (names[i].name, *at + 1, (gsize) (end - *at - 1)) == 0) {
      *at = end;
      return (int) i;
    }
  return -1;
}

gboolean
one_next_format_check (const char *format, GError **error)
{
  for (const char *at = format; *at; at++) {
    g_autofree char *rest = NULL;

    if (*at != '{')
      continue;
    if (at[1] == '{') {
      at++;
      continue;
    }
    if (format_find (&at) >= 0)
      continue;
    rest = g_utf8_make_valid (at, (gssize) strcspn (at, "}"));
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID,
                 _ ("no field '%s}': {person}, {also}, {in}, {day}, {start}, {end}, {items}, "
                    "{place}, {title} or {state}; '{{' is a brace"),
                 rest);
    return FALSE;
  }
  return TRUE;
}

char *
one_next_format_apply (OneContext *context, const char *format, OneEscape escape, GVariant *next)
{
  g_autofree char *valid = g_utf8_make_valid (format, -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *at = valid; *at; at++) {
    int name = *at == '{' && at[1] != '{' ? format_find (&at) : -1;

    if (name >= 0) {
      g_autofree char *text = names[name].format (context, next);
      g_autofree char *escaped = one_escape_text (escape, text);

      g_string_append (out, escaped);
      continue;
    }
    g_string_append_c (out, *at);
    at += at[0] == '{' && at[1] == '{';
  }
  return g_strstrip (g_strdup (out->str));
}
