/* SPDX-License-Identifier: MIT */
#include "core/detect/title.h"

#include "core/detect/title-prefix.h"
#include <string.h>

#define MAX_WORDS 4
#define MAX_NAME 60

/* A mark stands alone: no letter, digit or sign of a date, time, version or range before it, none
 * of the latter with a digit after it. */
#define MARK                                                                                       \
  "(?<![\\p{L}\\p{N}_:/.,#$+-])"                                                                   \
  "(?:1:1|1-1|1 ?on ?1|1-on-1|1 ?to ?1|1-to-1|one[ -]on[ -]one|one[ -]to[ -]one|o3)s?"             \
  "(?![\\p{L}\\p{N}_]|[-:/.,+]\\p{N})"
#define WITH "(?<![\\p{L}\\p{N}])(?:with|mit|avec|con|w/)(?![\\p{L}\\p{N}])"
#define ASIDE "\\s[-–—]+\\s|^[-–—]+\\s|\\s[-–—]+$|[|:;()\\[\\]]+"
#define JOINED "\\s*(?:<->|<=>|<>|↔|⇄|/|&|\\+|,|\\s(?:and|und|et|y)\\s)\\s*"
#define BETWEEN "^(.+?)\\s*(?:<->|<=>|<>|↔|⇄|/)\\s*(.+)$"

/* Words that are no part of a name, folded. */
static const char *const fillers[] = {
  "weekly",  "biweekly", "bi-weekly", "fortnightly", "monthly",  "quarterly",  "daily",
  "meeting", "catch-up", "catchup",   "sync",        "check-in", "checkin",    "call",
  "chat",    "session",  "regular",   "recurring",   "review",   "coaching",   "mentoring",
  "our",     "the",      "my",        "skip-level",  "woche",    "wöchentlich"
};

static const char *const selves[] = { "me", "myself", "ich", "mich", "mir", "moi", "yo" };

static gboolean
word_is_one_of (const char *word, const char *const *words, gsize n)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (gsize i = 0; i < n; i++)
    if (strcmp (folded, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Whether a name is mine: "me", or the name in front of the "@" of an address of mine, or the
 * first word of that. */
static gboolean
name_is_mine (const char *name, const char *const *me)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  if (word_is_one_of (name, selves, G_N_ELEMENTS (selves)))
    return TRUE;
  for (guint i = 0; me && me[i]; i++) {
    g_autofree char *mine = g_strndup (me[i], strcspn (me[i], "@+"));
    char *space;

    if (strcmp (folded, me[i]) == 0 || strcmp (folded, g_strdelimit (mine, "._-", ' ')) == 0)
      return TRUE;
    space = strchr (mine, ' ');
    if (space && space - mine > 1 && strncmp (folded, mine, (gsize) (space - mine)) == 0
        && !folded[space - mine])
      return TRUE;
  }
  return FALSE;
}

/* Without fillers, quotes and possessive; "" if nothing of a name is left. */
static char *
name_clean (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t.,!?\"", -1);
  g_autoptr (GString) name = g_string_new (NULL);
  guint n = 0;

  if (strchr (text, '@'))
    return g_strstrip (g_strdup (text));
  for (guint i = 0; words[i]; i++) {
    char *word = words[i];

    if (g_str_has_suffix (word, "'s") || g_str_has_suffix (word, "’s"))
      *strrchr (word, g_str_has_suffix (word, "'s") ? '\'' : '\xe2') = '\0';
    if (!*word || word_is_one_of (word, fillers, G_N_ELEMENTS (fillers)))
      continue;
    if (strpbrk (word, "0123456789"))
      return g_strdup ("");
    g_string_append_printf (name, "%s%s", n++ > 0 ? " " : "", word);
  }
  if (n > MAX_WORDS || g_utf8_strlen (name->str, -1) > MAX_NAME)
    return g_strdup ("");
  return g_strdup (name->str);
}

