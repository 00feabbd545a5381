/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/view/show.h"

gboolean
one_points_run (OneContext *context, GError **error)
{
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  g_autoptr (GVariant) points = NULL;

  one_context_add_flag (context, options, "all");
  points = one_context_list (
      context, "ListPoints",
      g_variant_new ("(s@a{sv})", one_args_word (context->args, 0), g_variant_dict_end (options)),
      error);
  if (!points)
    return FALSE;
  if (one_context_is_json (context)) {
    one_context_print_json (context, "points", points, one_fields_point);
    return TRUE;
  }
  if (one_unpack_is_empty (points))
    g_printerr ("%s\n", _ ("no points"));
  if (!one_context_load_now (context, error))
    return FALSE;
  for (gsize i = 0; i < g_variant_n_children (points); i++) {
    g_autoptr (GVariant) point = g_variant_get_child_value (points, i);

    one_show_point (context, "", point, ONE_SHOW_PERSON | ONE_SHOW_CATEGORY);
  }
  return TRUE;
}
