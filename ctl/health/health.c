/* SPDX-License-Identifier: MIT */
#include "ctl/health/health.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/health/calendar-hint.h"
#include "ctl/health/me-check.h"
#include "ctl/health/source-remarks.h"
#include "ctl/time/seconds.h"
#include "ctl/view/show.h"
#include "ctl/view/status-lines.h"
#include "wire/names.h"

/* oned is on the bus within five seconds, or systemd keeps restarting it. */
#define ONED_SECONDS 20
#define SERVER "org.freedesktop.Notifications"
#define SERVER_SECONDS 10 /* as long as oned waits for the server */

gboolean
one_health_add_bus (OneChecks *checks)
{
  g_autoptr (GError) error = NULL;

  if (one_client_get_bus (checks->context->client, &error)) {
    one_checks_add (checks, "bus", _ ("the session bus answers"));
    return TRUE;
  }
  one_checks_add_wrong (checks, "bus", _ ("there is no session bus"),
                        _ ("log in to a desktop session or set DBUS_SESSION_BUS_ADDRESS"));
  return FALSE;
}

static void
health_add_unreachable (OneChecks *checks, const GError *error)
{
  OneClient *client = checks->context->client;
  g_autofree char *what = NULL;

  if (!one_client_has_owner (client, ONE_BUS_NAME)
      && !one_client_can_start (client, ONE_BUS_NAME)) {
    one_checks_add_wrong (
        checks, "oned", _ ("oned does not run, and the bus cannot start it"),
        _ ("install oned and log in again; if you have, 'journalctl --user -u oned' "
           "says why it does not run"));
    return;
  }
  what = g_strdup_printf (_ ("oned does not answer: %s"), error->message);
  one_checks_add_wrong (checks, "oned", what,
                        _ ("'journalctl --user -u oned' says why; 'systemctl --user restart oned' "
                           "tries again"));
}

static void
health_add_daemon (OneChecks *checks, GVariant *status)
{
  g_autoptr (GVariant) daemon = one_unpack_record (status, "daemon");
  const char *version = one_unpack_string (daemon, "version");
  g_autofree char *what = NULL;

  if (g_str_equal (version, ONECTL_VERSION)) {
    what = g_strdup_printf (_ ("oned %s answers"), version);
    one_checks_add (checks, "oned", what);
    return;
  }
  what = g_strdup_printf (_ ("oned %s runs, and this is onectl %s"), version, ONECTL_VERSION);
  one_checks_add_wrong (checks, "oned", what, "'systemctl --user restart oned'");
}

/* A stale source is skipped: it is among the troubles already. */
static void
health_add_source (OneChecks *checks, GVariant *source)
{
  g_autofree char *name = one_status_lines_format_name (source);
  g_autofree char *figures = one_status_lines_format_figures (checks->context, source);
  g_autofree char *what = NULL;

  if (one_unpack_bool (source, "stale"))
    return;
  if (one_unpack_uint (source, "files") == 0) {
    g_autofree char *ways = one_calendar_hint_dup_ways ();

    what = g_strdup_printf (_ ("there is no calendar file in %s"), name);
    one_checks_add_wrong (checks, "calendars", what, ways);
    return;
  }
  if (one_calendar_hint_is_old_export (checks->context, source)) {
    g_autofree char *day = one_show_date (checks->context, one_unpack_instant (source, "changed"));

    what = g_strdup_printf (_ ("%s has not changed since %s: if you exported it once, oned does "
                               "not see what you change in your calendar"),
                            name, day);
    one_checks_add_wrong (checks, "calendars", what,
                          _ ("name a calendar that a program keeps up to date as 'sources' in "
                             "oned.conf, or export it anew"));
    return;
  }
  what = g_strdup_printf ("%s: %s", name, figures);
  one_checks_add (checks, "calendars", what);
  one_source_remarks_add (checks, source, name);
}

/* A calendar changed later than now means that the clock is behind. */
static void
health_add_clock (OneChecks *checks, GVariant *sources)
{
  OneContext *context = checks->context;
  g_autofree char *date = one_show_date (context, context->now);
  g_autofree char *time = one_show_time (context, context->now);
  g_autofree char *what = g_strdup_printf (_ ("it is %s %s"), date, time);

  for (gsize i = 0; i < g_variant_n_children (sources); i++) {
    g_autoptr (GVariant) source = g_variant_get_child_value (sources, i);
    g_autofree char *path = one_show_path (one_unpack_string (source, "path"));

    if (one_unpack_instant (source, "changed") <= context->now + ONE_DAY)
      continue;
    g_free (what);
    what = g_strdup_printf (_ ("it is %s %s, but %s was changed after that"), date, time, path);
    one_checks_add_wrong (checks, "clock", what,
                          _ ("set the clock, or let the network set it: 'timedatectl set-ntp "
                             "true'"));
    return;
  }
  one_checks_add (checks, "clock", what);
}

