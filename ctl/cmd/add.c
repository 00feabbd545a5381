/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/show.h"
#include "ctl/unpack.h"
#include "wire/error.h"

static gboolean
add_print (OneRun *run, GVariant *point, GError **error)
{
  if (one_run_is_json (run)) {
    g_autoptr (GVariant) points = g_variant_ref_sink (g_variant_new_array (NULL, &point, 1));

    one_run_print_json (run, "points", points, one_record_point);
    return TRUE;
  }
  if (!one_run_load_now (run, error))
    return FALSE;
  one_show_point (run, "", point, ONE_SHOW_PERSON | ONE_SHOW_CATEGORY);
  if (one_unpack_bool (point, "soon"))
    g_printerr ("%s\n", _ ("this is better asked at once than saved for the meeting"));
  return TRUE;
}

/* A main subject needs no words of its own. */
static char *
add_dup_text (OneRun *run, GError **error)
{
  g_autofree char *words = one_args_join (run->args, 1);
  gboolean none = run->args->words->len < 2;

  if (none && one_args_has (run->args, "main"))
    return g_steal_pointer (&words);
  if (none) {
    g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID,
                         _ ("say what to raise: onectl add WHO TEXT…"));
    return NULL;
  }
  return one_run_dup_text (words, error);
}

gboolean
one_add_run (OneRun *run, GError **error)
{
  g_autofree char *text = add_dup_text (run, error);
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  g_autoptr (GVariant) point = NULL;
  gboolean main = one_args_has (run->args, "main");

  if (!text)
    return FALSE;
  if (main && one_args_has (run->args, "category")) {
    g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID,
                         _ ("--main names the category already: leave --category out"));
    return FALSE;
  }
  one_run_add_value (run, options, "category");
  if (main) {
    g_autofree char *category = g_utf8_make_valid (one_args_get (run->args, "main"), -1);

    g_variant_dict_insert (options, "main", "b", TRUE);
    g_variant_dict_insert (options, "category", "s", category);
  }
  if (!one_run_add_day (run, options, "on", error))
    return FALSE;
  point = one_run_get (run, "AddPoint",
                       g_variant_new ("(ss@a{sv})", one_args_word (run->args, 0), text,
                                      g_variant_dict_end (options)),
                       error);
  return point && add_print (run, point, error);
}
