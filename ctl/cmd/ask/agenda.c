/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/report/agenda-markdown.h"
#include "ctl/view/show.h"
#include "wire/error.h"
#include "wire/words.h"

#define INDENT "    "

static char *
agenda_format_when (OneContext *context, GVariant *meeting)
{
  gint64 start = one_unpack_instant (meeting, "start");
  gint64 end = one_unpack_instant (meeting, "end");
  const char *dot = one_print_sign (context->printer, ONE_SIGN_DOT);
  g_autofree char *day = one_show_day (context, start);
  g_autofree char *span = one_show_span (context, start, end);
  g_autofree char *left = one_show_distance (context, start, end);
  GString *when = g_string_new (NULL);

  g_string_append_printf (when, _ ("%s %s (%d min)"), day, span, (int) ((end - start) / 60));
  if (one_unpack_bool (meeting, "assumed_length"))
    g_string_append_printf (when, ", %s", _ ("no end given"));
  if (*left)
    g_string_append_printf (when, " %s %s", dot, left);
  g_string_append_printf (when, " %s %s", dot, one_unpack_string (meeting, "id"));
  return g_string_free (when, FALSE);
}

/* Prints whether the meeting was moved, cancelled or declined; nothing for an ordinary one. */
static void
agenda_print_state (OneContext *context, GVariant *meeting)
{
  gint64 moved = one_unpack_instant (meeting, "moved_from");
  const char *state = one_unpack_string (meeting, "state");

  if (moved) {
    g_autofree char *day = one_show_day (context, moved);
    g_autofree char *time = one_show_time (context, moved);
    g_autofree char *text = g_strdup_printf (_ ("moved from %s %s"), day, time);

    one_print_lines (context->printer, "", ONE_STYLE_BOLD, text);
  }
  if (!g_str_equal (state, one_words_format_meeting_state (ONE_MEETING_PLANNED)))
    one_print_lines (context->printer, "", ONE_STYLE_BOLD, state);
  if (one_unpack_bool (meeting, "other_declined"))
    one_print_lines (context->printer, "", ONE_STYLE_BOLD, _ ("they declined"));
}

static void
agenda_print_place (OneContext *context, GVariant *meeting, const char *key)
{
  if (*one_unpack_string (meeting, key))
    one_print_lines (context->printer, "", ONE_STYLE_PLAIN, one_unpack_string (meeting, key));
}

static void
agenda_print_meeting (OneContext *context, GVariant *meeting)
{
  g_autofree char *when = agenda_format_when (context, meeting);

  one_print_add (context->printer, ONE_STYLE_BOLD, one_unpack_string (meeting, "person"));
  if (*one_unpack_string (meeting, "role")) {
    one_print_add (context->printer, ONE_STYLE_PLAIN, ", ");
    one_print_add (context->printer, ONE_STYLE_PLAIN, one_unpack_string (meeting, "role"));
  }
  one_print_end (context->printer);
  one_print_lines (context->printer, "", ONE_STYLE_PLAIN, when);
  /* Many calendars write the link into the location, too. */
  if (!g_str_equal (one_unpack_string (meeting, "location"), one_unpack_string (meeting, "join")))
    agenda_print_place (context, meeting, "location");
  agenda_print_place (context, meeting, "join");
  agenda_print_state (context, meeting);
}

static void
agenda_print_figures (OneContext *context, GVariant *item)
{
  g_autofree char *figures = NULL;
  g_autofree char *last = NULL;
  gint64 touched = one_unpack_instant (item, "last_touched");

  if (one_unpack_uint (item, "ideal_meetings") == 0 || !*one_unpack_string (item, "state"))
    return;
  last = touched ? one_show_date (context, touched) : g_strdup (_ ("not noted"));
  figures = g_strdup_printf (
      _ ("score %.2f, %s: meetings %u, weeks %.1f (last: %s); ideal every %u or %u weeks, at most "
         "%u or %u"),
      one_unpack_double (item, "score"), one_unpack_string (item, "state"),
      one_unpack_uint (item, "meetings_since"), one_unpack_double (item, "weeks_since"), last,
      one_unpack_uint (item, "ideal_meetings"), one_unpack_uint (item, "ideal_weeks"),
      one_unpack_uint (item, "max_meetings"), one_unpack_uint (item, "max_weeks"));
  one_print_lines (context->printer, INDENT, ONE_STYLE_DIM, figures);
}

static void
agenda_print_prompts (OneContext *context, GVariant *item)
{
  g_autoptr (GVariant) prompts = one_unpack_records (item, "prompts");
  g_autofree char *lead =
      g_strconcat (INDENT, one_print_sign (context->printer, ONE_SIGN_BULLET), " ", NULL);

  for (gsize i = 0; i < g_variant_n_children (prompts); i++) {
    g_autoptr (GVariant) prompt = g_variant_get_child_value (prompts, i);

    one_print_lines (context->printer, lead, ONE_STYLE_PLAIN, one_unpack_string (prompt, "text"));
    if (one_unpack_bool (prompt, "soon"))
      one_print_lines (context->printer, INDENT "  ", ONE_STYLE_DIM,
                       _ ("better asked at once than saved for the meeting: onectl ask"));
  }
}

static void
agenda_print_promises (OneContext *context, GVariant *item)
{
  g_autoptr (GVariant) points = one_unpack_records (item, "points");
  g_autoptr (GVariant) actions = one_unpack_records (item, "actions");

  for (gsize i = 0; i < g_variant_n_children (actions); i++) {
    g_autoptr (GVariant) action = g_variant_get_child_value (actions, i);

    one_show_action (context, INDENT, action, 0);
  }
  for (gsize i = 0; i < g_variant_n_children (points); i++) {
    g_autoptr (GVariant) point = g_variant_get_child_value (points, i);

    one_show_point (context, INDENT, point, 0);
  }
}

