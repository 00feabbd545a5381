/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include "ctl/view/show.h"

static gboolean
ask_print (OneContext *context, GVariant *point, GError **error)
{
  if (one_context_is_json (context)) {
    g_autoptr (GVariant) points = g_variant_ref_sink (g_variant_new_array (NULL, &point, 1));

    one_context_print_json (context, "points", points, one_fields_point);
    return TRUE;
  }
  if (!one_context_load_now (context, error))
    return FALSE;
  one_show_point (context, "", point, ONE_SHOW_PERSON);
  return TRUE;
}

gboolean
one_ask_run (OneContext *context, GError **error)
{
  g_autofree char *words = one_args_join (context->args, 1);
  g_autofree char *text = one_context_dup_text (words, error);
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  g_autoptr (GVariant) point = NULL;

  if (!text)
    return FALSE;
  g_variant_dict_insert (options, "ask", "b", TRUE);
  point = one_context_get (context, "AddPoint",
                           g_variant_new ("(ss@a{sv})", one_args_word (context->args, 0), text,
                                          g_variant_dict_end (options)),
                           error);
  return point && ask_print (context, point, error);
}
