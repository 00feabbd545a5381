/* SPDX-License-Identifier: MIT */
/* Something wrong that the user can fix. */
#pragma once

#include <glib.h>
#include "wire/words.h"

typedef struct {
  char *source; /* (owned) path of the file or folder, or "" for what belongs to none */
  guint line;   /* in that file, from 1; 0 if it is about the whole */
  char *what;   /* (owned) one clear clause, cleaned, no full stop */
  OneSubject about;
  gint64 since; /* UTC seconds, when oned first saw it; 0 until the engine stamps it */
} OneTrouble;

OneTrouble *one_trouble_new (const char *source, guint line, const char *what);
OneTrouble *one_trouble_dup (const OneTrouble *trouble);
void one_trouble_free (OneTrouble *trouble);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneTrouble, one_trouble_free)
