/* SPDX-License-Identifier: MIT */
#include "ctl/suggest.h"

#include <string.h>

#define LONGEST 24 /* no name of a command or an option is longer */

static guint
suggest_min (guint a, guint b, guint c)
{
  return MIN (MIN (a, b), c);
}

/* Damerau-Levenshtein distance, with swaps of neighbours only. Both are at most LONGEST long. */
static guint
suggest_distance (const char *a, const char *b)
{
  guint rows[LONGEST + 1][LONGEST + 1];
  guint m = (guint) strlen (a);
  guint n = (guint) strlen (b);

  for (guint i = 0; i <= m; i++)
    rows[i][0] = i;
  for (guint j = 0; j <= n; j++)
    rows[0][j] = j;
  for (guint i = 1; i <= m; i++)
    for (guint j = 1; j <= n; j++) {
      guint same = a[i - 1] == b[j - 1] ? 0 : 1;

      rows[i][j] = suggest_min (rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        rows[i][j] = MIN (rows[i][j], rows[i - 2][j - 2] + 1);
    }
  return rows[m][n];
}

const char *
one_suggest_word (const char *typed, const char *const *words)
{
  const char *nearest = NULL;
  guint best = strlen (typed) > 4 ? 3 : 2; /* one more than a slip may have */

  if (strlen (typed) > LONGEST || typed[0] == '\0')
    return NULL;
  for (; *words; words++) {
    guint distance;

    if (strlen (*words) > LONGEST)
      continue;
    distance = g_str_has_prefix (*words, typed) ? 1 : suggest_distance (typed, *words);
    if (distance < best) {
      best = distance;
      nearest = *words;
    }
  }
  return nearest;
}
