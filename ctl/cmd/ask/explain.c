/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/find-series.h"
#include "ctl/time/parse-when.h"
#include "ctl/time/seconds.h"
#include "ctl/view/show.h"
#include "ctl/view/status-lines.h"
#include "wire/error.h"
#include "wire/words.h"

#define DAYS_BACK 7
#define DAYS_AHEAD 35
#define MOST_OCCURRENCES 6 /* of an event, in text */

/* Makes a path absolute: oned has another working directory. A word is a path if it looks like one,
 * or if there is such a file. */
static char *
explain_dup_what (const char *word)
{
  if (g_str_has_prefix (word, "/") || g_str_has_prefix (word, "./")
      || g_str_has_prefix (word, "../") || g_str_has_suffix (word, ".ics")
      || (*word && g_file_test (word, G_FILE_TEST_EXISTS)))
    return g_canonicalize_filename (word, NULL);
  return g_strdup (word);
}

static gboolean
explain_find_range (OneContext *context, gint64 *from, gint64 *to, GError **error)
{
  const char *first = one_args_get (context->args, "from");
  const char *last = one_args_get (context->args, "to");

  if (!one_context_load_now (context, error))
    return FALSE;
  *from = context->now - DAYS_BACK * ONE_DAY;
  if (first && !one_parse_when_instant (first, context->now, context->zone, from, error))
    return FALSE;
  *to = MAX (context->now, *from) + DAYS_AHEAD * ONE_DAY;
  if (last && !one_parse_when_instant (last, context->now, context->zone, to, error))
    return FALSE;
  if (last && !first)
    *from = MIN (*from, *to - DAYS_BACK * ONE_DAY);
  if (*from < *to)
    return TRUE;
  g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("'--to' is not after '--from'"));
  return FALSE;
}

static void
explain_print_occurrences (OneContext *context, GVariant *event)
{
  g_autoptr (GVariant) occurrences = one_unpack_records (event, "occurrences");
  gsize count = g_variant_n_children (occurrences);
  gsize shown = MIN (count, MOST_OCCURRENCES);

  for (gsize i = 0; i < shown; i++) {
    g_autoptr (GVariant) occurrence = g_variant_get_child_value (occurrences, i);
    gint64 start = one_unpack_instant (occurrence, "start");
    g_autofree char *date = one_show_date (context, start);
    g_autofree char *span = one_show_span (context, start, one_unpack_instant (occurrence, "end"));
    const char *state = one_unpack_string (occurrence, "state");
    gboolean plain = g_str_equal (state, one_words_format_meeting_state (ONE_MEETING_PLANNED));
    g_autofree char *line = g_strdup_printf ("%s %s  %s", date, span, plain ? "" : state);

    one_print_lines (context->printer, "  ", ONE_STYLE_DIM, line);
  }
  if (count > shown) {
    guint more = (guint) (count - shown);
    g_autofree char *line = g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);

    one_print_lines (context->printer, "  ", ONE_STYLE_DIM, line);
  }
}

/* Prints "reminders: Fri 27 Nov 09:30 prep, 09:58 start", with the day only where it changes. */
static void
explain_print_reminders (OneContext *context, GVariant *event)
{
  g_autoptr (GVariant) reminders = one_unpack_records (event, "reminders");
  g_autoptr (GString) line = g_string_new (_ ("reminders:"));
  g_autofree char *before = g_strdup ("");

  for (gsize i = 0; i < g_variant_n_children (reminders); i++) {
    g_autoptr (GVariant) reminder = g_variant_get_child_value (reminders, i);
    gint64 at = one_unpack_instant (reminder, "at");
    g_autofree char *date = one_show_date (context, at);
    g_autofree char *time = one_show_time (context, at);

    g_string_append (line, i > 0 ? ", " : " ");
    if (!g_str_equal (date, before))
      g_string_append_printf (line, "%s ", date);
    g_string_append_printf (line, "%s %s", time, one_unpack_string (reminder, "stage"));
    g_free (before);
    before = g_steal_pointer (&date);
  }
  if (*before)
    one_print_lines (context->printer, "  ", ONE_STYLE_DIM, line->str);
}

