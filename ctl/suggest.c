/* SPDX-License-Identifier: MIT */
#include "ctl/suggest.h"

#include "wire/near.h"

const char *
one_suggest_word (const char *typed, const char *const *words)
{
  const char *nearest = NULL;
  guint best = MAX (one_near_limit (typed), 2); /* one more than a slip may have */

  if (typed[0] == '\0')
    return NULL;
  for (; *words; words++) {
    guint distance = g_str_has_prefix (*words, typed) ? 1 : one_near_distance (typed, *words);

    if (distance < best) {
      best = distance;
      nearest = *words;
    }
  }
  return nearest;
}
