/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include "ctl/view/show.h"

static gboolean
act_print (OneContext *context, GVariant *action, GError **error)
{
  if (one_context_is_json (context)) {
    g_autoptr (GVariant) actions = g_variant_ref_sink (g_variant_new_array (NULL, &action, 1));

    one_context_print_json (context, "actions", actions, one_fields_action);
    return TRUE;
  }
  if (!one_context_load_now (context, error))
    return FALSE;
  one_show_action (context, "", action, ONE_SHOW_PERSON);
  return TRUE;
}

gboolean
one_act_run (OneContext *context, GError **error)
{
  g_autofree char *words = one_args_join (context->args, 1);
  g_autofree char *text = one_context_dup_text (words, error);
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  g_autoptr (GVariant) action = NULL;

  if (!text)
    return FALSE;
  one_context_add_flag (context, options, "theirs");
  if (!one_context_add_day (context, options, "due", error))
    return FALSE;
  action = one_context_get (context, "AddAction",
                            g_variant_new ("(ss@a{sv})", one_args_word (context->args, 0), text,
                                           g_variant_dict_end (options)),
                            error);
  return action && act_print (context, action, error);
}
