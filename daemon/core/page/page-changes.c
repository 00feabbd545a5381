/* SPDX-License-Identifier: MIT */
#include "core/page/page-changes.h"

#include <string.h>

#define GONE_MAX 200 /* deleted lines that are remembered */

typedef struct {
  const GPtrArray *before;
  GPtrArray *after;
  GArray *to;   /* (owned) for each line of `before`: its place in `after`, or -1 */
  GArray *from; /* (owned) the other way round */
} Pairs;

static const OnePageLine *
line_at (const GPtrArray *lines, guint i)
{
  return g_ptr_array_index (lines, i);
}

static int
pair_get (const GArray *places, guint i)
{
  return g_array_index (places, int, i);
}

static GArray *
places_new (guint count)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (int), count);

  for (guint i = 0; i < count; i++) {
    int none = -1;

    g_array_append_val (places, none);
  }
  return places;
}

static void
pairs_set (Pairs *pairs, guint b, guint a)
{
  g_array_index (pairs->to, int, b) = (int) a;
  g_array_index (pairs->from, int, a) = (int) b;
}

/* Drops case, outer blanks and the final sign: differences that make no other action. */
static char *
normalise (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  gsize length;

  g_strstrip (folded);
  length = strlen (folded);
  while (length > 0 && strchr (".!;,", folded[length - 1]))
    length--;
  return g_strndup (folded, length);
}

static guint
count_words (char **words)
{
  guint count = 0;

  for (guint i = 0; words[i]; i++)
    count += *words[i] != '\0';
  return count;
}

static guint
count_shared (char **some, char **others)
{
  guint shared = 0;

  for (guint i = 0; some[i]; i++)
    shared += *some[i] && g_strv_contains ((const char *const *) others, some[i]);
  return shared;
}

static gboolean
is_similar (const char *one, const char *two)
{
  g_auto (GStrv) some = g_strsplit (one, " ", -1);
  g_auto (GStrv) others = g_strsplit (two, " ", -1);
  guint longer = MAX (count_words (some), count_words (others));

  if (g_str_has_prefix (one, two) || g_str_has_prefix (two, one))
    return TRUE;
  return MIN (count_shared (some, others), count_shared (others, some)) * 2 >= longer;
}

typedef gboolean (*Likeness) (const OnePageLine *before, const OnePageLine *after);

static gboolean
has_key (const OnePageLine *before, const OnePageLine *after)
{
  return before->kind == after->kind && before->kind != ONE_PAGE_ACTION
         && g_str_equal (before->key, after->key);
}

static gboolean
is_action (const OnePageLine *before, const OnePageLine *after)
{
  return before->kind == ONE_PAGE_ACTION && after->kind == ONE_PAGE_ACTION;
}

static gboolean
is_same_there (const OnePageLine *before, const OnePageLine *after)
{
  g_autofree char *one = normalise (before->text);
  g_autofree char *two = normalise (after->text);

  return is_action (before, after) && !before->gone && g_str_equal (before->key, after->key)
         && g_str_equal (one, two);
}

static gboolean
is_same_gone (const OnePageLine *before, const OnePageLine *after)
{
  g_autofree char *one = normalise (before->text);
  g_autofree char *two = normalise (after->text);

  return is_action (before, after) && before->gone && g_str_equal (before->key, after->key)
         && g_str_equal (one, two);
}

static gboolean
is_edited (const OnePageLine *before, const OnePageLine *after)
{
  g_autofree char *one = normalise (before->text);
  g_autofree char *two = normalise (after->text);

  return is_action (before, after) && !before->gone && is_similar (one, two);
}

static void
pair_alike (Pairs *pairs, Likeness is_alike)
{
  for (guint b = 0; b < pairs->before->len; b++)
    for (guint a = 0; pair_get (pairs->to, b) < 0 && a < pairs->after->len; a++)
      if (pair_get (pairs->from, a) < 0
          && is_alike (line_at (pairs->before, b), line_at (pairs->after, a)))
        pairs_set (pairs, b, a);
}

/* The next unpaired action on `lines` from `i` on, before any paired line; -1 if there is none. */
static int
find_open (const GPtrArray *lines, const GArray *places, guint i)
{
  for (; i < lines->len; i++) {
    const OnePageLine *line = line_at (lines, i);

    if (line->gone || line->kind == ONE_PAGE_NOTE)
      continue;
    if (pair_get (places, i) >= 0)
      return -1;
    if (line->kind == ONE_PAGE_ACTION)
      return (int) i;
  }
  return -1;
}

/* Pairs the one unmatched line before with the one after, between the same two known lines: it was
 * rewritten. */
