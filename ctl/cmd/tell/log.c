/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/edit-page.h"
#include "ctl/editor.h"
#include "ctl/time/seconds.h"
#include "ctl/view/logged-lines.h"
#include "ctl/view/show.h"
#include "wire/error.h"

#define MOST_ITEMS 99              /* of an agenda */
#define OPEN_SINCE (180 * ONE_DAY) /* as far back as oned looks */

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

/* "1,3": numbers of the agenda. */
static gboolean
log_is_numbers (const char *word)
{
  return g_regex_match_simple ("^[0-9]+(,[0-9]+)*$", word, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

/* The numbers are the last word; WHICH may be left out. */
static const char *
log_get_numbers (const OneContext *context)
{
  guint n = context->args->words->len;
  const char *last = n > 0 ? one_args_word (context->args, n - 1) : "";

  return log_is_numbers (last) ? last : NULL;
}

static const char *
log_get_which (const OneContext *context)
{
  const char *first = one_args_word (context->args, 0);

  return log_is_numbers (first) ? "" : first;
}

static gboolean
log_add_numbers (OneContext *context, GVariantDict *options, GError **error)
{
  const char *list = log_get_numbers (context);
  g_auto (GStrv) words = list ? g_strsplit (list, ",", -1) : NULL;
  g_autoptr (GVariantBuilder) items = g_variant_builder_new (G_VARIANT_TYPE ("au"));

  for (guint i = 0; words && words[i]; i++) {
    guint64 number;

    if (!g_ascii_string_to_unsigned (words[i], 10, 1, MOST_ITEMS, &number, NULL)) {
      g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("'%s' is no number of an agenda"),
                   words[i]);
      return FALSE;
    }
    g_variant_builder_add (items, "u", (guint32) number);
  }
  if (list)
    g_variant_dict_insert_value (options, "items", g_variant_builder_end (items));
  return TRUE;
}

static gboolean
log_says_something (OneContext *context)
{
  return one_args_has (context->args, "covered") || one_args_has (context->args, "note")
         || one_args_has (context->args, "skipped") || one_args_has (context->args, "all")
         || log_get_numbers (context);
}

static gboolean
log_refuse (const char *why, GError **error)
{
  g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID, why);
  return FALSE;
}

static gboolean
log_check (OneContext *context, GError **error)
{
  gboolean skipped = one_args_has (context->args, "skipped");
  gboolean all = one_args_has (context->args, "all");
  const char *second = one_args_word (context->args, 1);

  if (*second && (second != log_get_numbers (context) || !*log_get_which (context))) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID,
                 _ ("'%s' is no list of numbers of the agenda, such as 1,3"), second);
    return FALSE;
  }
  if (skipped && one_args_has (context->args, "covered"))
    return log_refuse (_ ("what was skipped has covered nothing: '--covered' and '--skipped' "
                          "exclude each other"),
                       error);
  if (skipped && (all || log_get_numbers (context)))
    return log_refuse (_ ("what was skipped has covered nothing of its agenda"), error);
  if (all && log_get_numbers (context))
    return log_refuse (_ ("'--all' has all of the agenda: leave the numbers out"), error);
  if (log_says_something (context))
    return TRUE;
  return log_refuse (
      _ ("say what to log: '--all', numbers of the agenda, '--covered C,…', '--note TEXT' or "
         "'--skipped'"),
      error);
}

static gboolean
log_edit (OneContext *context, GError **error)
{
  g_autofree char *which = one_context_dup_past_which (context, log_get_which (context), error);

  return which && one_edit_page (context, which, error);
}

static gboolean
log_print_meetings (OneContext *context, GVariant *meetings, GError **error)
{
  if (one_context_is_json (context)) {
    one_context_print_json (context, "meetings", meetings, one_fields_meeting);
    return TRUE;
  }
  if (!one_context_load_now (context, error))
    return FALSE;
  for (gsize i = 0; i < g_variant_n_children (meetings); i++) {
    g_autoptr (GVariant) meeting = g_variant_get_child_value (meetings, i);

    one_show_meeting (context, "", meeting);
  }
  return TRUE;
}

static gboolean
log_list_open (OneContext *context, GError **error)
{
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  g_autoptr (GVariant) meetings = NULL;

  if (context->args->words->len > 0 || log_says_something (context))
    return log_refuse (_ ("'--open' lists what is not logged yet: it stands alone"), error);
  if (!one_context_load_now (context, error))
    return FALSE;
  g_variant_dict_insert (options, "open", "b", TRUE);
  meetings = one_context_list (context, "ListMeetings",
                               g_variant_new ("(xx@a{sv})", context->now - OPEN_SINCE,
                                              context->now + 1, g_variant_dict_end (options)),
                               error);
  if (!meetings)
    return FALSE;
  if (one_unpack_is_empty (meetings))
    g_printerr ("%s\n", _ ("every meeting is logged"));
  return log_print_meetings (context, meetings, error);
}

static gboolean
log_print (OneContext *context, GVariant *logged, GError **error)
{
  g_autoptr (GVariant) of_day = one_unpack_records (logged, "meetings");

  if (!one_unpack_is_empty (of_day))
    return log_print_meetings (context, of_day, error);
  if (one_context_is_json (context)) {
    g_autoptr (GVariant) meetings = g_variant_ref_sink (g_variant_new_array (NULL, &logged, 1));

    one_context_print_json (context, "meetings", meetings, one_fields_logged);
    return TRUE;
  }
  if (!one_context_load_now (context, error))
    return FALSE;
  one_logged_lines_print (context, logged);
  return TRUE;
}

gboolean
one_log_run (OneContext *context, GError **error)
{
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  g_autofree char *which = NULL;
  g_autoptr (GVariant) logged = NULL;

  if (one_args_has (context->args, "open"))
    return log_list_open (context, error);
  if (!log_says_something (context) && !one_context_is_json (context) && one_editor_is_possible ())
    return log_edit (context, error);
  if (!log_check (context, error) || !log_add_covered (context, options, error)
      || !log_add_numbers (context, options, error) || !log_add_note (context, options, error))
    return FALSE;
  one_context_add_flag (context, options, "all");
  one_context_add_flag (context, options, "skipped");
  which = one_context_dup_past_which (context, log_get_which (context), error);
  if (!which)
    return FALSE;
  logged = one_context_get (
      context, "Log", g_variant_new ("(s@a{sv})", which, g_variant_dict_end (options)), error);
  return logged && log_print (context, logged, error);
}
