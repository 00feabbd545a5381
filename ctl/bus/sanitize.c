/* SPDX-License-Identifier: MIT */
#include "ctl/bus/sanitize.h"

#include <string.h>

#define JOINER 0x200d     /* joins several emoji into one: kept */
#define TAGS_FROM 0xe0000 /* invisible copies of the ASCII letters */
#define TAGS_TO 0xe0fff

static gboolean
sanitize_is_hidden (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  if (c == JOINER)
    return FALSE;
  if (c >= TAGS_FROM && c <= TAGS_TO)
    return TRUE;
  return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || type == G_UNICODE_SURROGATE
         || type == G_UNICODE_PRIVATE_USE;
}

static gboolean
sanitize_is_break (gunichar c)
{
  return c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029 || c == 0x85;
}

/* Most text is clean, and needs no copy character by character. */
static gboolean
sanitize_is_clean (const char *text, gboolean lines)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!(lines && c == '\n') && (sanitize_is_break (c) || sanitize_is_hidden (c)))
      return FALSE;
  }
  return TRUE;
}

static char *
sanitize_text (const char *text, gboolean lines)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) clean = NULL;

  if (sanitize_is_clean (valid, lines))
    return g_steal_pointer (&valid);
  clean = g_string_new (NULL);
  for (const char *p = valid; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (lines && c == '\n')
      g_string_append_c (clean, '\n');
    else if (sanitize_is_break (c))
      g_string_append_c (clean, ' ');
    else if (!sanitize_is_hidden (c))
      g_string_append_unichar (clean, c);
  }
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

char *
one_sanitize_text (const char *text)
{
  return sanitize_text (text, FALSE);
}

/* Recursion is bounded: D-Bus allows 64 levels of containers. `lines`: keep line breaks. */
static GVariant *
sanitize_value (GVariant *value, gboolean lines)
{
  g_autoptr (GVariantBuilder) builder = NULL;
  GVariantIter iter;
  GVariant *child;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING)) {
    g_autofree char *clean = sanitize_text (g_variant_get_string (value, NULL), lines);

    return g_variant_new_string (clean);
  }
  if (!g_variant_is_container (value))
    return value;
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_DICT_ENTRY)) {
    g_autoptr (GVariant) key = g_variant_get_child_value (value, 0);
    g_autoptr (GVariant) content = g_variant_get_child_value (value, 1);

    if (g_variant_is_of_type (key, G_VARIANT_TYPE_STRING))
      lines = lines || g_str_equal (g_variant_get_string (key, NULL), "notes");
    return g_variant_new_dict_entry (sanitize_value (key, FALSE), sanitize_value (content, lines));
  }
  builder = g_variant_builder_new (g_variant_get_type (value));
  g_variant_iter_init (&iter, value);
  while ((child = g_variant_iter_next_value (&iter))) {
    g_variant_builder_add_value (builder, sanitize_value (child, lines));
    g_variant_unref (child);
  }
  return g_variant_builder_end (builder);
}

GVariant *
one_sanitize_value (GVariant *value)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (value);

  return g_variant_ref_sink (sanitize_value (sunk, FALSE));
}

char *
one_sanitize_markup (const char *text)
{
  g_autofree char *clean = one_sanitize_text (text);

  return g_markup_escape_text (clean, -1);
}
