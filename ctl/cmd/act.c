/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include "ctl/show.h"

static gboolean
act_print (OneRun *run, GVariant *action, GError **error)
{
  if (one_run_is_json (run)) {
    g_autoptr (GVariant) actions = g_variant_ref_sink (g_variant_new_array (NULL, &action, 1));

    one_run_print_json (run, "actions", actions, one_record_action);
    return TRUE;
  }
  if (!one_run_load_now (run, error))
    return FALSE;
  one_show_action (run, "", action, ONE_SHOW_PERSON);
  return TRUE;
}

gboolean
one_act_run (OneRun *run, GError **error)
{
  g_autofree char *words = one_args_join (run->args, 1);
  g_autofree char *text = one_run_dup_text (words, error);
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  g_autoptr (GVariant) action = NULL;

  if (!text)
    return FALSE;
  one_run_add_flag (run, options, "theirs");
  if (!one_run_add_day (run, options, "due", error))
    return FALSE;
  action = one_run_get (run, "AddAction",
                        g_variant_new ("(ss@a{sv})", one_args_word (run->args, 0), text,
                                       g_variant_dict_end (options)),
                        error);
  return action && act_print (run, action, error);
}
