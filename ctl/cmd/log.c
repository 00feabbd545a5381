/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/cmd/log-page.h"
#include "ctl/editor.h"
#include "ctl/show.h"
#include "ctl/unpack.h"
#include "wire/error.h"

static gboolean
log_add_covered (OneRun *run, GVariantDict *options, GError **error)
{
  const char *list = one_args_get (run->args, "covered");
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
log_add_note (OneRun *run, GVariantDict *options, GError **error)
{
  g_autofree char *text = NULL;

  if (!one_args_has (run->args, "note"))
    return TRUE;
  text = one_run_dup_text (one_args_get (run->args, "note"), error);
  if (!text)
    return FALSE;
  g_variant_dict_insert (options, "note", "s", text);
  return TRUE;
}

static gboolean
log_says_something (OneRun *run)
{
  return one_args_has (run->args, "covered") || one_args_has (run->args, "note")
         || one_args_has (run->args, "skipped");
}

static gboolean
log_check (OneRun *run, GError **error)
{
  gboolean covered = one_args_has (run->args, "covered");

  if (covered && one_args_has (run->args, "skipped")) {
    g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID,
                         _ ("what was skipped has covered nothing: '--covered' and '--skipped' "
                            "exclude each other"));
    return FALSE;
  }
  if (log_says_something (run))
    return TRUE;
  g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID,
                       _ ("say what to log: '--covered C,…', '--note TEXT' or '--skipped'"));
  return FALSE;
}

static gboolean
log_edit (OneRun *run, GError **error)
{
  g_autofree char *which = one_run_dup_which (run, one_args_word (run->args, 0), error);

  return which && one_log_page_edit (run, which, error);
}

gboolean
one_log_run (OneRun *run, GError **error)
{
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  g_autofree char *which = NULL;
  g_autoptr (GVariant) meeting = NULL;

  if (!log_says_something (run) && !one_run_is_json (run) && one_editor_is_possible ())
    return log_edit (run, error);
  if (!log_check (run, error) || !log_add_covered (run, options, error)
      || !log_add_note (run, options, error))
    return FALSE;
  one_run_add_flag (run, options, "skipped");
  which = one_run_dup_which (run, one_args_word (run->args, 0), error);
  if (!which)
    return FALSE;
  meeting = one_run_get (run, "Log",
                         g_variant_new ("(s@a{sv})", which, g_variant_dict_end (options)), error);
  if (!meeting)
    return FALSE;
  if (one_run_is_json (run)) {
    g_autoptr (GVariant) meetings = g_variant_ref_sink (g_variant_new_array (NULL, &meeting, 1));

    one_run_print_json (run, "meetings", meetings, one_record_meeting);
    return TRUE;
  }
  if (!one_run_load_now (run, error))
    return FALSE;
  one_show_meeting (run, "", meeting);
  return TRUE;
}
