/* SPDX-License-Identifier: MIT */
#include "ctl/edit-page.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/editor.h"
#include "ctl/view/show.h"
#include "ctl/view/status-lines.h"

static void
add_list (GPtrArray *parts, const char *word, GVariant *changes, const char *key)
{
  g_auto (GStrv) texts = one_unpack_strings (changes, key);
  g_autofree char *list = g_strjoinv (", ", texts);

  if (*list)
    g_ptr_array_add (parts, g_strdup_printf ("%s %s", word, list));
}

/* "covered wins, growth; actions a12; closed a3, p7; 2 notes" */
static char *
format_changes (GVariant *changes)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint notes = one_unpack_uint (changes, "notes");

  add_list (parts, _ ("covered"), changes, "touched");
  add_list (parts, _ ("prepared"), changes, "prepared");
  add_list (parts, _ ("actions"), changes, "actions");
  add_list (parts, _ ("closed"), changes, "closed");
  if (notes > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u note", "%u notes", notes), notes));
  if (one_unpack_uint (changes, "taken_back") > 0)
    g_ptr_array_add (parts, g_strdup (_ ("what you took back stays so until its line changes")));
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (_ ("nothing is ticked or written on the page yet")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("; ", (char **) parts->pdata);
}

/* Prints what was not taken over from the page. */
static void
print_left (OneContext *context, GVariant *changes)
{
  g_autoptr (GVariant) left = one_unpack_records (changes, "left");

  for (gsize i = 0; i < g_variant_n_children (left); i++) {
    g_autoptr (GVariant) trouble = g_variant_get_child_value (left, i);
    g_autofree char *text = one_status_lines_format_trouble (context, trouble);

    one_print_lines (context->printer, "  ! ", ONE_STYLE_BAD, text);
  }
}

static gboolean
print_changes (OneContext *context, const char *meeting, GError **error)
{
  g_autoptr (GVariant) changes =
      one_context_get (context, "ReadPage", g_variant_new ("(s)", meeting), error);
  g_autoptr (GVariant) record = NULL;
  g_autofree char *text = NULL;

  if (!changes || !one_context_load_now (context, error))
    return FALSE;
  record = one_unpack_record (changes, "meeting");
  one_show_meeting (context, "", record);
  text = format_changes (changes);
  one_print_lines (context->printer, "  ", ONE_STYLE_PLAIN, text);
  print_left (context, changes);
  return TRUE;
}

gboolean
one_edit_page (OneContext *context, const char *which, GError **error)
{
  g_autoptr (GVariant) made = one_client_call (context->client, "MakePage",
                                               g_variant_new ("(s)", which), "(sa{sv})", error);
  g_autoptr (GVariant) meeting = NULL;
  const char *path = NULL;

  if (!made)
    return FALSE;
  g_variant_get (made, "(&s@a{sv})", &path, &meeting);
  return one_editor_open (path, error)
         && print_changes (context, one_unpack_string (meeting, "id"), error);
}
