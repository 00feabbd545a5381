/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "ctl/bus/unpack.h"
#include "ctl/view/show.h"

/* Open ones first, by the day they are due; those without a day last, and else as they were made.
 */
static int
actions_compare (gconstpointer a, gconstpointer b)
{
  GVariant *one = *(GVariant *const *) a;
  GVariant *other = *(GVariant *const *) b;
  gboolean one_open = g_str_equal (one_unpack_string (one, "state"), "open");
  gboolean other_open = g_str_equal (one_unpack_string (other, "state"), "open");
  const char *one_due = one_unpack_string (one, "due");
  const char *other_due = one_unpack_string (other, "due");

  if (one_open != other_open)
    return one_open ? -1 : 1;
  if (!*one_due != !*other_due)
    return *one_due ? -1 : 1;
  return strcmp (one_due, other_due);
}

/* (transfer full) */
static GVariant *
actions_sort (GVariant *actions)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);

  for (gsize i = 0; i < g_variant_n_children (actions); i++)
    g_ptr_array_add (list, g_variant_get_child_value (actions, i));
  g_ptr_array_sort (list, actions_compare); /* GLib's keeps the order of equals */
  return g_variant_ref_sink (
      g_variant_new_array (G_VARIANT_TYPE_VARDICT, (GVariant *const *) list->pdata, list->len));
}

gboolean
one_actions_run (OneContext *context, GError **error)
{
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  g_autoptr (GVariant) listed = NULL;
  g_autoptr (GVariant) actions = NULL;

  one_context_add_flag (context, options, "theirs");
  one_context_add_flag (context, options, "overdue");
  one_context_add_flag (context, options, "all");
  listed = one_context_list (
      context, "ListActions",
      g_variant_new ("(s@a{sv})", one_args_word (context->args, 0), g_variant_dict_end (options)),
      error);
  if (!listed)
    return FALSE;
  if (one_context_is_json (context)) {
    one_context_print_json (context, "actions", listed, one_fields_action);
    return TRUE;
  }
  actions = actions_sort (listed);
  if (one_unpack_is_empty (actions))
    g_printerr ("%s\n", _ ("no actions"));
  if (!one_context_load_now (context, error))
    return FALSE;
  for (gsize i = 0; i < g_variant_n_children (actions); i++) {
    g_autoptr (GVariant) action = g_variant_get_child_value (actions, i);

    one_show_action (context, "", action, ONE_SHOW_PERSON);
  }
  return TRUE;
}
