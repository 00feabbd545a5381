/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/time/local.h"
#include "ctl/time/parse-when.h"
#include "ctl/view/meeting-list.h"
#include "wire/words.h"

/* Finds [from, to): Monday to Sunday around a day, today if the word is empty. */
static gboolean
week_find (OneContext *context, gint64 *from, gint64 *to, GError **error)
{
  const char *word = one_args_word (context->args, 0);
  GDate day;

  if (!one_context_load_now (context, error)
      || !one_parse_when_day (*word ? word : "today", context->now, context->zone, &day, error))
    return FALSE;
  g_date_subtract_days (&day, (guint) g_date_get_weekday (&day) - 1);
  *from = one_local_begin_day (&day, context->zone);
  *to = one_meeting_list_step (context, *from, 7);
  return TRUE;
}

static gboolean
week_has (GVariant *meetings, const char *person)
{
  for (gsize i = 0; i < g_variant_n_children (meetings); i++) {
    g_autoptr (GVariant) meeting = g_variant_get_child_value (meetings, i);

    if (g_str_equal (one_unpack_string (meeting, "person"), person))
      return TRUE;
  }
  return FALSE;
}

/* The overdue category with the highest score among the people of the week: "Ada: Wins"; NULL if
 * none is overdue. (transfer full) */
static char *
week_find_worst (GVariant *coverage, GVariant *meetings)
{
  char *worst = NULL;
  double most = 0;

  for (gsize i = 0; i < g_variant_n_children (coverage); i++) {
    g_autoptr (GVariant) person = g_variant_get_child_value (coverage, i);
    g_autoptr (GVariant) categories = one_unpack_records (person, "categories");
    const char *name = one_unpack_string (person, "person");

    for (gsize c = 0; week_has (meetings, name) && c < g_variant_n_children (categories); c++) {
      g_autoptr (GVariant) category = g_variant_get_child_value (categories, c);
      double score = one_unpack_double (category, "score");

      if (score <= most
          || !g_str_equal (one_unpack_string (category, "state"),
                           one_words_format_neglect (ONE_NEGLECT_OVERDUE)))
        continue;
      most = score;
      g_free (worst);
      worst = g_strdup_printf ("%s: %s", name, one_unpack_string (category, "title"));
    }
  }
  return worst;
}

gboolean
one_week_run (OneContext *context, GError **error)
{
  g_autoptr (GVariant) meetings = NULL;
  g_autoptr (GVariant) coverage = NULL;
  g_autofree char *worst = NULL;
  g_autofree char *line = NULL;
  gint64 from, to;

  if (!week_find (context, &from, &to, error))
    return FALSE;
  meetings = one_meeting_list_get (context, from, to, "", error);
  if (!meetings)
    return FALSE;
  if (one_context_is_json (context)) {
    one_context_print_json (context, "meetings", meetings, one_fields_meeting);
    return TRUE;
  }
  coverage = one_context_list (context, "GetCoverage", g_variant_new ("(s)", ""), error);
  if (!coverage)
    return FALSE;
  worst = week_find_worst (coverage, meetings);
  if (worst) {
    line = g_strdup_printf (_ ("most overdue: %s"), worst);
    one_print_lines (context->printer, "", ONE_STYLE_BAD, line);
  }
  one_meeting_list_print (context, meetings);
  return TRUE;
}
