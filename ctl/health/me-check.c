/* SPDX-License-Identifier: MIT */
#include "ctl/health/me-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "ctl/bus/unpack.h"
#include "ctl/time/seconds.h"
#include "ctl/view/status-lines.h"

GPtrArray *
one_me_check_list_hints (OneContext *context, gboolean *seen)
{
  g_autoptr (GVariant) people =
      one_context_list (context, "ListPeople", g_variant_new ("()"), NULL);
  g_autoptr (GVariant) answer = one_context_call (
      context, "Explain", g_variant_new ("(sxx)", "", context->now, context->now + ONE_DAY),
      "(aa{sv}aa{sv})", NULL);
  g_autoptr (GVariant) events = answer ? g_variant_get_child_value (answer, 0) : NULL;

  if (!people || !events)
    return NULL;
  *seen = one_me_hint_is_seen (events);
  return one_me_hint_list (events, people);
}

/* Strangers wrote it, and it is to be pasted into a shell. */
static void
command_add (GString *command, const char *address)
{
  gboolean plain = !address[strspn (address, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "@._+-")];
  g_autofree char *quoted = plain && *address != '-' ? NULL : g_shell_quote (address);

  g_string_append_printf (command, " %s", quoted ? quoted : address);
}

/* (transfer full) The command after which the address is mine, beside those known. */
static char *
check_dup_command (char **known, const char *address)
{
  GString *command = g_string_new ("onectl setup --me");

  for (guint i = 0; known && known[i]; i++)
    command_add (command, known[i]);
  command_add (command, address);
  return g_string_free (command, FALSE);
}

/* (transfer full) */
static char *
check_dup_mend (char **known, const char *address)
{
  g_autofree char *command = check_dup_command (known, address);

  return g_strdup_printf (_ ("if it is: %s"), command);
}

/* (transfer full) */
static char *
check_dup_choice (const OneMeHint *first, const OneMeHint *second)
{
  g_autofree char *one = check_dup_command (NULL, first->address);
  g_autofree char *other = check_dup_command (NULL, second->address);

  return g_strdup_printf (_ ("say which: %s, or %s"), one, other);
}

static void
check_add_unknown (OneChecks *checks, const GPtrArray *hints)
{
  const OneMeHint *first = hints && hints->len > 0 ? hints->pdata[0] : NULL;
  const OneMeHint *second = hints && hints->len > 1 ? hints->pdata[1] : NULL;
  g_autofree char *what = NULL;
  g_autofree char *mend = second ? check_dup_choice (first, second) : NULL;

  if (second)
    what = g_strdup_printf (_ ("your own addresses are not known: are you %s, or %s?"),
                            first->address, second->address);
  else
    what = g_strdup (_ ("your own addresses are not known"));
  one_checks_add_wrong (checks, "me", what,
                        mend ? mend : _ ("name them: onectl setup --me ADDRESS"));
}

static void
check_add_unseen (OneChecks *checks, const char *me, const OneMeHint *hint)
{
  g_autofree char *what = g_strdup_printf (
      _ ("you are %s, but no meeting in the calendars is with that address: are you %s?"), me,
      hint->address);
  g_autofree char *mend = check_dup_mend (NULL, hint->address);

  one_checks_add_wrong (checks, "me", what, mend);
}

char *
one_me_check_format_another (const OneMeHint *hint)
{
  return g_strdup_printf (
      ngettext ("%s is in %u recurring meeting of two without you, '%s': is that you, too?",
                "%s is in %u recurring meetings of two without you, one of them '%s': is that "
                "you, too?",
                hint->series),
      hint->address, hint->series, hint->title);
}

static void
check_add_another (OneChecks *checks, char **known, const OneMeHint *hint)
{
  g_autofree char *what = one_me_check_format_another (hint);
  g_autofree char *mend = check_dup_mend (known, hint->address);

  one_checks_add_wrong (checks, "me", what, mend);
}

gboolean
one_me_check_add (OneChecks *checks, GVariant *status)
{
  g_auto (GStrv) mine = one_unpack_strings (status, "me");
  g_autofree char *me = one_status_lines_format_me (status);
  g_autofree char *what = g_strdup_printf (_ ("you are %s"), me);
  gboolean seen = FALSE;
  g_autoptr (GPtrArray) hints = one_me_check_list_hints (checks->context, &seen);
  const OneMeHint *first = hints && hints->len > 0 ? hints->pdata[0] : NULL;

  if (!mine[0]) {
    check_add_unknown (checks, hints);
    return FALSE;
  }
  if (!seen && first) {
    check_add_unseen (checks, me, first);
    return FALSE;
  }
  one_checks_add (checks, "me", what);
  if (first)
    check_add_another (checks, mine, first);
  return TRUE;
}
