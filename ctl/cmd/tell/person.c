/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include "ctl/view/person-lines.h"

static GVariant *
person_call (OneContext *context, GError **error)
{
  static const char *const names[] = { "role", "name", "address", "merge" };
  g_autoptr (GVariantDict) changes = g_variant_dict_new (NULL);
  const char *who = one_args_word (context->args, 0);
  gboolean changed = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    one_context_add_value (context, changes, names[i]);
    changed = changed || one_args_has (context->args, names[i]);
  }
  if (!changed)
    return one_context_get (context, "GetPerson", g_variant_new ("(s)", who), error);
  return one_context_get (context, "SetPerson",
                          g_variant_new ("(s@a{sv})", who, g_variant_dict_end (changes)), error);
}

gboolean
one_person_run (OneContext *context, GError **error)
{
  g_autoptr (GVariant) person = person_call (context, error);

  if (!person)
    return FALSE;
  if (one_context_is_json (context)) {
    g_autoptr (GVariant) people = g_variant_ref_sink (g_variant_new_array (NULL, &person, 1));

    one_context_print_json (context, "people", people, one_fields_person);
    return TRUE;
  }
  if (!one_context_load_now (context, error))
    return FALSE;
  one_person_lines_print (context, person);
  return TRUE;
}
