/* SPDX-License-Identifier: MIT */
#include "ctl/set-state.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/view/show.h"

static gboolean
is_action (GVariant *record)
{
  return one_unpack_string (record, "id")[0] == 'a';
}

static GVariant *
list (GVariant *records, gboolean actions)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE ("aa{sv}"));

  for (gsize i = 0; i < g_variant_n_children (records); i++) {
    g_autoptr (GVariant) record = g_variant_get_child_value (records, i);

    if (is_action (record) == actions)
      g_variant_builder_add_value (builder, record);
  }
  return g_variant_ref_sink (g_variant_builder_end (builder));
}

static void
print_json (OneContext *context, guint changed, GVariant *records)
{
  g_autoptr (OneJson) json = one_json_new (context->zone);
  g_autoptr (GVariant) actions = list (records, TRUE);
  g_autoptr (GVariant) points = list (records, FALSE);

  one_json_add_count (json, "changed", changed);
  one_json_add_records (json, "actions", actions, one_fields_action);
  one_json_add_records (json, "points", points, one_fields_point);
  one_json_print (json, FALSE, context->printer->out);
}

static void
print_text (OneContext *context, GVariant *records)
{
  for (gsize i = 0; i < g_variant_n_children (records); i++) {
    g_autoptr (GVariant) record = g_variant_get_child_value (records, i);

    if (is_action (record))
      one_show_action (context, "", record, ONE_SHOW_PERSON);
    else
      one_show_point (context, "", record, ONE_SHOW_PERSON | ONE_SHOW_CATEGORY);
  }
}

/* Setting a state twice is no error, but the user is told. */
static void
tell_unchanged (OneState state, guint changed, gsize all)
{
  static const char *const already[] = {
    [ONE_STATE_OPEN] = N_ ("already open"),
    [ONE_STATE_DONE] = N_ ("already done"),
    [ONE_STATE_DROPPED] = N_ ("already dropped"),
  };

  if (changed == 0)
    g_printerr ("%s\n", _ (already[state]));
  else if (changed < all)
    g_printerr ("%s: %u\n", _ (already[state]), (guint) all - changed);
}

gboolean
one_set_state (OneContext *context, OneState state, GError **error)
{
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GVariant) records = NULL;
  GVariant *ids = g_variant_new_strv ((const char *const *) context->args->words->pdata,
                                      (gssize) context->args->words->len);
  guint32 changed;

  answer = one_context_call (context, "SetState",
                             g_variant_new ("(@ass)", ids, one_words_format_state (state)),
                             "(uaa{sv})", error);
  if (!answer)
    return FALSE;
  g_variant_get (answer, "(u@aa{sv})", &changed, &records);
  if (one_context_is_json (context)) {
    print_json (context, changed, records);
    return TRUE;
  }
  if (!one_context_load_now (context, error))
    return FALSE;
  print_text (context, records);
  tell_unchanged (state, changed, g_variant_n_children (records));
  return TRUE;
}