/* `number` in the list of all; 0 if only some were asked for. */
static void
explain_print_event (OneContext *context, GVariant *event, gsize number)
{
  const char *person = one_unpack_string (event, "person");
  gboolean yes = g_str_equal (one_unpack_string (event, "verdict"), "one-on-one");
  const char *summary = one_unpack_string (event, "summary");
  const char *calendar = one_unpack_string (event, "calendar");
  g_autofree char *path = one_show_path (one_unpack_string (event, "source"));
  g_autofree char *with =
      *person ? g_strdup_printf (_ ("one-on-one with %s"), person) : g_strdup (_ ("one-on-one"));
  g_autofree char *verdict = g_strdup_printf ("%s: %s", yes ? with : _ ("no one-on-one"),
                                              one_unpack_string (event, "reason"));
  g_autofree char *where = g_strdup_printf (
      _ ("%s, zone %s"), one_status_lines_is_database (path) && *calendar ? calendar : path,
      one_unpack_string (event, "zone"));
  g_autofree char *uid = g_strdup_printf (_ ("uid %s"), one_unpack_string (event, "uid"));

  g_autofree char *lead = number ? g_strdup_printf ("%u. ", (guint) number) : g_strdup ("");

  one_print_lines (context->printer, lead, ONE_STYLE_BOLD, *summary ? summary : _ ("(no title)"));
  one_print_lines (context->printer, "  ", ONE_STYLE_PLAIN, verdict);
  one_print_lines (context->printer, "  ", ONE_STYLE_DIM, where);
  one_print_lines (context->printer, "  ", ONE_STYLE_DIM, uid);
  explain_print_occurrences (context, event);
  explain_print_reminders (context, event);
}

static void
explain_print_json (OneContext *context, GVariant *events, GVariant *troubles)
{
  g_autoptr (OneJson) json = one_json_new (context->zone);

  one_json_add_records (json, "events", events, one_fields_event);
  one_json_add_records (json, "troubles", troubles, one_fields_trouble);
  one_json_print (json, FALSE, context->printer->out);
}

/* A word that oned does not know may be a title, or a number of the list. */
static GVariant *
explain_ask (OneContext *context, const char *what, gint64 from, gint64 to, GError **error)
{
  g_autoptr (GError) unknown = NULL;
  g_autofree char *uid = NULL;
  GVariant *answer = one_context_call (context, "Explain", g_variant_new ("(sxx)", what, from, to),
                                       "(aa{sv}aa{sv})", &unknown);

  if (answer)
    return answer;
  if (!one_find_series_is_unknown (unknown) || g_path_is_absolute (what)) {
    g_propagate_error (error, g_steal_pointer (&unknown));
    return NULL;
  }
  uid = one_find_series_dup_uid (context, what, error);
  return uid ? one_context_call (context, "Explain", g_variant_new ("(sxx)", uid, from, to),
                                 "(aa{sv}aa{sv})", error)
             : NULL;
}

gboolean
one_explain_run (OneContext *context, GError **error)
{
  g_autofree char *what = explain_dup_what (one_args_word (context->args, 0));
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GVariant) events = NULL;
  g_autoptr (GVariant) troubles = NULL;
  gint64 from, to;

  if (!explain_find_range (context, &from, &to, error))
    return FALSE;
  answer = explain_ask (context, what, from, to, error);
  if (!answer)
    return FALSE;
  events = g_variant_get_child_value (answer, 0);
  troubles = g_variant_get_child_value (answer, 1);
  if (one_context_is_json (context)) {
    explain_print_json (context, events, troubles);
    return TRUE;
  }
  if (one_unpack_is_empty (events))
    g_printerr ("%s\n", _ ("no events"));
  for (gsize i = 0; i < g_variant_n_children (events); i++) {
    g_autoptr (GVariant) event = g_variant_get_child_value (events, i);

    if (i > 0)
      one_print_end (context->printer);
    explain_print_event (context, event, *what ? 0 : i + 1);
  }
  one_status_lines_print_troubles (context, troubles);
  return TRUE;
}
