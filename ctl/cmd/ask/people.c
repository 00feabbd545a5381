/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/view/person-lines.h"

gboolean
one_people_run (OneContext *context, GError **error)
{
  g_autoptr (GVariant) people =
      one_context_list (context, "ListPeople", g_variant_new ("()"), error);

  if (!people)
    return FALSE;
  if (one_context_is_json (context)) {
    one_context_print_json (context, "people", people, one_fields_person);
    return TRUE;
  }
  if (one_unpack_is_empty (people))
    g_printerr ("%s\n", _ ("nobody yet: 'onectl status' says what oned watches"));
  if (!one_context_load_now (context, error))
    return FALSE;
  for (gsize i = 0; i < g_variant_n_children (people); i++) {
    g_autoptr (GVariant) person = g_variant_get_child_value (people, i);

    one_person_lines_print (context, person);
  }
  return TRUE;
}
