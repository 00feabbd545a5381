/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/view/show.h"
#include "wire/words.h"

static char *
categories_format_rule (GVariant *category)
{
  OneCategoryRule rule = ONE_RULE_CORE;

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
  case ONE_RULE_POINTS:
    return g_strdup (_ ("what you want to raise and gave no category"));
  }
  return NULL;
}

static void
categories_print_prompts (OneContext *context, GVariant *category)
{
  g_autoptr (GVariant) prompts = one_unpack_records (category, "prompts");
  g_autofree char *lead =
      g_strdup_printf ("  %s ", one_print_sign (context->printer, ONE_SIGN_BULLET));

  for (gsize i = 0; i < g_variant_n_children (prompts); i++) {
    g_autoptr (GVariant) prompt = g_variant_get_child_value (prompts, i);
    g_autofree char *text =
        g_strconcat (one_unpack_string (prompt, "text"),
                     one_unpack_bool (prompt, "soon") ? _ (" (better asked at once)") : "", NULL);

    one_print_lines (context->printer, lead, ONE_STYLE_PLAIN, text);
  }
}

static void
categories_print (OneContext *context, GVariant *category)
{
  g_autofree char *rule = categories_format_rule (category);

  one_print_row (context->printer, "", ONE_STYLE_BOLD, one_unpack_string (category, "title"),
                 one_unpack_string (category, "id"));
  one_print_lines (context->printer, "  ", ONE_STYLE_DIM, rule);
  categories_print_prompts (context, category);
}

gboolean
one_categories_run (OneContext *context, GError **error)
{
  const char *role = one_args_get (context->args, "role");
  g_autoptr (GVariant) categories =
      one_context_list (context, "ListCategories", g_variant_new ("(s)", role ? role : ""), error);

  if (!categories)
    return FALSE;
  if (one_context_is_json (context)) {
    one_context_print_json (context, "categories", categories, one_fields_category);
    return TRUE;
  }
  for (gsize i = 0; i < g_variant_n_children (categories); i++) {
    g_autoptr (GVariant) category = g_variant_get_child_value (categories, i);

    if (i > 0)
      one_print_end (context->printer);
    categories_print (context, category);
  }
  return TRUE;
}
