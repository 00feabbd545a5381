/* SPDX-License-Identifier: MIT */
#include "ctl/health/me-set.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "ctl/bus/unpack.h"
#include "ctl/editor.h"
#include "ctl/health/conf-edit.h"
#include "ctl/health/me-check.h"
#include "wire/error.h"

#define QUESTIONS_MAX 5
#define TRIES 100           /* until oned goes by what was written */
#define BETWEEN (50 * 1000) /* µs */

typedef enum {
  ANSWER_NO,
  ANSWER_YES,
  ANSWER_END, /* there will be no more of them */
} Answer;

gboolean
one_me_set_check (const char *const *addresses, GError **error)
{
  for (guint i = 0; addresses[i]; i++)
    if (!one_conf_edit_takes (addresses[i])) {
      g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, _ ("'%s' is not a mail address"),
                   addresses[i]);
      return FALSE;
    }
  return TRUE;
}

/* (transfer full) Who the user is, as oned knows it now; NULL if it does not answer. */
static char **
get_mine (OneContext *context, gboolean *inferred)
{
  g_autoptr (GVariant) status =
      one_client_get (context->client, "GetStatus", g_variant_new ("()"), NULL);

  if (!status)
    return NULL;
  *inferred = one_unpack_bool (status, "me_inferred");
  return one_unpack_strings (status, "me");
}

static gboolean
has_address (char **mine, const char *address)
{
  for (guint i = 0; mine[i]; i++)
    if (g_ascii_strcasecmp (mine[i], address) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_all (char **mine, const char *const *addresses)
{
  for (guint i = 0; addresses[i]; i++)
    if (!has_address (mine, addresses[i]))
      return FALSE;
  return g_strv_length (mine) == g_strv_length ((char **) addresses);
}

gboolean
one_me_set (OneContext *context, const char *const *addresses, GError **error)
{
  g_autofree char *list = g_strjoinv (";", (char **) addresses);

  if (!one_me_set_check (addresses, error) || !one_conf_edit_set_me (list, error))
    return FALSE;
  for (guint i = 0; i < TRIES; i++) {
    gboolean inferred = FALSE;
    g_auto (GStrv) mine = get_mine (context, &inferred);

    if (!mine || (!inferred && has_all (mine, addresses)))
      break;
    g_usleep (BETWEEN);
  }
  return TRUE;
}

/* An answer of more than a line of this length is taken for none: it says more than yes. */
static Answer
ask (const char *question)
{
  char line[128];

  fprintf (stderr, "%s %s ", question, _ ("[y/N]"));
  fflush (stderr);
  if (!fgets (line, sizeof line, stdin)) {
    fputc ('\n', stderr);
    return ANSWER_END;
  }
  if (!strchr (line, '\n')) {
    for (int c = getchar (); c != EOF && c != '\n'; c = getchar ())
      continue;
    return ANSWER_NO;
  }
  return rpmatch (g_strstrip (line)) == 1 ? ANSWER_YES : ANSWER_NO;
}

static char *
format_question (const OneMeHint *hint, gboolean another)
{
  return another ? one_me_check_format_another (hint)
                 : g_strdup_printf (_ ("are you %s?"), hint->address);
}

/* (transfer full) The addresses that are the user's by the answers: those known and others, or the
 * one that is it, if those known are none or are in no calendar. NULL if nothing is new. */
static char **
ask_all (char **mine, gboolean another, const GPtrArray *hints)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  gboolean any = FALSE;

  if (another)
    g_strv_builder_addv (list, (const char **) mine);
  for (guint i = 0; i < hints->len && i < QUESTIONS_MAX && (another || !any); i++) {
    const OneMeHint *hint = hints->pdata[i];
    g_autofree char *question = format_question (hint, another);
    Answer answer = ask (question);

    if (answer == ANSWER_END)
      break;
    if (answer == ANSWER_YES)
      g_strv_builder_add (list, hint->address);
    any = any || answer == ANSWER_YES;
  }
  return any ? g_strv_builder_end (list) : NULL;
}

gboolean
one_me_set_ask (OneContext *context, GError **error)
{
  gboolean inferred, seen = FALSE;
  g_autoptr (GPtrArray) hints = NULL;
  g_auto (GStrv) mine = NULL;
  g_auto (GStrv) chosen = NULL;

  if (!one_editor_is_possible () || one_context_is_json (context)
      || one_args_has (context->args, "private") || !one_context_load_now (context, NULL))
    return TRUE;
  mine = get_mine (context, &inferred);
  hints = mine ? one_me_check_list_hints (context, &seen) : NULL;
  if (!hints)
    return TRUE;
  chosen = ask_all (mine, mine[0] && seen, hints);
  return !chosen || one_me_set (context, (const char *const *) chosen, error);
}
