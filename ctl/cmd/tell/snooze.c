/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/time/parse-when.h"
#include "ctl/view/show.h"
#include "wire/error.h"

#define CONFIGURED 0
#define AT_THE_START -1

/* Parses the words from `from` on as a time to wait: `10m`, `2 days`, `start`. Without words it is
 * the configured time. */
static gboolean
snooze_parse (OneContext *context, guint from, gint64 *seconds, GError **error)
{
  g_autofree char *text = one_args_join (context->args, from);

  *seconds = CONFIGURED;
  if (from >= context->args->words->len)
    return TRUE;
  if (g_str_equal (text, "start")) {
    *seconds = AT_THE_START;
    return TRUE;
  }
  return one_parse_when_duration (text, seconds, error);
}

/* WHICH and the time may both be left out: words that can be a time are one. */
static gboolean
snooze_find (OneContext *context, const char **which, gint64 *seconds, GError **error)
{
  guint words = context->args->words->len;

  *which = "";
  if (snooze_parse (context, 0, seconds, NULL))
    return TRUE;
  *which = one_args_word (context->args, 0);
  return words > 0 && snooze_parse (context, 1, seconds, error);
}

gboolean
one_snooze_run (OneContext *context, GError **error)
{
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *which = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GVariant) answer = NULL;
  const char *word;
  gint64 seconds, until;

  if (!snooze_find (context, &word, &seconds, error))
    return FALSE;
  which = one_context_dup_which (context, word, error);
  if (!which)
    return FALSE;
  answer = one_context_call (context, "Snooze", g_variant_new ("(si)", which, (gint32) seconds),
                             "(x)", error);
  if (!answer)
    return FALSE;
  g_variant_get (answer, "(x)", &until);
  if (one_context_is_json (context)) {
    g_autoptr (OneJson) json = one_json_new (context->zone);

    one_json_add_instant (json, "until", until);
    one_json_print (json, FALSE, context->printer->out);
    return TRUE;
  }
  if (!one_context_load_now (context, error))
    return FALSE;
  day = one_show_day (context, until);
  time = one_show_time (context, until);
  line = g_strdup_printf (_ ("again %s %s"), day, time);
  one_print_lines (context->printer, "", ONE_STYLE_PLAIN, line);
  return TRUE;
}
