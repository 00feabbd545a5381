/* SPDX-License-Identifier: MIT */
#include "engine/ops/own-words.h"

#include "model/base/text.h"
#include "wire/error.h"

#define TEXT_MAX 1000

char *
one_own_words_dup (const char *text, GError **error)
{
  g_autofree char *clean = one_text_clean (text, -1, TEXT_MAX + 1);

  if (*clean == '\0')
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, "the text is empty");
  else if (g_utf8_strlen (clean, -1) > TEXT_MAX)
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, "the text is longer than %d characters",
                 TEXT_MAX);
  else
    return g_steal_pointer (&clean);
  return NULL;
}
