/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/edit-page.h"
#include "ctl/editor.h"
#include "ctl/view/show.h"
#include "wire/error.h"

/* The meeting of the only agenda; which of several is meant is for the user to say. */
static GVariant *
page_get_only (OneContext *context, GVariant *agendas, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  gsize n = g_variant_n_children (agendas);

  for (gsize i = 0; i < n; i++) {
    g_autoptr (GVariant) agenda = g_variant_get_child_value (agendas, i);
    g_autoptr (GVariant) meeting = one_unpack_record (agenda, "meeting");

    if (n == 1)
      return g_steal_pointer (&meeting);
    g_string_append_printf (names, "%s%s %s", i > 0 ? ", " : "", one_unpack_string (meeting, "id"),
                            one_unpack_string (meeting, "person"));
  }
  g_set_error (error, ONE_ERROR, ONE_ERROR_AMBIGUOUS, _ ("%u one-on-ones: name one (%s)"),
               (guint) n, names->str);
  return NULL;
}

/* The meeting whose agenda `onectl agenda` would show; if there is none ahead with somebody, what
 * oned makes of the word. */
static char *
page_dup_which (OneContext *context, const char *word, GError **error)
{
  g_autofree char *which = one_context_dup_which (context, word, error);
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  g_autoptr (GVariant) agendas = NULL;
  g_autoptr (GVariant) meeting = NULL;
  g_autoptr (GError) failed = NULL;

  if (!which)
    return NULL;
  agendas =
      one_client_list (context->client, "GetAgendas",
                       g_variant_new ("(s@a{sv})", which, g_variant_dict_end (options)), &failed);
  if (!agendas && g_error_matches (failed, ONE_ERROR, ONE_ERROR_NOT_FOUND))
    return g_steal_pointer (&which);
  if (!agendas) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return NULL;
  }
  meeting = page_get_only (context, agendas, error);
  return meeting ? g_strdup (one_unpack_string (meeting, "id")) : NULL;
}

/* Where it is, for whoever has an editor of their own. */
static gboolean
page_print (OneContext *context, const char *which, GError **error)
{
  g_autoptr (GVariant) made =
      one_context_call (context, "MakePage", g_variant_new ("(s)", which), "(sa{sv})", error);
  g_autoptr (GVariant) meeting = NULL;
  const char *path = NULL;

  if (!made)
    return FALSE;
  g_variant_get (made, "(&s@a{sv})", &path, &meeting);
  if (one_context_is_json (context)) {
    g_autoptr (OneJson) json = one_json_new (context->zone);
    g_autoptr (GVariantDict) record = g_variant_dict_new (NULL);
    g_autoptr (GVariant) page = NULL;

    g_variant_dict_insert (record, "path", "s", path);
    g_variant_dict_insert_value (record, "meeting", meeting);
    page = g_variant_ref_sink (g_variant_dict_end (record));
    one_json_add_members (json, page, one_fields_page);
    one_json_print (json, FALSE, context->printer->out);
    return TRUE;
  }
  g_string_append_printf (context->printer->out, "%s\n", path);
  return TRUE;
}

gboolean
one_page_run (OneContext *context, GError **error)
{
  g_autofree char *which = page_dup_which (context, one_args_word (context->args, 0), error);

  if (!which)
    return FALSE;
  if (!one_context_is_json (context) && one_editor_is_possible ())
    return one_edit_page (context, which, error);
  return page_print (context, which, error);
}
