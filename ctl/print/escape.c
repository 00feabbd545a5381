/* SPDX-License-Identifier: MIT */
#include "ctl/print/escape.h"

#include <string.h>

#define WORD_JOINER "\xe2\x81\xa0" /* U+2060: takes no room, and parts "%" from "{" */

const char *const one_escape_names[] = { "",      "tmux", "polybar", "lemonbar", "dzen2",  "xmobar",
                                         "conky", "zsh",  "pango",   "yambar",   "genmon", NULL };

gboolean
one_escape_parse (const char *name, OneEscape *escape)
{
  for (guint i = 1; one_escape_names[i]; i++)
    if (g_str_equal (one_escape_names[i], name)) {
      *escape = (OneEscape) i;
      return TRUE;
    }
  return FALSE;
}

/* Puts `before` in front of each of the signs; without it, the sign itself once more. */
static char *
escape_signs (const char *text, const char *signs, const char *before)
{
  GString *out = g_string_new (NULL);

  for (; *text; text++) {
    if (strchr (signs, *text) && before)
      g_string_append (out, before);
    else if (strchr (signs, *text))
      g_string_append_c (out, *text);
    g_string_append_c (out, *text);
  }
  return g_string_free (out, FALSE);
}

static char *
escape_double (const char *text, const char *signs)
{
  return escape_signs (text, signs, NULL);
}

/* It has no escape for its tags: only "%{" is one. */
static char *
escape_polybar (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text; text++) {
    g_string_append_c (out, *text);
    if (text[0] == '%' && text[1] == '{')
      g_string_append (out, WORD_JOINER);
  }
  return g_string_free (out, FALSE);
}

/* Its reader takes "#" for a comment before it takes "$$" for a "$". */
static char *
escape_conky (const char *text)
{
  g_autofree char *dollars = escape_double (text, "$");

  return escape_signs (dollars, "#", "\\");
}

char *
one_escape_text (OneEscape escape, const char *text)
{
  switch (escape) {
  case ONE_ESCAPE_NONE:
  case ONE_ESCAPE_YAMBAR:
    return g_strdup (text);
  case ONE_ESCAPE_TMUX:
    return escape_double (text, "#");
  case ONE_ESCAPE_POLYBAR:
    return escape_polybar (text);
  case ONE_ESCAPE_LEMONBAR:
  case ONE_ESCAPE_ZSH:
    return escape_double (text, "%");
  case ONE_ESCAPE_DZEN2:
    return escape_double (text, "^");
  case ONE_ESCAPE_XMOBAR:
    return *text ? g_strdup_printf ("<raw=%ld:%s/>", g_utf8_strlen (text, -1), text)
                 : g_strdup ("");
  case ONE_ESCAPE_CONKY:
    return escape_conky (text);
  case ONE_ESCAPE_PANGO:
  case ONE_ESCAPE_GENMON:
    return g_markup_escape_text (text, -1);
  }
  g_return_val_if_reached (NULL);
}

char *
one_escape_wrap (OneEscape escape, const char *line, const char *state)
{
  if (escape == ONE_ESCAPE_YAMBAR)
    return g_strdup_printf ("text|string|%s\nstate|string|%s\n", line, state);
  if (escape == ONE_ESCAPE_GENMON)
    return g_strdup_printf ("<txt>%s</txt>", line);
  return g_strdup (line);
}
