/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include "ctl/cmd/people.h"

static GVariant *
person_call (OneRun *run, GError **error)
{
  static const char *const names[] = { "role", "name", "address", "merge" };
  g_autoptr (GVariantDict) changes = g_variant_dict_new (NULL);
  const char *who = one_args_word (run->args, 0);
  gboolean changed = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    one_run_add_value (run, changes, names[i]);
    changed = changed || one_args_has (run->args, names[i]);
  }
  if (!changed)
    return one_run_get (run, "GetPerson", g_variant_new ("(s)", who), error);
  return one_run_get (run, "SetPerson",
                      g_variant_new ("(s@a{sv})", who, g_variant_dict_end (changes)), error);
}

gboolean
one_person_run (OneRun *run, GError **error)
{
  g_autoptr (GVariant) person = person_call (run, error);

  if (!person)
    return FALSE;
  if (one_run_is_json (run)) {
    g_autoptr (GVariant) people = g_variant_ref_sink (g_variant_new_array (NULL, &person, 1));

    one_run_print_json (run, "people", people, one_record_person);
    return TRUE;
  }
  if (!one_run_load_now (run, error))
    return FALSE;
  one_people_print (run, person);
  return TRUE;
}
