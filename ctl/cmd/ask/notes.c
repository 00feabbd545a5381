/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/time/parse-when.h"
#include "ctl/view/found-lines.h"

/* Notes of meetings that began at `since` or later. */
static GVariant *
notes_filter (GVariant *notes, gint64 since)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE ("aa{sv}"));

  for (gsize i = 0; i < g_variant_n_children (notes); i++) {
    g_autoptr (GVariant) note = g_variant_get_child_value (notes, i);

    if (one_unpack_instant (note, "at") >= since)
      g_variant_builder_add_value (builder, note);
  }
  return g_variant_ref_sink (g_variant_builder_end (builder));
}

gboolean
one_notes_run (OneContext *context, GError **error)
{
  const char *who = one_args_word (context->args, 0);
  const char *day = one_args_get (context->args, "since");
  g_autoptr (GVariant) notes = NULL;
  g_autoptr (GVariant) wanted = NULL;
  gint64 since = 0;

  if (day
      && (!one_context_load_now (context, error)
          || !one_parse_when_past_instant (day, context->now, context->zone, &since, error)))
    return FALSE;
  notes = one_context_list (context, "ListNotes", g_variant_new ("(s)", who), error);
  if (!notes)
    return FALSE;
  wanted = notes_filter (notes, since);
  return one_found_lines_print (context, "notes", wanted, _ ("no notes"), error);
}
