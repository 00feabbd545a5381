/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/cmd/status.h"
#include "ctl/show.h"
#include "ctl/unpack.h"
#include "wire/words.h"

/* NULL where it depends on the file. */
static const char *
mend_of (OneSubject about)
{
  switch (about) {
  case ONE_SUBJECT_FILE:
    return NULL;
  case ONE_SUBJECT_ANSWER:
    return _ ("do it with onectl instead");
  case ONE_SUBJECT_BACKUP:
  case ONE_SUBJECT_DISK:
  case ONE_SUBJECT_REMINDERS:
  case ONE_SUBJECT_STORE:
    return _ ("make room on the disk, and see that oned's data folder can be written to");
  case ONE_SUBJECT_CATALOGUE:
  case ONE_SUBJECT_CONFIG:
    return _ ("mend the file; oned reads it again as soon as it is saved, see oned.conf(5)");
  case ONE_SUBJECT_DAMAGE:
    return _ ("see that nothing is missing; 'onectl restore' takes an older backup");
  case ONE_SUBJECT_LAUNCH:
    return _ ("choose a program for links and text files in the settings of your desktop");
  case ONE_SUBJECT_NOTIFICATIONS:
    return _ ("start a notification server, such as dunst or mako, or restart yours");
  case ONE_SUBJECT_PAGES:
    return _ ("see that the folder can be written to, or set another as 'folder' in oned.conf");
  case ONE_SUBJECT_READER:
    return _ ("restart oned, or else install it again: what reads its calendars does not run");
  case ONE_SUBJECT_SOURCES:
    return _ ("set 'sources' in oned.conf to your calendar files or folders");
  case ONE_SUBJECT_ZONE:
    return _ ("set the system's time zone: 'timedatectl set-timezone Europe/Berlin'");
  }
  return NULL; /* of a newer oned */
}

const char *
one_status_get_mend (GVariant *trouble)
{
  const char *source = one_unpack_string (trouble, "source");
  OneSubject about = ONE_SUBJECT_FILE;

  if (one_words_parse_subject (one_unpack_string (trouble, "about"), &about)
      && about != ONE_SUBJECT_FILE)
    return mend_of (about);
  if (!*source)
    return NULL;
  if (g_str_has_suffix (source, ".ics"))
    return _ ("mend or delete the event in your calendar program; all else in there is in use");
  return _ ("see that it is there, mounted and readable; what was known of it stays");
}

static char *
status_format_when (OneContext *context, gint64 instant)
{
  g_autofree char *day = one_show_day (context, instant);
  g_autofree char *time = one_show_time (context, instant);

  return g_strdup_printf ("%s %s", day, time);
}

char *
one_status_dup_trouble (OneContext *context, GVariant *trouble)
{
  const char *source = one_unpack_string (trouble, "source");
  guint line = one_unpack_uint (trouble, "line");
  gint64 since = one_unpack_instant (trouble, "since");
  g_autofree char *path = one_show_path (source);
  g_autofree char *number = line ? g_strdup_printf (":%u", line) : g_strdup ("");
  g_autofree char *when = since ? status_format_when (context, since) : NULL;
  g_autofree char *age = when ? g_strdup_printf (_ (" (since %s)"), when) : g_strdup ("");

  return g_strdup_printf ("%s%s%s%s%s", path, number, *source ? ": " : "",
                          one_unpack_string (trouble, "what"), age);
}

static void
status_print_trouble (OneContext *context, GVariant *trouble)
{
  const char *mend = one_status_get_mend (trouble);
  g_autofree char *text = one_status_dup_trouble (context, trouble);

  one_print_lines (context->printer, "  ! ", ONE_STYLE_BAD, text);
  if (mend)
    one_print_lines (context->printer, "    ", ONE_STYLE_PLAIN, mend);
}

void
one_status_print_troubles (OneContext *context, GVariant *troubles)
{
  if (one_unpack_is_empty (troubles))
    return;
  one_print_end (context->printer);
  one_print_lines (context->printer, "", ONE_STYLE_BOLD, _ ("Troubles"));
  for (gsize i = 0; i < g_variant_n_children (troubles); i++) {
    g_autoptr (GVariant) trouble = g_variant_get_child_value (troubles, i);

    status_print_trouble (context, trouble);
  }
}

static void
status_print_daemon (OneContext *context, GVariant *status)
{
  g_autoptr (GVariant) daemon = one_unpack_record (status, "daemon");
  gint64 started = one_unpack_instant (daemon, "started");
  g_autofree char *when = started ? status_format_when (context, started) : g_strdup ("?");
  g_autofree char *text = g_strdup_printf (_ ("oned %s, process %u, running since %s"),
                                           one_unpack_string (daemon, "version"),
                                           one_unpack_uint (daemon, "pid"), when);

  one_print_lines (context->printer, "", ONE_STYLE_PLAIN, text);
}

