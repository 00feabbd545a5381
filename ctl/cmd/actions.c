/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/show.h"
#include "ctl/unpack.h"

gboolean
one_actions_run (OneRun *run, GError **error)
{
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  g_autoptr (GVariant) actions = NULL;

  one_run_add_flag (run, options, "theirs");
  one_run_add_flag (run, options, "overdue");
  one_run_add_flag (run, options, "all");
  actions = one_run_list (
      run, "ListActions",
      g_variant_new ("(s@a{sv})", one_args_word (run->args, 0), g_variant_dict_end (options)),
      error);
  if (!actions)
    return FALSE;
  if (one_run_is_json (run)) {
    one_run_print_json (run, "actions", actions, one_record_action);
    return TRUE;
  }
  if (one_unpack_is_empty (actions))
    g_printerr ("%s\n", _ ("no actions"));
  if (!one_run_load_now (run, error))
    return FALSE;
  for (gsize i = 0; i < g_variant_n_children (actions); i++) {
    g_autoptr (GVariant) action = g_variant_get_child_value (actions, i);

    one_show_action (run, "", action, ONE_SHOW_PERSON);
  }
  return TRUE;
}
