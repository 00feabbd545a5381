/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/editor.h"
#include "ctl/view/show-record.h"
#include "ctl/view/status-lines.h"
#include "wire/error.h"

static gboolean
log_add_covered (OneContext *context, GVariantDict *options, GError **error)
{
  const char *list = one_args_get (context->args, "covered");
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) categories = g_ptr_array_new ();

  if (!list)
    return TRUE;
  words = g_strsplit (list, ",", -1);
  for (guint i = 0; words[i]; i++) {
    g_strstrip (words[i]);
    if (*words[i])
      g_ptr_array_add (categories, words[i]);
  }
  if (categories->len == 0) {
    g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID,
                         _ ("'--covered' names no category: 'onectl categories' lists them"));
    return FALSE;
  }
  g_variant_dict_insert_value (
      options, "covered",
      g_variant_new_strv ((const char *const *) categories->pdata, (gssize) categories->len));
  return TRUE;
}

static gboolean
log_add_note (OneContext *context, GVariantDict *options, GError **error)
{
  g_autofree char *text = NULL;

  if (!one_args_has (context->args, "note"))
    return TRUE;
  text = one_context_dup_text (one_args_get (context->args, "note"), error);
  if (!text)
    return FALSE;
  g_variant_dict_insert (options, "note", "s", text);
  return TRUE;
}

static gboolean
log_says_something (OneContext *context)
{
  return one_args_has (context->args, "covered") || one_args_has (context->args, "note")
         || one_args_has (context->args, "skipped");
}

static gboolean
log_check (OneContext *context, GError **error)
{
  gboolean covered = one_args_has (context->args, "covered");

  if (covered && one_args_has (context->args, "skipped")) {
    g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID,
                         _ ("what was skipped has covered nothing: '--covered' and '--skipped' "
                            "exclude each other"));
    return FALSE;
  }
  if (log_says_something (context))
    return TRUE;
  g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID,
                       _ ("say what to log: '--covered C,…', '--note TEXT' or '--skipped'"));
  return FALSE;
}

static void
log_add_list (GPtrArray *parts, const char *word, GVariant *changes, const char *key)
{
  g_auto (GStrv) texts = one_unpack_strings (changes, key);
  g_autofree char *list = g_strjoinv (", ", texts);

  if (*list)
    g_ptr_array_add (parts, g_strdup_printf ("%s %s", word, list));
}

/* "covered wins, growth; actions a12; closed a3, p7; 2 notes" */
static char *
log_format_changes (GVariant *changes)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint notes = one_unpack_uint (changes, "notes");

  log_add_list (parts, _ ("covered"), changes, "touched");
  log_add_list (parts, _ ("actions"), changes, "actions");
  log_add_list (parts, _ ("closed"), changes, "closed");
  if (notes > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u note", "%u notes", notes), notes));
  if (one_unpack_uint (changes, "taken_back") > 0)
    g_ptr_array_add (parts, g_strdup (_ ("what you took back stays so until its line changes")));
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (_ ("nothing is ticked or written on the page yet")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("; ", (char **) parts->pdata);
}

/* What stands on the page and was not taken over. */
static void
log_print_left (OneContext *context, GVariant *changes)
{
  g_autoptr (GVariant) left = one_unpack_records (changes, "left");

  for (gsize i = 0; i < g_variant_n_children (left); i++) {
    g_autoptr (GVariant) trouble = g_variant_get_child_value (left, i);
    g_autofree char *text = one_status_lines_format_trouble (context, trouble);

    one_print_lines (context->printer, "  ! ", ONE_STYLE_BAD, text);
  }
}

static gboolean
log_print_changes (OneContext *context, const char *meeting, GError **error)
{
  g_autoptr (GVariant) changes =
      one_context_get (context, "ReadPage", g_variant_new ("(s)", meeting), error);
  g_autoptr (GVariant) record = NULL;
  g_autofree char *text = NULL;

  if (!changes || !one_context_load_now (context, error))
    return FALSE;
  record = one_unpack_record (changes, "meeting");
  one_show_meeting (context, "", record);
  text = log_format_changes (changes);
  one_print_lines (context->printer, "  ", ONE_STYLE_PLAIN, text);
  log_print_left (context, changes);
  return TRUE;
}

static gboolean
log_edit_page (OneContext *context, const char *which, GError **error)
{
  g_autoptr (GVariant) made = one_client_call (context->client, "MakePage",
                                               g_variant_new ("(s)", which), "(sa{sv})", error);
  g_autoptr (GVariant) meeting = NULL;
  const char *path = NULL;

  if (!made)
    return FALSE;
  g_variant_get (made, "(&s@a{sv})", &path, &meeting);
  return one_editor_open (path, error)
         && log_print_changes (context, one_unpack_string (meeting, "id"), error);
}

static gboolean
log_edit (OneContext *context, GError **error)
{
  g_autofree char *which = one_context_dup_which (context, one_args_word (context->args, 0), error);

  return which && log_edit_page (context, which, error);
}

gboolean
one_log_run (OneContext *context, GError **error)
{
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  g_autofree char *which = NULL;
  g_autoptr (GVariant) meeting = NULL;

  if (!log_says_something (context) && !one_context_is_json (context) && one_editor_is_possible ())
    return log_edit (context, error);
  if (!log_check (context, error) || !log_add_covered (context, options, error)
      || !log_add_note (context, options, error))
    return FALSE;
  one_context_add_flag (context, options, "skipped");
  which = one_context_dup_which (context, one_args_word (context->args, 0), error);
  if (!which)
    return FALSE;
  meeting = one_context_get (
      context, "Log", g_variant_new ("(s@a{sv})", which, g_variant_dict_end (options)), error);
  if (!meeting)
    return FALSE;
  if (one_context_is_json (context)) {
    g_autoptr (GVariant) meetings = g_variant_ref_sink (g_variant_new_array (NULL, &meeting, 1));

    one_context_print_json (context, "meetings", meetings, one_fields_meeting);
    return TRUE;
  }
  if (!one_context_load_now (context, error))
    return FALSE;
  one_show_meeting (context, "", meeting);
  return TRUE;
}