static void
health_add_people (OneChecks *checks)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) people =
      one_context_list (checks->context, "ListPeople", g_variant_new ("()"), &error);
  guint count = people ? (guint) g_variant_n_children (people) : 0;
  g_autofree char *what =
      g_strdup_printf (ngettext ("one-on-ones with %u person were found",
                                 "one-on-ones with %u people were found", count),
                       count);

  if (error)
    health_add_unreachable (checks, error);
  else if (count > 0)
    one_checks_add (checks, "one-on-ones", what);
  else
    one_checks_add_wrong (checks, "one-on-ones", _ ("no one-on-one was found in the calendars"),
                          _ ("'onectl explain' says of every event why it is none; 'onectl track' "
                             "takes one for it"));
}

/* Skips troubles of the notification server: one_health_add_server asks the server itself. FALSE if
 * the configuration is among the troubles. */
static gboolean
health_add_troubles (OneChecks *checks, GVariant *status)
{
  g_autoptr (GVariant) troubles = one_unpack_records (status, "troubles");
  gboolean configured = TRUE;

  for (gsize i = 0; i < g_variant_n_children (troubles); i++) {
    g_autoptr (GVariant) trouble = g_variant_get_child_value (troubles, i);
    const char *about = one_unpack_string (trouble, "about");
    const char *mend = one_status_lines_get_mend (trouble);
    g_autofree char *what = one_status_lines_format_trouble (checks->context, trouble);

    if (g_str_equal (about, "notifications"))
      continue;
    if (g_str_equal (about, "config"))
      configured = FALSE;
    one_checks_add_wrong (checks, *about ? about : "calendars", what,
                          mend ? mend : _ ("'journalctl --user -u oned' says more"));
  }
  return configured;
}

static gboolean
health_add_status (OneChecks *checks, GVariant *status)
{
  g_autoptr (GVariant) sources = one_unpack_records (status, "sources");
  gboolean any = FALSE, configured;

  health_add_daemon (checks, status);
  configured = health_add_troubles (checks, status);
  for (gsize i = 0; i < g_variant_n_children (sources); i++) {
    g_autoptr (GVariant) source = g_variant_get_child_value (sources, i);

    health_add_source (checks, source);
    any = any || one_unpack_uint (source, "files") > 0;
  }
  one_source_remarks_add_hidden (checks, status);
  /* Without calendars, missing addresses and people are no news; without addresses, people. */
  if (any && one_me_check_add (checks, status))
    health_add_people (checks);
  health_add_clock (checks, sources);
  return configured;
}

gboolean
one_health_add_oned (OneChecks *checks)
{
  static const OneCall ping = {
    ONE_BUS_NAME, ONE_BUS_PATH, "org.freedesktop.DBus.Peer", "Ping", "()", ONED_SECONDS,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) there =
      one_client_ask (checks->context->client, &ping, g_variant_new ("()"), &error);
  g_autoptr (GVariant) status =
      there ? one_context_get (checks->context, "GetStatus", g_variant_new ("()"), &error) : NULL;

  if (status && one_context_load_now (checks->context, &error))
    return health_add_status (checks, status);
  health_add_unreachable (checks, error);
  return FALSE;
}

static void
health_add_abilities (OneChecks *checks, const char *name, const char *const *abilities)
{
  g_autofree char *what = NULL;

  if (!g_strv_contains (abilities, "body")) {
    what = g_strdup_printf (_ ("%s shows the title of a reminder only"), name);
    one_checks_add_wrong (checks, "notifications", what,
                          _ ("for the agenda, use another notification server, such as dunst or "
                             "mako"));
    return;
  }
  if (g_strv_contains (abilities, "actions"))
    what = g_strdup_printf (_ ("%s shows the reminders, with buttons"), name);
  else
    what = g_strdup_printf (_ ("%s shows the reminders; it has no buttons, so they name commands"),
                            name);
  one_checks_add (checks, "notifications", what);
}

static void
health_add_no_server (OneChecks *checks, const GError *error)
{
  gboolean none = g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN)
                  || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER);
  g_autofree char *what =
      g_strdup_printf (_ ("the notification server does not answer: %s"), error->message);

  one_checks_add_wrong (checks, "notifications",
                        none ? _ ("there is no notification server: reminders wait for one") : what,
                        _ ("start a notification server, such as dunst or mako, or restart yours"));
}

#define NOTIFICATIONS SERVER, "/org/freedesktop/Notifications", SERVER
void
one_health_add_server (OneChecks *checks)
{
  static const OneCall about = { NOTIFICATIONS, "GetServerInformation", "(ssss)", SERVER_SECONDS };
  static const OneCall can = { NOTIFICATIONS, "GetCapabilities", "(as)", SERVER_SECONDS };
  OneClient *client = checks->context->client;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) who = one_client_ask (client, &about, g_variant_new ("()"), &error);
  g_autoptr (GVariant) what =
      who ? one_client_ask (client, &can, g_variant_new ("()"), &error) : NULL;
  g_autofree const char **abilities = NULL;
  g_autofree char *name = NULL;
  const char *server, *version;

  if (!what) {
    health_add_no_server (checks, error);
    return;
  }
  g_variant_get (who, "(&ss&ss)", &server, NULL, &version, NULL);
  g_variant_get (what, "(^a&s)", &abilities);
  name = g_strdup_printf ("%s %s", server, version);
  health_add_abilities (checks, name, abilities);
}
