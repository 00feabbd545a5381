/* SPDX-License-Identifier: MIT */
#include "ctl/view/found-lines.h"

#include "ctl/bus/unpack.h"
#include "ctl/time/local.h"
#include "ctl/view/show.h"

/* Prints person, id, meeting, category and day in one line, and the text beneath. The day is a
 * date: years may lie between two records. */
static void
print_one (OneContext *context, GVariant *record)
{
  g_autoptr (GString) head = g_string_new (NULL);
  g_autofree char *day = one_local_format_day (one_unpack_instant (record, "at"), context->zone);
  g_auto (GStrv) lines = one_unpack_strings (record, "lines");
  const char *state = one_unpack_string (record, "state");

  one_show_add_note (context, head, one_unpack_string (record, "person"));
  one_show_add_note (context, head, one_unpack_string (record, "id"));
  one_show_add_note (context, head, one_unpack_string (record, "meeting"));
  one_show_add_note (context, head, one_unpack_string (record, "category"));
  if (!g_str_equal (state, "open"))
    one_show_add_note (context, head, state);
  one_print_row (context->printer, "", ONE_STYLE_BOLD, head->str, day);
  for (guint i = 0; lines[i]; i++)
    one_print_lines (context->printer, "  ", ONE_STYLE_PLAIN, lines[i]);
}

gboolean
one_found_lines_print (OneContext *context, const char *key, GVariant *records, const char *nothing,
                       GError **error)
{
  if (one_context_is_json (context)) {
    one_context_print_json (context, key, records, one_fields_written);
    return TRUE;
  }
  if (one_unpack_is_empty (records))
    g_printerr ("%s\n", nothing);
  if (!one_context_load_now (context, error))
    return FALSE;
  for (gsize i = 0; i < g_variant_n_children (records); i++) {
    g_autoptr (GVariant) record = g_variant_get_child_value (records, i);

    print_one (context, record);
  }
  return TRUE;
}
