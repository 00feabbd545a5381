/* SPDX-License-Identifier: MIT */
#include "wire/fold.h"

#include <string.h>

/* Unicode's combining diacritical marks; those of other scripts are part of their letters. */
#define MARKS_FROM 0x300
#define MARKS_TO 0x36f

/* Letters that Unicode does not take apart, and signs that are typed in more than one way. */
static const struct {
  gunichar written;
  const char *typed;
} plain[] = {
  { 0x00e6, "ae" }, { 0x00f0, "d" }, { 0x00f8, "o" }, { 0x00fe, "th" }, { 0x0111, "d" },
  { 0x0127, "h" },  { 0x0131, "i" }, { 0x0142, "l" }, { 0x0153, "oe" }, { 0x00b4, "'" },
  { 0x0060, "'" },  { 0x02bc, "'" }, { 0x2018, "'" }, { 0x2019, "'" },  { 0x201b, "'" },
  { 0x2032, "'" },  { 0x2010, "-" }, { 0x2011, "-" }, { 0x2012, "-" },  { 0x2013, "-" },
  { 0x2212, "-" },
};

static const struct {
  gunichar written;
  const char *typed;
} umlauts[] = {
  { 0x00e4, "ae" },
  { 0x00f6, "oe" },
  { 0x00fc, "ue" },
  { 0x00e5, "aa" },
};

static void
fold_add (GString *out, gunichar c)
{
  if (c >= MARKS_FROM && c <= MARKS_TO)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (plain[i].written == c) {
      g_string_append (out, plain[i].typed);
      return;
    }
  g_string_append_unichar (out, c);
}

static char *
fold_ascii (const char *text)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);

  return g_strdelimit (g_steal_pointer (&lower), "`", '\'');
}

/* ´ would be taken apart into a blank and a mark: it goes first. */
static char *
fold_signs (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == 0x00b4)
      g_string_append_c (out, '\'');
    else
      g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

char *
one_fold_text (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *signs = NULL;
  g_autofree char *apart = NULL;
  g_autofree char *lower = NULL;
  GString *out;

  if (g_str_is_ascii (text))
    return fold_ascii (text);
  valid = g_utf8_make_valid (text, -1);
  signs = fold_signs (valid);
  lower = g_utf8_casefold (signs, -1);
  apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  out = g_string_new (NULL);
  for (const char *p = apart; *p; p = g_utf8_next_char (p))
    fold_add (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

/* "Müller" -> "Mueller"; NULL if the text has no such letter. */
static char *
fold_spell_umlauts (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *lower = g_utf8_casefold (composed, -1);
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean any = FALSE;

  for (const char *p = lower; *p; p = g_utf8_next_char (p)) {
    const char *two = NULL;

    for (guint i = 0; i < G_N_ELEMENTS (umlauts); i++)
      if (umlauts[i].written == g_utf8_get_char (p))
        two = umlauts[i].typed;
    any = any || two;
    if (two)
      g_string_append (out, two);
    else
      g_string_append_unichar (out, g_utf8_get_char (p));
  }
  return any ? one_fold_text (out->str) : NULL;
}

static gboolean
fold_has_word (const char *folded, const char *beginning)
{
  gboolean start = TRUE;

  for (const char *p = folded; *p; p = g_utf8_next_char (p)) {
    if (start && g_str_has_prefix (p, beginning))
      return TRUE;
    start = !g_unichar_isalnum (g_utf8_get_char (p));
  }
  return FALSE;
}

gboolean
one_fold_begins_word (const char *typed, const char *text)
{
  g_autofree char *beginning = one_fold_text (typed);
  g_autofree char *folded = one_fold_text (text);
  g_autofree char *spelt = NULL;

  if (!*beginning)
    return FALSE;
  if (fold_has_word (folded, beginning))
    return TRUE;
  spelt = g_str_is_ascii (text) ? NULL : fold_spell_umlauts (text);
  return spelt && fold_has_word (spelt, beginning);
}
