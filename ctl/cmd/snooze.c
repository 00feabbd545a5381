/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/show.h"
#include "ctl/when.h"
#include "wire/error.h"

#define CONFIGURED 0
#define AT_THE_START -1

/* The words from `from` on as a time to wait: `10m`, `2 days`, `start`; none of them: as
 * configured. */
static gboolean
snooze_parse (OneRun *run, guint from, gint64 *seconds, GError **error)
{
  g_autofree char *text = one_args_join (run->args, from);

  *seconds = CONFIGURED;
  if (from >= run->args->words->len)
    return TRUE;
  if (g_str_equal (text, "start")) {
    *seconds = AT_THE_START;
    return TRUE;
  }
  return one_when_parse_duration (text, seconds, error);
}

/* WHICH may be left out, and so may the time: what can be a time is one. */
static gboolean
snooze_find (OneRun *run, const char **which, gint64 *seconds, GError **error)
{
  guint words = run->args->words->len;

  *which = "";
  if (snooze_parse (run, 0, seconds, NULL))
    return TRUE;
  *which = one_args_word (run->args, 0);
  return words > 0 && snooze_parse (run, 1, seconds, error);
}

gboolean
one_snooze_run (OneRun *run, GError **error)
{
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *which = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GVariant) answer = NULL;
  const char *word;
  gint64 seconds, until;

  if (!snooze_find (run, &word, &seconds, error))
    return FALSE;
  which = one_run_dup_which (run, word, error);
  if (!which)
    return FALSE;
  answer =
      one_run_call (run, "Snooze", g_variant_new ("(si)", which, (gint32) seconds), "(x)", error);
  if (!answer)
    return FALSE;
  g_variant_get (answer, "(x)", &until);
  if (one_run_is_json (run)) {
    g_autoptr (OneJson) json = one_json_new (run->zone);

    one_json_add_instant (json, "until", until);
    one_json_print (json, FALSE, run->printer->out);
    return TRUE;
  }
  if (!one_run_load_now (run, error))
    return FALSE;
  day = one_show_day (run, until);
  time = one_show_time (run, until);
  line = g_strdup_printf (_ ("again %s %s"), day, time);
  one_print_lines (run->printer, "", ONE_STYLE_PLAIN, line);
  return TRUE;
}