static void
agenda_print_item (OneContext *context, guint number, GVariant *item)
{
  g_autofree char *lead = g_strdup_printf ("%2u. ", number);
  g_autofree char *minutes = g_strdup_printf (_ ("%2u min"), one_unpack_uint (item, "minutes"));

  one_print_row (context->printer, lead, ONE_STYLE_BOLD, one_unpack_string (item, "title"),
                 minutes);
  if (one_args_has (context->args, "why")) {
    one_print_lines (context->printer, INDENT, ONE_STYLE_DIM, one_unpack_string (item, "reason"));
    agenda_print_figures (context, item);
  }
  agenda_print_promises (context, item);
  agenda_print_prompts (context, item);
}

static void
agenda_print_parked (OneContext *context, GVariant *parked)
{
  if (one_unpack_is_empty (parked))
    return;
  one_print_end (context->printer);
  one_print_lines (context->printer, INDENT, ONE_STYLE_DIM, _ ("Parked, no room this time:"));
  for (gsize i = 0; i < g_variant_n_children (parked); i++) {
    g_autoptr (GVariant) point = g_variant_get_child_value (parked, i);

    one_show_point (context, INDENT, point, ONE_SHOW_CATEGORY);
  }
}

static void
agenda_print (OneContext *context, GVariant *agenda)
{
  g_autoptr (GVariant) meeting = one_unpack_record (agenda, "meeting");
  g_autoptr (GVariant) items = one_unpack_records (agenda, "items");
  g_autoptr (GVariant) parked = one_unpack_records (agenda, "parked");

  agenda_print_meeting (context, meeting);
  if (*one_unpack_string (agenda, "note")) {
    one_print_end (context->printer);
    one_print_lines (context->printer, "", ONE_STYLE_PLAIN, one_unpack_string (agenda, "note"));
  }
  for (gsize i = 0; i < g_variant_n_children (items); i++) {
    g_autoptr (GVariant) item = g_variant_get_child_value (items, i);

    one_print_end (context->printer);
    agenda_print_item (context, (guint) i + 1, item);
  }
  agenda_print_parked (context, parked);
}

/* The points to ask at once, of anybody; none for a meeting that was named, or to be sent. */
static gboolean
agenda_print_asks (OneContext *context, GError **error)
{
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  g_autoptr (GVariant) asks = NULL;

  if (one_args_word (context->args, 0)[0] || one_args_has (context->args, "markdown"))
    return TRUE;
  g_variant_dict_insert (options, "ask", "b", TRUE);
  asks = one_context_list (context, "ListPoints",
                           g_variant_new ("(s@a{sv})", "", g_variant_dict_end (options)), error);
  if (!asks)
    return FALSE;
  if (one_unpack_is_empty (asks))
    return TRUE;
  one_print_lines (context->printer, "", ONE_STYLE_BOLD, _ ("To ask:"));
  for (gsize i = 0; i < g_variant_n_children (asks); i++) {
    g_autoptr (GVariant) ask = g_variant_get_child_value (asks, i);

    one_show_point (context, "", ask, ONE_SHOW_PERSON);
  }
  one_print_end (context->printer);
  return TRUE;
}

/* `--markdown` is a form of its own; the figures of `--why` are nothing to send. */
static gboolean
agenda_check_form (OneContext *context, GError **error)
{
  const char *other = one_context_is_json (context)         ? "--json"
                      : one_args_has (context->args, "why") ? "--why"
                                                            : NULL;

  if (!one_args_has (context->args, "markdown") || !other)
    return TRUE;
  g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("say either '--markdown' or '%s'"), other);
  return FALSE;
}

/* (transfer full) */
static GVariant *
agenda_list (OneContext *context, GError **error)
{
  g_autofree char *which = one_context_dup_which (context, one_args_word (context->args, 0), error);
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);

  if (!which)
    return NULL;
  one_context_add_flag (context, options, "rebuild");
  return one_context_list (context, "GetAgendas",
                           g_variant_new ("(s@a{sv})", which, g_variant_dict_end (options)), error);
}

static void
agenda_print_all (OneContext *context, GVariant *agendas)
{
  gboolean markdown = one_args_has (context->args, "markdown");

  for (gsize i = 0; i < g_variant_n_children (agendas); i++) {
    g_autoptr (GVariant) agenda = g_variant_get_child_value (agendas, i);

    if (markdown) {
      one_agenda_markdown_add (context->printer->out, agenda, context->zone);
      continue;
    }
    if (i > 0)
      one_print_end (context->printer);
    agenda_print (context, agenda);
  }
}

gboolean
one_agenda_run (OneContext *context, GError **error)
{
  g_autoptr (GVariant) agendas =
      agenda_check_form (context, error) ? agenda_list (context, error) : NULL;

  if (!agendas)
    return FALSE;
  if (one_context_is_json (context)) {
    one_context_print_json (context, "agendas", agendas,
                            one_args_has (context->args, "why") ? one_fields_agenda_why
                                                                : one_fields_agenda);
    return TRUE;
  }
  if (!one_context_load_now (context, error) || !agenda_print_asks (context, error))
    return FALSE;
  if (one_unpack_is_empty (agendas))
    g_printerr ("%s\n", _ ("no one-on-one is planned"));
  agenda_print_all (context, agendas);
  return TRUE;
}
