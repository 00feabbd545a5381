/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/log-page.h"

#include <glib/gi18n-lib.h>
#include "ctl/editor.h"
#include "ctl/show.h"
#include "ctl/unpack.h"

static void
add_list (GPtrArray *parts, const char *word, GVariant *taken, const char *key)
{
  g_auto (GStrv) texts = one_unpack_strings (taken, key);
  g_autofree char *list = g_strjoinv (", ", texts);

  if (*list)
    g_ptr_array_add (parts, g_strdup_printf ("%s %s", word, list));
}

/* "covered wins, growth; new a12; closed a3, p7; 2 notes" */
static char *
format_taken (GVariant *taken)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint notes = one_unpack_uint (taken, "notes");

  add_list (parts, _ ("covered"), taken, "touched");
  add_list (parts, _ ("actions"), taken, "actions");
  add_list (parts, _ ("closed"), taken, "closed");
  if (notes > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u note", "%u notes", notes), notes));
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (_ ("nothing is ticked or written on the page yet")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("; ", (char **) parts->pdata);
}

static gboolean
show_taken (OneContext *context, const char *meeting, GError **error)
{
  g_autoptr (GVariant) taken =
      one_context_get (context, "ReadPage", g_variant_new ("(s)", meeting), error);
  g_autoptr (GVariant) record = NULL;
  g_autofree char *text = NULL;

  if (!taken || !one_context_load_now (context, error))
    return FALSE;
  record = one_unpack_record (taken, "meeting");
  one_show_meeting (context, "", record);
  text = format_taken (taken);
  one_print_lines (context->printer, "  ", ONE_STYLE_PLAIN, text);
  return TRUE;
}

gboolean
one_log_page_edit (OneContext *context, const char *which, GError **error)
{
  g_autoptr (GVariant) made = one_client_call (context->client, "MakePage",
                                               g_variant_new ("(s)", which), "(sa{sv})", error);
  g_autoptr (GVariant) meeting = NULL;
  const char *path = NULL;

  if (!made)
    return FALSE;
  g_variant_get (made, "(&s@a{sv})", &path, &meeting);
  return one_editor_open (path, error)
         && show_taken (context, one_unpack_string (meeting, "id"), error);
}
