/* SPDX-License-Identifier: MIT */
#include "model/person.h"

OnePerson *
one_person_new (void)
{
  OnePerson *person = g_new0 (OnePerson, 1);

  person->name = g_strdup ("");
  person->addresses = g_new0 (char *, 1);
  return person;
}

OnePerson *
one_person_dup (const OnePerson *person)
{
  OnePerson *copy = g_memdup2 (person, sizeof *person);

  copy->name = g_strdup (person->name);
  copy->addresses = g_strdupv (person->addresses);
  return copy;
}

void
one_person_free (OnePerson *person)
{
  g_free (person->name);
  g_strfreev (person->addresses);
  g_free (person);
}
