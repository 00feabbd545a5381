/* SPDX-License-Identifier: MIT */
#include "model/text.h"

#include <string.h>

#define JOINER 0x200d

typedef struct {
  GString *out;
  guint length;   /* characters in `out` */
  gunichar space; /* white space that waits for something to follow it; 0 for none */
  gunichar last;  /* the character `out` ends with */
  gboolean lines; /* line breaks are kept */
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
    gboolean line = cleaned->lines && (c == '\n' || cleaned->space == '\n');

    cleaned->space = line ? '\n' : ' ';
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

static char *
text_clean (const char *text, gssize length, guint max, gboolean lines)
{
  gsize bytes = length < 0 ? strlen (text) : strnlen (text, (gsize) length);
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) bytes);
  Cleaned cleaned = { .out = g_string_new (NULL), .lines = lines };

  for (const char *p = valid; *p && cleaned.length <= max; p = g_utf8_next_char (p))
    cleaned_add (&cleaned, g_utf8_get_char (p));
  if (cleaned.length > max && max > 0) {
    const char *cut = g_utf8_offset_to_pointer (cleaned.out->str, (glong) max - 1);

    g_string_truncate (cleaned.out, (gsize) (cut - cleaned.out->str));
    g_string_append (cleaned.out, "…");
  }
  return g_string_free (cleaned.out, FALSE);
}

char *
one_text_clean (const char *text, gssize length, guint max)
{
  return text_clean (text, length, max, FALSE);
}

char *
one_text_clean_lines (const char *text, gssize length, guint max)
{
  return text_clean (text, length, max, TRUE);
}
