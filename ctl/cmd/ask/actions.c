/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/view/show-record.h"

gboolean
one_actions_run (OneContext *context, GError **error)
{
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  g_autoptr (GVariant) actions = NULL;

  one_context_add_flag (context, options, "theirs");
  one_context_add_flag (context, options, "overdue");
  one_context_add_flag (context, options, "all");
  actions = one_context_list (
      context, "ListActions",
      g_variant_new ("(s@a{sv})", one_args_word (context->args, 0), g_variant_dict_end (options)),
      error);
  if (!actions)
    return FALSE;
  if (one_context_is_json (context)) {
    one_context_print_json (context, "actions", actions, one_fields_action);
    return TRUE;
  }
  if (one_unpack_is_empty (actions))
    g_printerr ("%s\n", _ ("no actions"));
  if (!one_context_load_now (context, error))
    return FALSE;
  for (gsize i = 0; i < g_variant_n_children (actions); i++) {
    g_autoptr (GVariant) action = g_variant_get_child_value (actions, i);

    one_show_action (context, "", action, ONE_SHOW_PERSON);
  }
  return TRUE;
}
