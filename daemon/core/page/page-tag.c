/* SPDX-License-Identifier: MIT */
#include "core/page/page-tag.h"

#include <string.h>

#include "core/page/page-box.h"
#include "core/page/page-raw.h"

#define ID_DIGITS 18
#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"

static gboolean
is_word_end (const char *text)
{
  return *text == '\0' || one_page_box_skip_blanks (text) != text;
}

static gboolean
is_word_begin (const char *line, const char *text)
{
  const char *before = text == line ? NULL : g_utf8_prev_char (text);

  return !before || one_page_box_skip_blanks (before) == text;
}

/* The number behind the letter of "a12"; 0 for anything else. */
static gint64
parse_id (const char *word, char letter)
{
  gsize digits = word[0] == letter ? strspn (word + 1, "0123456789") : 0;

  if (digits == 0 || digits > ID_DIGITS || word[digits + 1])
    return 0;
  return g_ascii_strtoll (word + 1, NULL, 10);
}

static gboolean
has_action (const GPtrArray *actions, gint64 id)
{
  for (guint i = 0; id > 0 && i < actions->len; i++)
    if (((const OneAction *) g_ptr_array_index (actions, i))->id == id)
      return TRUE;
  return FALSE;
}

static gboolean
has_point (const GPtrArray *points, gint64 id)
{
  for (guint i = 0; id > 0 && i < points->len; i++)
    if (((const OnePoint *) g_ptr_array_index (points, i))->id == id)
      return TRUE;
  return FALSE;
}

static OneTagKind
judge (const OnePageKnown *known, const char *word)
{
  if (parse_id (word, 'm') == known->meeting && known->meeting > 0)
    return ONE_TAG_MEETING;
  if (has_action (known->actions, parse_id (word, 'a'))
      || has_point (known->points, parse_id (word, 'p')))
    return ONE_TAG_PROMISE;
  return one_catalogue_find (known->catalogue, word) ? ONE_TAG_CATEGORY : ONE_TAG_NONE;
}

/* Whether it looks like a tag of oned's, but is none here. */
static OneTagKind
judge_stray (const OnePageKnown *known, const char *word)
{
  gboolean numbered = parse_id (word, 'a') > 0 || parse_id (word, 'p') > 0;

  return numbered && judge (known, word) == ONE_TAG_NONE ? ONE_TAG_PROMISE : ONE_TAG_NONE;
}

typedef OneTagKind (*Judge) (const OnePageKnown *known, const char *word);

static OnePageTag
find_last (const OnePageKnown *known, const char *text, Judge look)
{
  OnePageTag tag = { 0 };

  for (const char *p = strchr (text, '#'); p; p = strchr (p + 1, '#')) {
    gsize length = strspn (p + 1, LETTERS);
    g_autofree char *word = NULL;
    OneTagKind kind;

    if (length == 0 || !is_word_begin (text, p) || !is_word_end (p + length + 1))
      continue;
    word = g_strndup (p + 1, length);
    kind = look (known, word);
    if (kind == ONE_TAG_NONE)
      continue;
    g_free (tag.key);
    tag = (OnePageTag){ kind, g_steal_pointer (&word), p + length + 1 };
  }
  return tag;
}

OnePageTag
one_page_tag_find (const OnePageKnown *known, const char *text)
{
  return find_last (known, text, judge);
}

OnePageTag
one_page_tag_find_stray (const OnePageKnown *known, const char *text)
{
  return find_last (known, text, judge_stray);
}

char *
one_page_tag_dup_item (const char *text)
{
  const char *minutes = g_str_has_prefix (text, "**") ? strstr (text + 2, "** · ") : NULL;
  const char *tag = minutes ? strstr (minutes, " #") : NULL;
  gsize length = tag ? strspn (tag + 2, LETTERS) : 0;

  if (length == 0 || *one_page_box_skip_blanks (tag + 2 + length) != '\0')
    return NULL;
  return g_strndup (tag + 2, length);
}

void
one_page_tag_clear (OnePageTag *tag)
{
  g_clear_pointer (&tag->key, g_free);
}

const OneCategory *
one_page_tag_find_title (const OnePageKnown *known, const char *text)
{
  const char *end = g_str_has_prefix (text, "**") ? strstr (text + 2, "**") : NULL;
  g_autofree char *written = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *title = NULL;

  if (!end)
    return NULL;
  written = g_strndup (text + 2, (gsize) (end - text - 2));
  plain = one_page_raw_unescape (written);
  title = g_utf8_casefold (plain, -1);
  for (guint i = 0; i < known->catalogue->categories->len; i++) {
    const OneCategory *category = g_ptr_array_index (known->catalogue->categories, i);
    g_autofree char *folded = g_utf8_casefold (category->title, -1);

    if (g_str_equal (folded, title))
      return category;
  }
  return NULL;
}

/* Whether it is a word of the person's name, or, for want of one, of the address up to its "@". */
static gboolean
is_named (const char *person, const char *folded)
{
  g_autofree char *name = g_strndup (person, strcspn (person, "@"));
  g_auto (GStrv) words = g_strsplit_set (name, " .,", -1);

  for (guint i = 0; words[i]; i++) {
    g_autofree char *word = g_utf8_casefold (words[i], -1);

    if (*word && g_str_equal (word, folded))
      return TRUE;
  }
  return FALSE;
}

const char *
one_page_tag_find_owner (const OnePageKnown *known, const char *text, const char **rest)
{
  gsize length = *text == '@' ? strcspn (text, " \t:,") : 0;
  g_autofree char *written = NULL;
  g_autofree char *folded = NULL;

  if (length < 2)
    return NULL;
  written = g_strndup (text + 1, length - 1);
  folded = g_utf8_casefold (written, -1);
  *rest = one_page_box_skip_blanks (text + length + strspn (text + length, ":,"));
  if (g_str_equal (folded, "me"))
    return one_words_format_owner (ONE_OWNER_ME);
  if (g_str_equal (folded, "them") || is_named (known->person, folded))
    return one_words_format_owner (ONE_OWNER_THEM);
  return NULL;
}
