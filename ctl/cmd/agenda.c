/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/show.h"
#include "ctl/unpack.h"
#include "wire/words.h"

#define INDENT "    "

static char *
agenda_format_when (OneRun *run, GVariant *meeting)
{
  gint64 start = one_unpack_instant (meeting, "start");
  gint64 end = one_unpack_instant (meeting, "end");
  const char *dot = one_print_sign (run->printer, ONE_SIGN_DOT);
  g_autofree char *day = one_show_day (run, start);
  g_autofree char *span = one_show_span (run, start, end);
  g_autofree char *left = one_show_distance (run, start, end);
  GString *when = g_string_new (NULL);

  g_string_append_printf (when, _ ("%s %s (%d min)"), day, span, (int) ((end - start) / 60));
  if (one_unpack_bool (meeting, "assumed_length"))
    g_string_append_printf (when, ", %s", _ ("no end given"));
  if (*left)
    g_string_append_printf (when, " %s %s", dot, left);
  g_string_append_printf (when, " %s %s", dot, one_unpack_string (meeting, "id"));
  return g_string_free (when, FALSE);
}

/* What is out of the ordinary: moved, cancelled, declined. */
static void
agenda_print_state (OneRun *run, GVariant *meeting)
{
  gint64 moved = one_unpack_instant (meeting, "moved_from");
  const char *state = one_unpack_string (meeting, "state");

  if (moved) {
    g_autofree char *day = one_show_day (run, moved);
    g_autofree char *time = one_show_time (run, moved);
    g_autofree char *text = g_strdup_printf (_ ("moved from %s %s"), day, time);

    one_print_lines (run->printer, "", ONE_STYLE_BOLD, text);
  }
  if (!g_str_equal (state, one_words_format_meeting_state (ONE_MEETING_PLANNED)))
    one_print_lines (run->printer, "", ONE_STYLE_BOLD, state);
  if (one_unpack_bool (meeting, "other_declined"))
    one_print_lines (run->printer, "", ONE_STYLE_BOLD, _ ("they declined"));
}

static void
agenda_print_place (OneRun *run, GVariant *meeting, const char *key)
{
  if (*one_unpack_string (meeting, key))
    one_print_lines (run->printer, "", ONE_STYLE_PLAIN, one_unpack_string (meeting, key));
}

static void
agenda_print_meeting (OneRun *run, GVariant *meeting)
{
  g_autofree char *when = agenda_format_when (run, meeting);

  one_print_add (run->printer, ONE_STYLE_BOLD, one_unpack_string (meeting, "person"));
  if (*one_unpack_string (meeting, "role")) {
    one_print_add (run->printer, ONE_STYLE_PLAIN, ", ");
    one_print_add (run->printer, ONE_STYLE_PLAIN, one_unpack_string (meeting, "role"));
  }
  one_print_end (run->printer);
  one_print_lines (run->printer, "", ONE_STYLE_PLAIN, when);
  /* Many calendars put the link into both. */
  if (!g_str_equal (one_unpack_string (meeting, "location"), one_unpack_string (meeting, "join")))
    agenda_print_place (run, meeting, "location");
  agenda_print_place (run, meeting, "join");
  agenda_print_state (run, meeting);
}

static void
agenda_print_figures (OneRun *run, GVariant *item)
{
  g_autofree char *figures = NULL;
  g_autofree char *last = NULL;
  gint64 touched = one_unpack_instant (item, "last_touched");

  if (one_unpack_uint (item, "ideal_meetings") == 0 || !*one_unpack_string (item, "state"))
    return;
  last = touched ? one_show_date (run, touched) : g_strdup (_ ("never"));
  figures = g_strdup_printf (
      _ ("score %.2f, %s: %u meetings and %.1f weeks since (last: %s); ideal %u meetings or %u "
         "weeks, at most %u or %u"),
      one_unpack_double (item, "score"), one_unpack_string (item, "state"),
      one_unpack_uint (item, "meetings_since"), one_unpack_double (item, "weeks_since"), last,
      one_unpack_uint (item, "ideal_meetings"), one_unpack_uint (item, "ideal_weeks"),
      one_unpack_uint (item, "max_meetings"), one_unpack_uint (item, "max_weeks"));
  one_print_lines (run->printer, INDENT, ONE_STYLE_DIM, figures);
}

