/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "ctl/bus/unpack.h"
#include "ctl/print/markdown.h"
#include "ctl/report/chronicle.h"
#include "ctl/report/ical-records.h"
#include "ctl/time/local.h"
#include "ctl/writer.h"
#include "wire/error.h"
#include "wire/words.h"

static void
export_add_note (GString *out, GVariant *note)
{
  const char *category = one_unpack_string (note, "category");

  if (*category)
    g_string_append_printf (out, "### %s\n\n", category);
  g_string_append_printf (out, "%s\n\n", one_unpack_string (note, "text"));
}

/* "- [x] @ada Talk to Bob (due 2026-11-27) #a12" */
static void
export_add_promise (GString *out, GVariant *promise)
{
  const char *state = one_unpack_string (promise, "state");
  const char *owner = one_unpack_string (promise, "owner");
  const char *due = one_unpack_string (promise, "due");
  char box = g_str_equal (state, "open") ? ' ' : g_str_equal (state, "done") ? 'x' : '-';

  g_string_append_printf (out, "- [%c] %s%s%s", box, *owner ? "@" : "", owner, *owner ? " " : "");
  one_markdown_add (out, one_unpack_string (promise, "text"));
  if (*due)
    g_string_append_printf (out, " (due %s)", due);
  g_string_append_printf (out, " #%s\n", one_unpack_string (promise, "id"));
}

/* Adds the promises made between two meetings: from `from` on, before `to`. */
static void
export_add_promises (GString *out, GVariant *promises, gint64 from, gint64 to)
{
  gsize before = out->len;

  for (gsize i = 0; i < g_variant_n_children (promises); i++) {
    g_autoptr (GVariant) promise = g_variant_get_child_value (promises, i);
    gint64 created = one_unpack_instant (promise, "created");

    if (created >= from && created < to)
      export_add_promise (out, promise);
  }
  if (out->len > before)
    g_string_append_c (out, '\n');
}

/* TRUE if there was more to add than the heading. */
static gboolean
export_add_meeting (OneContext *context, GVariant *meeting)
{
  GString *out = context->printer->out;
  g_autofree char *day =
      one_local_format_day (one_unpack_instant (meeting, "start"), context->zone);
  g_auto (GStrv) touched = one_unpack_strings (meeting, "touched");
  g_autofree char *list = g_strjoinv (", ", touched);
  g_autoptr (GVariant) notes = one_unpack_records (meeting, "notes");

  g_string_append_printf (out, "## %s, %s #%s\n\n", day, one_unpack_string (meeting, "state"),
                          one_unpack_string (meeting, "id"));
  if (*list) {
    g_string_append_printf (out, _ ("Talked about: %s"), list);
    g_string_append (out, "\n\n");
  }
  for (gsize i = 0; i < g_variant_n_children (notes); i++) {
    g_autoptr (GVariant) note = g_variant_get_child_value (notes, i);

    export_add_note (out, note);
  }
  return *list || !one_unpack_is_empty (notes);
}

static gint64
export_get_start (GVariant *meetings, gsize i)
{
  g_autoptr (GVariant) meeting = NULL;

  if (i >= g_variant_n_children (meetings))
    return G_MAXINT64;
  meeting = g_variant_get_child_value (meetings, i);
  return one_unpack_instant (meeting, "start");
}

static void
export_add_person (OneContext *context, GVariant *person)
{
  GString *out = context->printer->out;
  g_autoptr (GVariant) meetings = one_unpack_records (person, "meetings");
  g_autoptr (GVariant) actions = one_unpack_records (person, "actions");
  g_autoptr (GVariant) points = one_unpack_records (person, "points");
  gint64 first = export_get_start (meetings, 0);

  if (one_unpack_is_empty (meetings) && one_unpack_is_empty (actions)
      && one_unpack_is_empty (points))
    return;
  g_string_append (out, "# ");
  one_markdown_add (out, one_unpack_string (person, "person"));
  g_string_append (out, "\n\n");
  export_add_promises (out, actions, 0, first);
  export_add_promises (out, points, 0, first);
  for (gsize i = 0; i < g_variant_n_children (meetings); i++) {
    g_autoptr (GVariant) meeting = g_variant_get_child_value (meetings, i);
    gint64 start = export_get_start (meetings, i);
    gint64 end = export_get_start (meetings, i + 1);
    gsize before = out->len;
    gboolean any = export_add_meeting (context, meeting);
    gsize headed = out->len;

    export_add_promises (out, actions, start, end);
    export_add_promises (out, points, start, end);
    if (!any && out->len == headed)
      g_string_truncate (out, before);
  }
}

