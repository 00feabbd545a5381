/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/view/show.h"
#include "wire/error.h"

static gboolean
edit_add_due (OneContext *context, GVariantDict *changes, GError **error)
{
  const char *due = one_args_get (context->args, "due");

  if (!due || !g_str_equal (due, "none"))
    return one_context_add_day (context, changes, "due", error);
  g_variant_dict_insert (changes, "due", "s", due);
  return TRUE;
}

static gboolean
edit_print (OneContext *context, GVariant *record, GError **error)
{
  gboolean action = one_unpack_string (record, "id")[0] == 'a';

  if (one_context_is_json (context)) {
    g_autoptr (GVariant) records = g_variant_ref_sink (g_variant_new_array (NULL, &record, 1));

    one_context_print_json (context, action ? "actions" : "points", records,
                            action ? one_fields_action : one_fields_point);
    return TRUE;
  }
  if (!one_context_load_now (context, error))
    return FALSE;
  if (action)
    one_show_action (context, "", record, ONE_SHOW_PERSON);
  else
    one_show_point (context, "", record, ONE_SHOW_PERSON | ONE_SHOW_CATEGORY);
  return TRUE;
}

gboolean
one_edit_run (OneContext *context, GError **error)
{
  g_autoptr (GVariantDict) changes = g_variant_dict_new (NULL);
  g_autofree char *id = g_utf8_make_valid (one_args_word (context->args, 0), -1);
  g_autoptr (GVariant) record = NULL;

  if (one_args_has (context->args, "text")) {
    g_autofree char *text = one_context_dup_text (one_args_get (context->args, "text"), error);

    if (!text)
      return FALSE;
    g_variant_dict_insert (changes, "text", "s", text);
  }
  one_context_add_value (context, changes, "category");
  if (one_args_has (context->args, "to")) {
    g_autofree char *owner = g_utf8_make_valid (one_args_get (context->args, "to"), -1);

    g_variant_dict_insert (changes, "owner", "s", owner);
  }
  if (!edit_add_due (context, changes, error))
    return FALSE;
  record = one_context_get (context, "Edit",
                            g_variant_new ("(s@a{sv})", id, g_variant_dict_end (changes)), error);
  return record && edit_print (context, record, error);
}
