/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/show.h"
#include "ctl/unpack.h"
#include "wire/words.h"

static char *
categories_format_rule (GVariant *category)
{
  OneRule rule = ONE_RULE_CORE;

  if (!one_unpack_bool (category, "enabled"))
    return g_strdup (_ ("switched off"));
  if (!one_words_parse_rule (one_unpack_string (category, "rule"), &rule))
    return g_strdup (one_unpack_string (category, "rule"));
  switch (rule) {
  case ONE_RULE_REVIEW:
    return g_strdup (_ ("first, when there is anything to review"));
  case ONE_RULE_UPDATE:
    return g_strdup (_ ("kept short"));
  case ONE_RULE_CORE:
    return g_strdup_printf (
        _ ("ideally every %u meetings or %u weeks, at most %u or %u"),
        one_unpack_uint (category, "ideal_meetings"), one_unpack_uint (category, "ideal_weeks"),
        one_unpack_uint (category, "max_meetings"), one_unpack_uint (category, "max_weeks"));
  case ONE_RULE_BACKUP:
    return g_strdup (_ ("when nothing else is there"));
  }
  return NULL;
}

static void
categories_print_prompts (OneRun *run, GVariant *category)
{
  g_autoptr (GVariant) prompts = one_unpack_records (category, "prompts");
  g_autofree char *lead = g_strdup_printf ("  %s ", one_print_sign (run->printer, ONE_SIGN_BULLET));

  for (gsize i = 0; i < g_variant_n_children (prompts); i++) {
    g_autoptr (GVariant) prompt = g_variant_get_child_value (prompts, i);
    g_autofree char *text =
        g_strconcat (one_unpack_string (prompt, "text"),
                     one_unpack_bool (prompt, "soon") ? _ (" (better asked at once)") : "", NULL);

    one_print_lines (run->printer, lead, ONE_STYLE_PLAIN, text);
  }
}

static void
categories_print (OneRun *run, GVariant *category)
{
  g_autofree char *rule = categories_format_rule (category);

  one_print_row (run->printer, "", ONE_STYLE_BOLD, one_unpack_string (category, "title"),
                 one_unpack_string (category, "id"));
  one_print_lines (run->printer, "  ", ONE_STYLE_DIM, rule);
  categories_print_prompts (run, category);
}

gboolean
one_categories_run (OneRun *run, GError **error)
{
  const char *role = one_args_get (run->args, "role");
  g_autoptr (GVariant) categories =
      one_run_list (run, "ListCategories", g_variant_new ("(s)", role ? role : ""), error);

  if (!categories)
    return FALSE;
  if (one_run_is_json (run)) {
    one_run_print_json (run, "categories", categories, one_record_category);
    return TRUE;
  }
  for (gsize i = 0; i < g_variant_n_children (categories); i++) {
    g_autoptr (GVariant) category = g_variant_get_child_value (categories, i);

    if (i > 0)
      one_print_end (run->printer);
    categories_print (run, category);
  }
  return TRUE;
}
