/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/print/wrap.h"
#include "ctl/view/show.h"
#include "wire/words.h"

#define TITLE 26 /* columns of the category's title */
#define NOTE 25  /* columns of the state and the figure after the cells */

static guint
coverage_count_cells (OneContext *context)
{
  return (context->printer->columns - TITLE - NOTE - 1) / 2;
}

static char *
coverage_format_date (OneContext *context, GVariant *history, gsize index)
{
  g_autoptr (GVariant) meeting = g_variant_get_child_value (history, index);

  return one_show_date (context, one_unpack_instant (meeting, "start"));
}

/* Prints the days of the first and the last meeting above the cells. */
static void
coverage_print_head (OneContext *context, GVariant *category)
{
  g_autoptr (GVariant) history = one_unpack_records (category, "history");
  gsize count = g_variant_n_children (history);
  gsize shown = MIN (count, coverage_count_cells (context));
  g_autofree char *space = g_strnfill (TITLE + 1, ' ');
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *gap = NULL;
  guint wide;

  if (count == 0)
    return;
  first = coverage_format_date (context, history, count - shown);
  last = coverage_format_date (context, history, count - 1);
  wide = one_wrap_width (first) + one_wrap_width (last);
  one_print_add (context->printer, ONE_STYLE_PLAIN, space);
  one_print_add (context->printer, ONE_STYLE_DIM, first);
  if (shown > 1) {
    gap = g_strnfill (2 * shown > wide + 2 ? 2 * shown - wide - 1 : 1, ' ');
    one_print_add (context->printer, ONE_STYLE_PLAIN, 2 * shown > wide + 2 ? gap : " - ");
    one_print_add (context->printer, ONE_STYLE_DIM, last);
  }
  one_print_end (context->printer);
}

static void
coverage_print_cell (OneContext *context, GVariant *meeting)
{
  OneSign sign = ONE_SIGN_NOTHING;
  OneStyle style = ONE_STYLE_DIM;

  if (one_unpack_bool (meeting, "touched")) {
    sign = ONE_SIGN_TOUCHED;
    style = ONE_STYLE_BOLD;
  } else if (!one_unpack_bool (meeting, "known")) {
    sign = ONE_SIGN_UNKNOWN;
  } else if (one_unpack_bool (meeting, "proposed")) {
    sign = ONE_SIGN_PROPOSED;
    style = ONE_STYLE_PLAIN;
  }
  one_print_add (context->printer, style, one_print_sign (context->printer, sign));
  one_print_add (context->printer, ONE_STYLE_PLAIN, " ");
}

/* "2 meetings ago", or in weeks when these make it due; "" when nothing is noted. */
static char *
coverage_format_ago (GVariant *category)
{
  guint since = one_unpack_uint (category, "meetings_since");
  guint weeks = (guint) (one_unpack_double (category, "weeks_since") + 0.5);
  guint ideal_meetings = one_unpack_uint (category, "ideal_meetings");
  guint ideal_weeks = one_unpack_uint (category, "ideal_weeks");

  if (one_unpack_instant (category, "last_touched") == 0)
    return g_strdup (_ ("not noted yet"));
  if ((guint64) weeks * ideal_meetings > (guint64) since * ideal_weeks)
    return g_strdup_printf (ngettext ("%u week ago", "%u weeks ago", weeks), weeks);
  if (since == 1)
    return g_strdup (_ ("last time"));
  return g_strdup_printf (ngettext ("%u meeting ago", "%u meetings ago", since), since);
}

static void
coverage_print_note (OneContext *context, GVariant *category)
{
  const char *state = one_unpack_string (category, "state");
  gboolean overdue = g_str_equal (state, one_words_format_neglect (ONE_NEGLECT_OVERDUE));
  g_autofree char *padded = one_wrap_fit (state, 7);
  g_autofree char *ago = coverage_format_ago (category);
  g_autofree char *figure =
      g_strdup_printf (" %s %s", one_print_sign (context->printer, ONE_SIGN_DOT), ago);

  if (!*state)
    return;
  /* Nothing is known of it: it is not fresh either. */
  if (one_unpack_instant (category, "last_touched") == 0
      && g_str_equal (state, one_words_format_neglect (ONE_NEGLECT_FRESH))) {
    one_print_add (context->printer, ONE_STYLE_DIM, ago);
    return;
  }
  one_print_add (context->printer, overdue ? ONE_STYLE_BAD : ONE_STYLE_PLAIN, padded);
  one_print_add (context->printer, ONE_STYLE_DIM, figure);
}

static void
coverage_print_category (OneContext *context, GVariant *category)
{
  g_autoptr (GVariant) history = one_unpack_records (category, "history");
  const char *title = one_unpack_string (category, "title");
  g_autofree char *padded =
      one_wrap_fit (*title ? title : one_unpack_string (category, "category"), TITLE);
  gsize count = g_variant_n_children (history);
  gsize cells = coverage_count_cells (context);

  one_print_add (context->printer, ONE_STYLE_PLAIN, padded);
  one_print_add (context->printer, ONE_STYLE_PLAIN, " ");
  for (gsize i = count > cells ? count - cells : 0; i < count; i++) {
    g_autoptr (GVariant) meeting = g_variant_get_child_value (history, i);

    coverage_print_cell (context, meeting);
  }
  coverage_print_note (context, category);
  one_print_end (context->printer);
}

