/* SPDX-License-Identifier: MIT */
/* The other person of a one-on-one. All history belongs to a person. */
#pragma once

#include <glib.h>
#include "wire/words.h"

typedef struct {
  gint64 id;
  char *name;       /* (owned) what the user or the calendar calls them; never "" */
  char **addresses; /* (owned) lower case, sorted */
  OneRole role;
  gboolean role_is_set; /* by the user; otherwise the default */
} OnePerson;

OnePerson *one_person_new (void);
OnePerson *one_person_dup (const OnePerson *person);
void one_person_free (OnePerson *person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePerson, one_person_free)
