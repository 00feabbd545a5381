/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/cmd/status.h"
#include "ctl/show.h"
#include "ctl/unpack.h"

/* What the user can do about it, by what it is about. */
static const char *
status_find_mend (const char *source)
{
  if (!*source)
    return NULL;
  if (g_str_has_suffix (source, ".conf") || g_str_has_suffix (source, ".ini"))
    return _ ("mend the file; oned reads it again as soon as it is saved, see oned.conf(5)");
  if (g_str_has_suffix (source, ".ics"))
    return _ ("mend or delete the event in your calendar program; all else in there is in use");
  return _ ("see that it is there, mounted and readable; what was known of it stays");
}

static char *
status_format_when (OneRun *run, gint64 instant)
{
  g_autofree char *day = one_show_day (run, instant);
  g_autofree char *time = one_show_time (run, instant);

  return g_strdup_printf ("%s %s", day, time);
}

static void
status_print_trouble (OneRun *run, GVariant *trouble)
{
  const char *source = one_unpack_string (trouble, "source");
  const char *mend = status_find_mend (source);
  guint line = one_unpack_uint (trouble, "line");
  gint64 since = one_unpack_instant (trouble, "since");
  g_autofree char *path = one_show_path (source);
  g_autofree char *number = line ? g_strdup_printf (":%u", line) : g_strdup ("");
  g_autofree char *when = since ? status_format_when (run, since) : NULL;
  g_autofree char *age = when ? g_strdup_printf (_ (" (since %s)"), when) : g_strdup ("");
  g_autofree char *text = g_strdup_printf ("%s%s%s%s%s", path, number, *source ? ": " : "",
                                           one_unpack_string (trouble, "what"), age);

  one_print_lines (run->printer, "  ! ", ONE_STYLE_BAD, text);
  if (mend)
    one_print_lines (run->printer, "    ", ONE_STYLE_PLAIN, mend);
}

void
one_status_print_troubles (OneRun *run, GVariant *troubles)
{
  if (one_unpack_is_empty (troubles))
    return;
  one_print_end (run->printer);
  one_print_lines (run->printer, "", ONE_STYLE_BOLD, _ ("Troubles"));
  for (gsize i = 0; i < g_variant_n_children (troubles); i++) {
    g_autoptr (GVariant) trouble = g_variant_get_child_value (troubles, i);

    status_print_trouble (run, trouble);
  }
}

static void
status_print_daemon (OneRun *run, GVariant *status)
{
  g_autoptr (GVariant) daemon = one_unpack_record (status, "daemon");
  gint64 started = one_unpack_instant (daemon, "started");
  g_autofree char *when = started ? status_format_when (run, started) : g_strdup ("?");
  g_autofree char *text = g_strdup_printf (_ ("oned %s, process %u, running since %s"),
                                           one_unpack_string (daemon, "version"),
                                           one_unpack_uint (daemon, "pid"), when);

  one_print_lines (run->printer, "", ONE_STYLE_PLAIN, text);
}

static void
status_print_me (OneRun *run, GVariant *status)
{
  g_auto (GStrv) me = one_unpack_strings (status, "me");
  g_autofree char *addresses = g_strjoinv (", ", me);
  g_autofree char *inferred = g_strdup_printf (
      _ ("%s (found in the calendars; set 'me' in oned.conf if it is wrong)"), addresses);
  g_autofree char *label = g_strdup (_ ("you       "));

  if (!*addresses)
    one_print_lines (run->printer, label, ONE_STYLE_BAD,
                     _ ("unknown: set 'me' in oned.conf to your addresses"));
  else
    one_print_lines (run->printer, label, ONE_STYLE_PLAIN,
                     one_unpack_bool (status, "me_inferred") ? inferred : addresses);
}

static void
status_print_next (OneRun *run, GVariant *status)
{
  g_autoptr (GVariant) next = one_unpack_record (status, "next");
  g_autoptr (GVariant) reminder = one_unpack_record (status, "reminder");
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;

  if (one_unpack_is_empty (next)) {
    one_print_lines (run->printer, _ ("next      "), ONE_STYLE_PLAIN, _ ("none planned"));
    return;
  }
  when = status_format_when (run, one_unpack_instant (next, "start"));
  text = g_strdup_printf ("%s, %s", when, one_unpack_string (next, "person"));
  one_print_lines (run->printer, _ ("next      "), ONE_STYLE_PLAIN, text);
  if (one_unpack_is_empty (reminder))
    return;
  g_clear_pointer (&when, g_free);
  g_clear_pointer (&text, g_free);
  when = status_format_when (run, one_unpack_instant (reminder, "at"));
  text = g_strdup_printf ("%s (%s)", when, one_unpack_string (reminder, "stage"));
  one_print_lines (run->printer, _ ("reminder  "), ONE_STYLE_PLAIN, text);
}

static void
status_print_source (OneRun *run, const char *lead, GVariant *source)
{
  gint64 changed = one_unpack_instant (source, "changed");
  guint files = one_unpack_uint (source, "files");
  guint series = one_unpack_uint (source, "series");
  g_autofree char *path = one_show_path (one_unpack_string (source, "path"));
  g_autofree char *when = changed ? status_format_when (run, changed) : g_strdup (_ ("never"));
  g_autofree char *figures =
      g_strdup_printf (_ ("files %u, series %u, changed %s"), files, series, when);

  one_print_lines (run->printer, lead, ONE_STYLE_PLAIN, path);
  if (one_unpack_bool (source, "stale"))
    one_print_lines (run->printer, "          ", ONE_STYLE_BAD,
                     _ ("offline: it cannot be read now; what was known of it is in use"));
  one_print_lines (run->printer, "          ", ONE_STYLE_DIM, figures);
}

static void
status_print_sources (OneRun *run, GVariant *status)
{
  g_autoptr (GVariant) sources = one_unpack_records (status, "sources");

  if (one_unpack_is_empty (sources))
    one_print_lines (run->printer, _ ("sources   "), ONE_STYLE_BAD,
                     _ ("none: set 'sources' in oned.conf to your calendar files or folders"));
  for (gsize i = 0; i < g_variant_n_children (sources); i++) {
    g_autoptr (GVariant) source = g_variant_get_child_value (sources, i);

    status_print_source (run, i == 0 ? _ ("sources   ") : "          ", source);
  }
}

gboolean
one_status_run (OneRun *run, GError **error)
{
  g_autoptr (GVariant) status = one_run_get (run, "GetStatus", g_variant_new ("()"), error);
  g_autoptr (GVariant) troubles = NULL;

  if (!status)
    return FALSE;
  if (one_run_is_json (run)) {
    g_autoptr (OneJson) json = one_json_new (run->zone);

    one_json_add_members (json, status, one_record_status);
    one_json_print (json, FALSE, run->printer->out);
    return TRUE;
  }
  if (!one_run_load_now (run, error))
    return FALSE;
  troubles = one_unpack_records (status, "troubles");
  status_print_daemon (run, status);
  status_print_me (run, status);
  status_print_next (run, status);
  status_print_sources (run, status);
  one_status_print_troubles (run, troubles);
  return TRUE;
}