/* The agenda of the next meeting with a person, empty if none is planned; NULL with `error` set if
 * oned cannot say. (transfer full) */
static GVariant *
export_get_agenda (OneContext *context, GVariant *person, GError **error)
{
  const char *planned = one_words_format_meeting_state (ONE_MEETING_PLANNED);
  g_autoptr (GVariant) meetings = one_unpack_records (person, "meetings");

  for (gsize i = 0; i < g_variant_n_children (meetings); i++) {
    g_autoptr (GVariant) meeting = g_variant_get_child_value (meetings, i);
    g_autoptr (GVariant) agendas = NULL;

    if (one_unpack_instant (meeting, "end") <= context->now
        || !g_str_equal (one_unpack_string (meeting, "state"), planned))
      continue;
    agendas = one_context_list (context, "GetAgendas",
                                g_variant_new ("(sa{sv})", one_unpack_string (meeting, "id"), NULL),
                                error);
    if (!agendas || !one_unpack_is_empty (agendas))
      return agendas ? one_unpack_find_first (agendas) : NULL;
  }
  return g_variant_ref_sink (g_variant_new ("a{sv}", NULL));
}

static void
export_say_nothing (void)
{
  g_printerr ("%s\n", _ ("there is nothing to export"));
}

static gboolean
export_ics (OneContext *context, GVariant *people, GError **error)
{
  const char *writer = one_args_get (context->args, "writer");
  g_autoptr (GVariantBuilder) records = g_variant_builder_new (G_VARIANT_TYPE ("aa{sv}"));
  g_autoptr (GVariant) list = NULL;
  g_autoptr (GVariant) request = NULL;
  g_autofree char *text = NULL;

  if (!one_context_load_now (context, error))
    return FALSE;
  for (gsize i = 0; i < g_variant_n_children (people); i++) {
    g_autoptr (GVariant) person = g_variant_get_child_value (people, i);
    g_autoptr (GVariant) agenda = export_get_agenda (context, person, error);

    if (!agenda)
      return FALSE;
    one_ical_records_add (records, person, agenda, context->zone);
  }
  list = g_variant_ref_sink (g_variant_builder_end (records));
  if (one_unpack_is_empty (list)) {
    export_say_nothing ();
    return TRUE;
  }
  request = g_variant_ref_sink (g_variant_new ("(x@aa{sv})", context->now, list));
  text = one_writer_run (writer ? writer : ONECTL_WRITER, request, error);
  if (text)
    g_string_append (context->printer->out, text);
  return text != NULL;
}

gboolean
one_export_run (OneContext *context, GError **error)
{
  const char *category = one_args_get (context->args, "category");
  gboolean ics = one_args_has (context->args, "ics");
  gint64 since;
  g_autoptr (GVariant) people = NULL;

  if (ics && one_context_is_json (context)) {
    g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("say either '--ics' or '--json'"));
    return FALSE;
  }
  people = one_chronicle_get (context, category ? category : "", &since, error);
  if (!people)
    return FALSE;
  if (ics)
    return export_ics (context, people, error);
  if (one_context_is_json (context)) {
    one_context_print_json (context, "people", people, one_fields_chronicle);
    return TRUE;
  }
  for (gsize i = 0; i < g_variant_n_children (people); i++) {
    g_autoptr (GVariant) person = g_variant_get_child_value (people, i);

    export_add_person (context, person);
  }
  if (context->printer->out->len == 0)
    export_say_nothing ();
  return TRUE;
}
