/* SPDX-License-Identifier: MIT */
#include "model/base/text.h"

#include <string.h>

#define JOINER 0x200d

typedef struct {
  GString *out;
  guint length;   /* characters in `out` */
  gunichar space; /* white space that waits for something to follow it; 0 for none */
  gunichar last;  /* the character `out` ends with */
} Cleaned;

/* Invisible or reordering: they make a text read otherwise than it is. The joiner, which makes one
 * emoji of several, is looked at in cleaned_add. */
static gboolean
text_is_hidden (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  if (type == G_UNICODE_FORMAT)
    return c != JOINER;
  return type == G_UNICODE_CONTROL || type == G_UNICODE_SURROGATE || type == G_UNICODE_PRIVATE_USE
         || type == G_UNICODE_UNASSIGNED || c == 0x034f || c == 0x115f || c == 0x1160 || c == 0x3164
         || c == 0xffa0;
}

static void
cleaned_add (Cleaned *cleaned, gunichar c)
{
  if (g_unichar_isspace (c)) {
    cleaned->space = ' ';
    return;
  }
  if (text_is_hidden (c))
    return;
  if (c == JOINER && (cleaned->length == 0 || cleaned->space || cleaned->last == JOINER))
    return;
  if (cleaned->space && cleaned->length > 0) {
    g_string_append_unichar (cleaned->out, cleaned->space);
    cleaned->length++;
  }
  cleaned->space = 0;
  cleaned->last = c;
  g_string_append_unichar (cleaned->out, c);
  cleaned->length++;
}

/* Keeps the first `max` characters, the last of them "…" if there are more. */
static char *
text_cut (GString *text, guint length, guint max)
{
  const char *cut;

  if (length > max && max > 0) {
    cut = g_utf8_offset_to_pointer (text->str, (glong) max - 1);
    g_string_truncate (text, (gsize) (cut - text->str));
    g_string_append (text, "…");
  }
  return g_string_free (text, FALSE);
}

static gsize
text_length (const char *text, gssize length)
{
  return length < 0 ? strlen (text) : strnlen (text, (gsize) length);
}

/* Most texts are: they need no second look, and there are many. */
static gboolean
text_is_plain (const char *text, gsize bytes)
{
  gboolean space = TRUE;

  for (gsize i = 0; i < bytes; i++) {
    if (text[i] < ' ' || text[i] > '~' || (space && text[i] == ' '))
      return FALSE;
    space = text[i] == ' ';
  }
  return bytes == 0 || !space;
}

char *
one_text_clean (const char *text, gssize length, guint max)
{
  gsize bytes = text_length (text, length);
  g_autofree char *valid = NULL;
  Cleaned cleaned = { 0 };

  if (bytes <= max && text_is_plain (text, bytes))
    return g_strndup (text, bytes);
  valid = g_utf8_make_valid (text, (gssize) bytes);
  cleaned.out = g_string_new (NULL);
  for (const char *p = valid; *p && cleaned.length <= max; p = g_utf8_next_char (p))
    cleaned_add (&cleaned, g_utf8_get_char (p));
  return text_cut (cleaned.out, cleaned.length, max);
}

char *
one_text_clean_lines (const char *text, gssize length, guint max)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) text_length (text, length));
  GString *out = g_string_new (NULL);
  guint characters = 0;

  g_strchomp (valid);
  for (const char *p = valid; *p && characters <= max; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if ((c == '\n' && characters > 0) || c == '\t' || (c != '\n' && !text_is_hidden (c))) {
      g_string_append_unichar (out, c);
      characters++;
    }
  }
  return text_cut (out, characters, max);
}