char *
one_status_dup_me (GVariant *status)
{
  g_auto (GStrv) me = one_unpack_strings (status, "me");
  g_autofree char *addresses = g_strjoinv (", ", me);

  if (!*addresses || !one_unpack_bool (status, "me_inferred"))
    return g_steal_pointer (&addresses);
  return g_strdup_printf (_ ("%s (found in the calendars; set 'me' in oned.conf if it is wrong)"),
                          addresses);
}

static void
status_print_me (OneContext *context, GVariant *status)
{
  g_autofree char *me = one_status_dup_me (status);
  g_autofree char *label = g_strdup (_ ("you       "));

  if (!*me)
    one_print_lines (context->printer, label, ONE_STYLE_BAD,
                     _ ("unknown: set 'me' in oned.conf to your addresses"));
  else
    one_print_lines (context->printer, label, ONE_STYLE_PLAIN, me);
}

static void
status_print_next (OneContext *context, GVariant *status)
{
  g_autoptr (GVariant) next = one_unpack_record (status, "next");
  g_autoptr (GVariant) reminder = one_unpack_record (status, "reminder");
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;

  if (one_unpack_is_empty (next)) {
    one_print_lines (context->printer, _ ("next      "), ONE_STYLE_PLAIN, _ ("none planned"));
    return;
  }
  when = status_format_when (context, one_unpack_instant (next, "start"));
  text = g_strdup_printf ("%s, %s", when, one_unpack_string (next, "person"));
  one_print_lines (context->printer, _ ("next      "), ONE_STYLE_PLAIN, text);
  if (one_unpack_is_empty (reminder))
    return;
  g_clear_pointer (&when, g_free);
  g_clear_pointer (&text, g_free);
  when = status_format_when (context, one_unpack_instant (reminder, "at"));
  text = g_strdup_printf ("%s (%s)", when, one_unpack_string (reminder, "stage"));
  one_print_lines (context->printer, _ ("reminder  "), ONE_STYLE_PLAIN, text);
}

char *
one_status_dup_figures (OneContext *context, GVariant *source)
{
  gint64 changed = one_unpack_instant (source, "changed");
  guint files = one_unpack_uint (source, "files");
  guint series = one_unpack_uint (source, "series");
  g_autofree char *when = changed ? status_format_when (context, changed) : g_strdup (_ ("never"));

  return g_strdup_printf (_ ("files %u, series %u, changed %s"), files, series, when);
}

static void
status_print_source (OneContext *context, const char *lead, GVariant *source)
{
  g_autofree char *path = one_show_path (one_unpack_string (source, "path"));
  g_autofree char *figures = one_status_dup_figures (context, source);

  one_print_lines (context->printer, lead, ONE_STYLE_PLAIN, path);
  if (one_unpack_bool (source, "stale"))
    one_print_lines (context->printer, "          ", ONE_STYLE_BAD,
                     _ ("offline: it cannot be read now; what was known of it is in use"));
  one_print_lines (context->printer, "          ", ONE_STYLE_DIM, figures);
}

static void
status_print_sources (OneContext *context, GVariant *status)
{
  g_autoptr (GVariant) sources = one_unpack_records (status, "sources");

  if (one_unpack_is_empty (sources))
    one_print_lines (context->printer, _ ("sources   "), ONE_STYLE_BAD,
                     _ ("none: set 'sources' in oned.conf to your calendar files or folders"));
  for (gsize i = 0; i < g_variant_n_children (sources); i++) {
    g_autoptr (GVariant) source = g_variant_get_child_value (sources, i);

    status_print_source (context, i == 0 ? _ ("sources   ") : "          ", source);
  }
}

gboolean
one_status_run (OneContext *context, GError **error)
{
  g_autoptr (GVariant) status = one_context_get (context, "GetStatus", g_variant_new ("()"), error);
  g_autoptr (GVariant) troubles = NULL;

  if (!status)
    return FALSE;
  if (one_context_is_json (context)) {
    g_autoptr (OneJson) json = one_json_new (context->zone);

    one_json_add_members (json, status, one_record_status);
    one_json_print (json, FALSE, context->printer->out);
    return TRUE;
  }
  if (!one_context_load_now (context, error))
    return FALSE;
  troubles = one_unpack_records (status, "troubles");
  status_print_daemon (context, status);
  status_print_me (context, status);
  status_print_next (context, status);
  status_print_sources (context, status);
  one_status_print_troubles (context, troubles);
  return TRUE;
}