/* The one in "Ada", "Ada / Bob" if Bob is me. */
static OneTitleKind
segment_parse (const char *segment, const char *const *me, char **name)
{
  g_auto (GStrv) parts = g_regex_split_simple (JOINED, segment, G_REGEX_CASELESS, 0);
  g_autofree char *found = NULL;

  for (guint i = 0; parts[i]; i++) {
    g_autofree char *part = name_clean (parts[i]);

    if (!*part || name_is_mine (part, me))
      continue;
    if (found)
      return ONE_TITLE_AMBIGUOUS;
    found = g_steal_pointer (&part);
  }
  *name = g_steal_pointer (&found);
  return *name ? ONE_TITLE_NAMED : ONE_TITLE_NAMELESS;
}

/* The segment of `text` that names somebody, the first or the last one. */
static OneTitleKind
text_parse (const char *text, gboolean last, const char *const *me, char **name)
{
  g_auto (GStrv) segments = g_regex_split_simple (ASIDE, text, 0, 0);
  guint n = g_strv_length (segments);

  for (guint i = 0; i < n; i++) {
    OneTitleKind kind = segment_parse (segments[last ? n - 1 - i : i], me, name);

    if (kind != ONE_TITLE_NAMELESS)
      return kind;
  }
  return ONE_TITLE_NAMELESS;
}

/* A title is cut at its mark: the name follows it ("1:1 Ada", "1:1 with Ada") or stands before. */
static OneTitleKind
halves_parse (const char *before, const char *after, const char *const *me, char **name)
{
  g_auto (GStrv) with = g_regex_split_simple (WITH, after, G_REGEX_CASELESS, 0);
  guint n = g_strv_length (with);
  OneTitleKind kind = text_parse (n > 0 ? with[n - 1] : "", FALSE, me, name);

  return kind == ONE_TITLE_NAMELESS ? text_parse (before, TRUE, me, name) : kind;
}

/* The part of the title that matches the "*" of a pattern with one of them; the whole title for
 * other patterns. */
static char *
pattern_capture (const char *pattern, const char *title)
{
  const char *star = strchr (pattern, '*');
  glong length = g_utf8_strlen (title, -1);
  glong before = star ? g_utf8_strlen (pattern, star - pattern) : 0;
  glong after = star ? g_utf8_strlen (star + 1, -1) : 0;

  if (!star || strchr (star + 1, '*') || before + after > length)
    return g_strdup (title);
  return g_utf8_substring (title, before, length - after);
}

static const char *
patterns_find (const char *title, const OneSettings *settings)
{
  g_autofree char *folded = g_utf8_strdown (title, -1);

  for (guint i = 0; settings->titles[i]; i++) {
    g_autofree char *pattern = g_utf8_strdown (settings->titles[i], -1);

    if (g_pattern_match_simple (pattern, folded))
      return settings->titles[i];
  }
  return NULL;
}

/* "Ada / me": without a mark, one side has to be me. */
static OneTitleKind
pair_parse (const char *title, const char *const *me, char **name)
{
  g_autoptr (GRegex) regex = g_regex_new (BETWEEN, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_auto (GStrv) sides = NULL;
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (!g_regex_match (regex, title, 0, &match))
    return ONE_TITLE_OTHER;
  sides = g_match_info_fetch_all (match);
  left = name_clean (sides[1]);
  right = name_clean (sides[2]);
  if (name_is_mine (left, me) == name_is_mine (right, me))
    return ONE_TITLE_OTHER;
  return segment_parse (name_is_mine (left, me) ? right : left, me, name);
}

OneTitleKind
one_title_parse (const char *title, const char *const *me, const OneSettings *settings, char **name)
{
  g_autoptr (GRegex) regex = g_regex_new (MARK, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const char *pattern;
  g_autofree char *before = NULL;
  int from, to;

  *name = NULL;
  title = one_title_prefix_skip (title, NULL);
  pattern = patterns_find (title, settings);
  if (g_regex_match (regex, title, 0, &match) && g_match_info_fetch_pos (match, 0, &from, &to)) {
    before = g_strndup (title, (gsize) from);
    return halves_parse (before, title + to, me, name);
  }
  if (pattern) {
    g_autofree char *captured = pattern_capture (pattern, title);

    return halves_parse ("", captured, me, name);
  }
  return pair_parse (title, me, name);
}
