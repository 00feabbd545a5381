/* SPDX-License-Identifier: MIT */
#include "ctl/health/title-hint.h"

#include "wire/fold.h"

static const struct {
  const char *word;
  OneRole role;
} roles[] = {
  { "mentor", ONE_ROLE_MENTOR },
  { "mentoring", ONE_ROLE_MENTOR },
  { "skip", ONE_ROLE_SKIP_LEVEL },
};

static const char *const ghosts[] = {
  "prep",   "preparation", "notes",   "template", "ratio",
  "lesson", "review",      "vorlage", "notizen",  "vorbereitung"
};

/* A whole word of the title, not its beginning only: "Skipper" skips nothing. */
static gboolean
hint_has_word (const char *title, const char *word)
{
  g_autofree char *folded = one_fold_text (title);
  g_auto (GStrv) words = g_regex_split_simple ("[^\\p{L}\\p{N}]+", folded, 0, 0);

  return g_strv_contains ((const char *const *) words, word);
}

gboolean
one_title_hint_role (const char *title, OneRole *role)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (hint_has_word (title, roles[i].word)) {
      *role = roles[i].role;
      return TRUE;
    }
  return FALSE;
}

gboolean
one_title_hint_is_ghost (const char *title)
{
  for (guint i = 0; i < G_N_ELEMENTS (ghosts); i++)
    if (hint_has_word (title, ghosts[i]))
      return TRUE;
  return FALSE;
}
