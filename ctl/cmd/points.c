/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/show.h"
#include "ctl/unpack.h"

gboolean
one_points_run (OneRun *run, GError **error)
{
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  g_autoptr (GVariant) points = NULL;

  one_run_add_flag (run, options, "all");
  points = one_run_list (
      run, "ListPoints",
      g_variant_new ("(s@a{sv})", one_args_word (run->args, 0), g_variant_dict_end (options)),
      error);
  if (!points)
    return FALSE;
  if (one_run_is_json (run)) {
    one_run_print_json (run, "points", points, one_record_point);
    return TRUE;
  }
  if (one_unpack_is_empty (points))
    g_printerr ("%s\n", _ ("no points"));
  if (!one_run_load_now (run, error))
    return FALSE;
  for (gsize i = 0; i < g_variant_n_children (points); i++) {
    g_autoptr (GVariant) point = g_variant_get_child_value (points, i);

    one_show_point (run, "", point, ONE_SHOW_PERSON | ONE_SHOW_CATEGORY);
  }
  return TRUE;
}
