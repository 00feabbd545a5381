/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "ctl/bus/unpack.h"
#include "ctl/print/markdown.h"
#include "ctl/report/chronicle.h"
#include "ctl/time/local.h"

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

static void
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

    export_add_meeting (context, meeting);
    export_add_promises (out, actions, start, end);
    export_add_promises (out, points, start, end);
  }
}

gboolean
one_export_run (OneContext *context, GError **error)
{
  const char *category = one_args_get (context->args, "category");
  gint64 since;
  g_autoptr (GVariant) people =
      one_chronicle_get (context, category ? category : "", &since, error);

  if (!people)
    return FALSE;
  if (one_context_is_json (context)) {
    one_context_print_json (context, "people", people, one_fields_chronicle);
    return TRUE;
  }
  for (gsize i = 0; i < g_variant_n_children (people); i++) {
    g_autoptr (GVariant) person = g_variant_get_child_value (people, i);

    export_add_person (context, person);
  }
  return TRUE;
}