static void
agenda_print_prompts (OneRun *run, GVariant *item)
{
  g_autoptr (GVariant) prompts = one_unpack_records (item, "prompts");
  g_autofree char *lead =
      g_strconcat (INDENT, one_print_sign (run->printer, ONE_SIGN_BULLET), " ", NULL);

  for (gsize i = 0; i < g_variant_n_children (prompts); i++) {
    g_autoptr (GVariant) prompt = g_variant_get_child_value (prompts, i);

    one_print_lines (run->printer, lead, ONE_STYLE_PLAIN, one_unpack_string (prompt, "text"));
  }
}

static void
agenda_print_promises (OneRun *run, GVariant *item)
{
  g_autoptr (GVariant) points = one_unpack_records (item, "points");
  g_autoptr (GVariant) actions = one_unpack_records (item, "actions");

  for (gsize i = 0; i < g_variant_n_children (actions); i++) {
    g_autoptr (GVariant) action = g_variant_get_child_value (actions, i);

    one_show_action (run, INDENT, action, 0);
  }
  for (gsize i = 0; i < g_variant_n_children (points); i++) {
    g_autoptr (GVariant) point = g_variant_get_child_value (points, i);

    one_show_point (run, INDENT, point, 0);
  }
}

static void
agenda_print_item (OneRun *run, guint number, GVariant *item)
{
  g_autofree char *lead = g_strdup_printf ("%2u. ", number);
  g_autofree char *minutes = g_strdup_printf (_ ("%2u min"), one_unpack_uint (item, "minutes"));

  one_print_row (run->printer, lead, ONE_STYLE_BOLD, one_unpack_string (item, "title"), minutes);
  if (*one_unpack_string (item, "reason"))
    one_print_lines (run->printer, INDENT, ONE_STYLE_DIM, one_unpack_string (item, "reason"));
  if (one_args_has (run->args, "why"))
    agenda_print_figures (run, item);
  agenda_print_promises (run, item);
  agenda_print_prompts (run, item);
}

static void
agenda_print_parked (OneRun *run, GVariant *parked)
{
  if (one_unpack_is_empty (parked))
    return;
  one_print_end (run->printer);
  one_print_lines (run->printer, INDENT, ONE_STYLE_DIM, _ ("Parked, for want of time:"));
  for (gsize i = 0; i < g_variant_n_children (parked); i++) {
    g_autoptr (GVariant) point = g_variant_get_child_value (parked, i);

    one_show_point (run, INDENT, point, ONE_SHOW_CATEGORY);
  }
}

static void
agenda_print (OneRun *run, GVariant *agenda)
{
  g_autoptr (GVariant) meeting = one_unpack_record (agenda, "meeting");
  g_autoptr (GVariant) items = one_unpack_records (agenda, "items");
  g_autoptr (GVariant) parked = one_unpack_records (agenda, "parked");

  agenda_print_meeting (run, meeting);
  if (*one_unpack_string (agenda, "note")) {
    one_print_end (run->printer);
    one_print_lines (run->printer, "", ONE_STYLE_PLAIN, one_unpack_string (agenda, "note"));
  }
  for (gsize i = 0; i < g_variant_n_children (items); i++) {
    g_autoptr (GVariant) item = g_variant_get_child_value (items, i);

    one_print_end (run->printer);
    agenda_print_item (run, (guint) i + 1, item);
  }
  agenda_print_parked (run, parked);
}

gboolean
one_agenda_run (OneRun *run, GError **error)
{
  g_autofree char *which = one_run_dup_which (run, one_args_word (run->args, 0), error);
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  g_autoptr (GVariant) agendas = NULL;

  if (!which)
    return FALSE;
  one_run_add_flag (run, options, "rebuild");
  agendas = one_run_list (run, "GetAgendas",
                          g_variant_new ("(s@a{sv})", which, g_variant_dict_end (options)), error);
  if (!agendas)
    return FALSE;
  if (one_run_is_json (run)) {
    one_run_print_json (run, "agendas", agendas,
                        one_args_has (run->args, "why") ? one_record_agenda_why
                                                        : one_record_agenda);
    return TRUE;
  }
  if (one_unpack_is_empty (agendas)) {
    g_printerr ("%s\n", _ ("no one-on-one is planned"));
    return TRUE;
  }
  if (!one_run_load_now (run, error))
    return FALSE;
  for (gsize i = 0; i < g_variant_n_children (agendas); i++) {
    g_autoptr (GVariant) agenda = g_variant_get_child_value (agendas, i);

    if (i > 0)
      one_print_end (run->printer);
    agenda_print (run, agenda);
  }
  return TRUE;
}
