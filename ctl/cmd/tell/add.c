/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/view/show.h"
#include "wire/error.h"

static gboolean
add_print (OneContext *context, GVariant *point, GError **error)
{
  if (one_context_is_json (context)) {
    g_autoptr (GVariant) points = g_variant_ref_sink (g_variant_new_array (NULL, &point, 1));

    one_context_print_json (context, "points", points, one_fields_point);
    return TRUE;
  }
  if (!one_context_load_now (context, error))
    return FALSE;
  one_show_point (context, "", point, ONE_SHOW_PERSON | ONE_SHOW_CATEGORY);
  if (one_unpack_bool (point, "soon"))
    g_printerr (_ ("to ask for feedback, better do it at once: onectl ask '%s' …\n"),
                one_unpack_string (point, "person"));
  return TRUE;
}

/* With --main the text may be left out. */
static char *
add_dup_text (OneContext *context, GError **error)
{
  g_autofree char *words = one_args_join (context->args, 1);
  gboolean none = context->args->words->len < 2;

  if (none && one_args_has (context->args, "main"))
    return g_steal_pointer (&words);
  if (none) {
    g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID,
                         _ ("say what to raise: onectl add WHO TEXT…"));
    return NULL;
  }
  return one_context_dup_text (words, error);
}

gboolean
one_add_run (OneContext *context, GError **error)
{
  g_autofree char *text = add_dup_text (context, error);
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  g_autoptr (GVariant) point = NULL;
  gboolean main = one_args_has (context->args, "main");

  if (!text)
    return FALSE;
  if (main && one_args_has (context->args, "category")) {
    g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID,
                         _ ("--main names the category already: leave --category out"));
    return FALSE;
  }
  one_context_add_value (context, options, "category");
  if (main) {
    g_autofree char *category = g_utf8_make_valid (one_args_get (context->args, "main"), -1);

    g_variant_dict_insert (options, "main", "b", TRUE);
    g_variant_dict_insert (options, "category", "s", category);
  }
  one_context_add_flag (context, options, "every");
  if (!one_context_add_day (context, options, "on", error))
    return FALSE;
  point = one_context_get (context, "AddPoint",
                           g_variant_new ("(ss@a{sv})", one_args_word (context->args, 0), text,
                                          g_variant_dict_end (options)),
                           error);
  return point && add_print (context, point, error);
}