static void
pair_gap (Pairs *pairs, guint b, guint a)
{
  int before = find_open (pairs->before, pairs->to, b);
  int after = find_open (pairs->after, pairs->from, a);

  if (before < 0 || after < 0 || find_open (pairs->before, pairs->to, (guint) before + 1) >= 0
      || find_open (pairs->after, pairs->from, (guint) after + 1) >= 0)
    return;
  pairs_set (pairs, (guint) before, (guint) after);
}

static void
pair_gaps (Pairs *pairs)
{
  pair_gap (pairs, 0, 0);
  for (guint b = 0; b < pairs->before->len; b++)
    if (pair_get (pairs->to, b) >= 0)
      pair_gap (pairs, b + 1, (guint) pair_get (pairs->to, b) + 1);
}

static void
changes_add (GArray *changes, OnePageDid did, OnePageLine *line, const OnePageLine *before)
{
  OnePageChange change = { did, line, before };

  g_array_append_val (changes, change);
}

static gboolean
is_same_day (const GDate *one, const GDate *two)
{
  if (!g_date_valid (one) || !g_date_valid (two))
    return g_date_valid (one) == g_date_valid (two);
  return g_date_compare (one, two) == 0;
}

static void
compare_action (GArray *changes, OnePageLine *line, const OnePageLine *before)
{
  if (!before) {
    changes_add (changes, ONE_PAGE_ADDED, line, NULL);
    return;
  }
  if (before->gone)
    changes_add (changes, ONE_PAGE_RETURNED, line, before);
  if (!g_str_equal (before->text, line->text) || !g_str_equal (before->key, line->key)
      || !is_same_day (&before->due, &line->due))
    changes_add (changes, ONE_PAGE_EDITED, line, before);
  if (before->state != line->state)
    changes_add (changes, ONE_PAGE_STATE, line, before);
}

/* `before` is NULL for what was not there. */
static void
compare (GArray *changes, OnePageLine *line, const OnePageLine *before)
{
  OneState was = before ? before->state : ONE_STATE_OPEN;

  switch (line->kind) {
  case ONE_PAGE_CATEGORY:
    if (one_page_line_is_ticked_anew (line, before) || was != line->state)
      changes_add (changes, line->state == ONE_STATE_DONE ? ONE_PAGE_TOUCHED : ONE_PAGE_UNTOUCHED,
                   line, before);
    return;
  case ONE_PAGE_PROMISE:
    if (was != line->state)
      changes_add (changes, ONE_PAGE_STATE, line, before);
    return;
  case ONE_PAGE_ACTION:
    compare_action (changes, line, before);
    return;
  case ONE_PAGE_NOTE:
    if (!before || !g_str_equal (before->text, line->text))
      changes_add (changes, ONE_PAGE_NOTED, line, before);
    return;
  }
}

/* Keeps deleted actions, to recognise them if they come back, and notes, which are empty now; of a
 * page that was read in part, lines as they were. */
static void
keep_gone (Pairs *pairs, GArray *changes, gboolean partial)
{
  guint kept = 0;

  for (guint b = 0; b < pairs->before->len; b++) {
    const OnePageLine *before = line_at (pairs->before, b);
    gboolean stays = partial && !before->gone;
    OnePageLine *line;

    if (pair_get (pairs->to, b) >= 0 || before->row == 0 || (!stays && kept++ >= GONE_MAX))
      continue;
    line = one_page_line_dup (before);
    g_ptr_array_add (pairs->after, line);
    if (stays)
      continue;
    if (line->kind == ONE_PAGE_ACTION && !line->gone) {
      line->gone = TRUE;
      changes_add (changes, ONE_PAGE_REMOVED, line, before);
    }
    if (line->kind == ONE_PAGE_NOTE && *line->text) {
      line->text[0] = '\0';
      changes_add (changes, ONE_PAGE_NOTED, line, before);
    }
  }
}

GArray *
one_page_changes_list (const GPtrArray *before, GPtrArray *after, gboolean partial)
{
  static const Likeness likenesses[] = { has_key, is_same_there, is_same_gone, is_edited };
  g_autoptr (GArray) to = places_new (before->len);
  g_autoptr (GArray) from = places_new (after->len);
  Pairs pairs = { before, after, to, from };
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (OnePageChange));

  for (guint i = 0; i < G_N_ELEMENTS (likenesses); i++)
    pair_alike (&pairs, likenesses[i]);
  pair_gaps (&pairs);
  for (guint a = 0; a < from->len; a++) {
    OnePageLine *line = g_ptr_array_index (after, a);
    const OnePageLine *old =
        pair_get (from, a) < 0 ? NULL : line_at (before, (guint) pair_get (from, a));

    line->row = old ? old->row : 0;
    compare (changes, line, old);
  }
  keep_gone (&pairs, changes, partial);
  return changes;
}
