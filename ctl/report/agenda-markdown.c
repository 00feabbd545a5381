/* SPDX-License-Identifier: MIT */
#include "ctl/report/agenda-markdown.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/print/markdown.h"
#include "wire/words.h"

static void
markdown_add_heading (GString *out, GVariant *meeting, GTimeZone *zone)
{
  gint64 start = one_unpack_instant (meeting, "start");
  gint64 end = one_unpack_instant (meeting, "end");
  g_autoptr (GDateTime) first = g_date_time_new_from_unix_utc (start);
  g_autoptr (GDateTime) from = g_date_time_to_timezone (first, zone);
  g_autofree char *when = g_date_time_format (from, "%Y-%m-%d %H:%M");

  g_string_append (out, "# ");
  one_markdown_add (out, one_unpack_string (meeting, "person"));
  g_string_append_printf (out, ", %s ", when);
  g_string_append_printf (out, _ ("(%d min)"), (int) ((end - start) / 60));
  g_string_append (out, "\n\n");
}

/* "- Ada: send the figures (due 2026-11-27)" */
static void
markdown_add_promises (GString *out, GVariant *item)
{
  g_autoptr (GVariant) actions = one_unpack_records (item, "actions");

  for (gsize i = 0; i < g_variant_n_children (actions); i++) {
    g_autoptr (GVariant) action = g_variant_get_child_value (actions, i);
    const char *due = one_unpack_string (action, "due");
    gboolean mine =
        g_str_equal (one_unpack_string (action, "owner"), one_words_format_owner (ONE_OWNER_ME));

    g_string_append (out, "- ");
    one_markdown_add (out, mine ? _ ("I") : one_unpack_string (action, "person"));
    g_string_append (out, ": ");
    one_markdown_add (out, one_unpack_string (action, "text"));
    if (*due)
      g_string_append_printf (out, _ (" (due %s)"), due);
    g_string_append_c (out, '\n');
  }
}

static void
markdown_add_texts (GString *out, GVariant *item, const char *key)
{
  g_autoptr (GVariant) records = one_unpack_records (item, key);

  for (gsize i = 0; i < g_variant_n_children (records); i++) {
    g_autoptr (GVariant) record = g_variant_get_child_value (records, i);

    g_string_append (out, "- ");
    one_markdown_add (out, one_unpack_string (record, "text"));
    g_string_append_c (out, '\n');
  }
}

void
one_agenda_markdown_add (GString *out, GVariant *agenda, GTimeZone *zone)
{
  g_autoptr (GVariant) meeting = one_unpack_record (agenda, "meeting");
  g_autoptr (GVariant) items = one_unpack_records (agenda, "items");

  markdown_add_heading (out, meeting, zone);
  for (gsize i = 0; i < g_variant_n_children (items); i++) {
    g_autoptr (GVariant) item = g_variant_get_child_value (items, i);

    g_string_append (out, "## ");
    one_markdown_add (out, one_unpack_string (item, "title"));
    g_string_append (out, " (");
    g_string_append_printf (out, _ ("%u min"), one_unpack_uint (item, "minutes"));
    g_string_append (out, ")\n\n");
    markdown_add_promises (out, item);
    markdown_add_texts (out, item, "points");
    markdown_add_texts (out, item, "prompts");
    g_string_append_c (out, '\n');
  }
}