/* "Ada Lindqvist · 3 of 12 meetings not noted" */
static void
coverage_print_name (OneContext *context, GVariant *person)
{
  guint held = one_unpack_uint (person, "held");
  guint unknown = one_unpack_uint (person, "unknown");
  g_autofree char *note = g_strdup_printf (
      ngettext ("%u of %u meeting not noted", "%u of %u meetings not noted", held), unknown, held);

  one_print_add (context->printer, ONE_STYLE_BOLD, one_unpack_string (person, "person"));
  if (unknown > 0) {
    one_print_add (context->printer, ONE_STYLE_PLAIN, " ");
    one_print_add (context->printer, ONE_STYLE_DIM,
                   one_print_sign (context->printer, ONE_SIGN_DOT));
    one_print_add (context->printer, ONE_STYLE_PLAIN, " ");
    one_print_add (context->printer, ONE_STYLE_DIM, note);
  }
  one_print_end (context->printer);
}

/* TRUE if there is something to draw: of one meeting at least it was noted what came up in it. */
static gboolean
coverage_is_known (GVariant *person)
{
  return one_unpack_uint (person, "unknown") < one_unpack_uint (person, "held");
}

static void
coverage_print (OneContext *context, GVariant *person)
{
  g_autoptr (GVariant) categories = one_unpack_records (person, "categories");
  g_autoptr (GVariant) first = one_unpack_find_first (categories);

  coverage_print_name (context, person);
  if (!coverage_is_known (person))
    return;
  if (first)
    coverage_print_head (context, first);
  for (gsize i = 0; i < g_variant_n_children (categories); i++) {
    g_autoptr (GVariant) category = g_variant_get_child_value (categories, i);

    coverage_print_category (context, category);
  }
  one_print_end (context->printer);
}

static void
coverage_print_legend (OneContext *context)
{
  g_autofree char *legend =
      g_strdup_printf (_ ("%s talked about  %s on the agenda only  %s neither  %s not noted"),
                       one_print_sign (context->printer, ONE_SIGN_TOUCHED),
                       one_print_sign (context->printer, ONE_SIGN_PROPOSED),
                       one_print_sign (context->printer, ONE_SIGN_NOTHING),
                       one_print_sign (context->printer, ONE_SIGN_UNKNOWN));

  one_print_add (context->printer, ONE_STYLE_DIM, legend);
  one_print_end (context->printer);
}

typedef struct {
  GVariant *person;
  double worst; /* the score of what is neglected most */
} Row;

static void
row_clear (gpointer row)
{
  g_variant_unref (((Row *) row)->person);
}

static double
coverage_find_worst (GVariant *person)
{
  g_autoptr (GVariant) categories = one_unpack_records (person, "categories");
  double worst = 0;

  for (gsize i = 0; i < g_variant_n_children (categories); i++) {
    g_autoptr (GVariant) category = g_variant_get_child_value (categories, i);

    worst = MAX (worst, one_unpack_double (category, "score"));
  }
  return worst;
}

/* People of whom anything is known come first, the most neglected before the others. */
static int
row_compare (gconstpointer a, gconstpointer b)
{
  const Row *left = a;
  const Row *right = b;
  gboolean known = coverage_is_known (left->person);

  if (known != coverage_is_known (right->person))
    return known ? -1 : 1;
  return (left->worst < right->worst) - (left->worst > right->worst);
}

/* (transfer full) of Row, worst first. */
static GArray *
coverage_sort (GVariant *people)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_set_clear_func (rows, row_clear);
  for (gsize i = 0; i < g_variant_n_children (people); i++) {
    Row row = { .person = g_variant_get_child_value (people, i) };

    row.worst = coverage_find_worst (row.person);
    g_array_append_val (rows, row);
  }
  g_array_sort (rows, row_compare); /* GLib's is stable */
  return rows;
}

gboolean
one_coverage_run (OneContext *context, GError **error)
{
  g_autoptr (GVariant) people = one_context_list (
      context, "GetCoverage", g_variant_new ("(s)", one_args_word (context->args, 0)), error);
  g_autoptr (GArray) rows = NULL;

  if (!people)
    return FALSE;
  if (one_context_is_json (context)) {
    one_context_print_json (context, "people", people, one_fields_coverage);
    return TRUE;
  }
  if (one_unpack_is_empty (people)) {
    g_printerr ("%s\n", _ ("nobody yet: 'onectl status' says what oned watches"));
    return TRUE;
  }
  if (!one_context_load_now (context, error))
    return FALSE;
  rows = coverage_sort (people);
  for (guint i = 0; i < rows->len; i++)
    coverage_print (context, g_array_index (rows, Row, i).person);
  if (coverage_is_known (g_array_index (rows, Row, 0).person))
    coverage_print_legend (context);
  else
    g_printerr ("%s\n", _ ("nothing is noted yet: 'onectl log' says what was talked about"));
  return TRUE;
}
