/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "ctl/health/autostart.h"
#include "ctl/health/habits.h"
#include "ctl/health/health.h"
#include "ctl/view/show.h"

#define ZONE_FOLDER "/usr/share/zoneinfo"
#define FOLDER_MODE 0700
#define FILE_MODE 0600

/* Quotes a path for a shell, with ~ for the home. */
static char *
doctor_quote (const char *path)
{
  g_autofree char *shown = one_show_path (path);
  gboolean at_home = g_str_has_prefix (shown, "~/");
  g_autofree char *quoted = g_shell_quote (at_home ? shown + 2 : shown);

  return g_strconcat (at_home ? "~/" : "", quoted, NULL);
}

/* The fault of a folder or file that should be the user's alone, and how to fix it; NULL if it has
 * none or is not there. */
static const char *
doctor_judge (const char *path, mode_t wanted, char **mend)
{
  g_autofree char *quoted = doctor_quote (path);
  struct stat info = { 0 };

  if (stat (path, &info) != 0)
    return NULL;
  if (wanted == FOLDER_MODE ? !S_ISDIR (info.st_mode) : !S_ISREG (info.st_mode)) {
    *mend = g_strdup_printf ("mv %s %s.old", quoted, quoted);
    return wanted == FOLDER_MODE ? _ ("it is no folder") : _ ("it is no regular file");
  }
  if (info.st_uid != getuid ()) {
    *mend = g_strdup_printf ("sudo chown -R %u %s", getuid (), quoted);
    return _ ("it belongs to somebody else");
  }
  if (info.st_mode & 077 || (info.st_mode & wanted) != wanted) {
    *mend = g_strdup_printf ("chmod %o %s", wanted, quoted);
    return info.st_mode & 077 ? _ ("others may look into it") : _ ("it cannot be written to");
  }
  if (access (path, W_OK) == 0)
    return NULL;
  *mend = g_strdup (_ ("see that the file system is not mounted read-only"));
  return _ ("it cannot be written to");
}

/* Checks the data folder and the files in it that exist. */
static void
doctor_add_data (OneChecks *checks)
{
  static const struct {
    const char *name;
    mode_t wanted;
  } kept[] = { { "", FOLDER_MODE },
               { "oned.db", FILE_MODE },
               { "oned.db-wal", FILE_MODE },
               { "lock", FILE_MODE },
               { "backups", FOLDER_MODE } };
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "oned", NULL);
  g_autofree char *shown = one_show_path (folder);
  g_autofree char *good = g_strdup_printf (_ ("%s is yours alone"), shown);
  guint before = checks->wrong;

  if (!g_file_test (folder, G_FILE_TEST_EXISTS)) {
    g_free (good);
    good = g_strdup_printf (_ ("oned will make %s when it starts"), shown);
  }
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++) {
    g_autofree char *path = g_build_filename (folder, kept[i].name, NULL);
    g_autofree char *mend = NULL;
    const char *fault = doctor_judge (path, kept[i].wanted, &mend);
    g_autofree char *place = one_show_path (path);
    g_autofree char *what = g_strdup_printf ("%s: %s", place, fault ? fault : "");

    if (fault)
      one_checks_add_wrong (checks, "data", what, mend);
  }
  if (checks->wrong == before)
    one_checks_add (checks, "data", good);
}

static void
doctor_add_configuration (OneChecks *checks)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "oned", "oned.conf", NULL);
  g_autofree char *shown = one_show_path (path);
  g_autofree char *what = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    what = g_strdup_printf (_ ("%s is in force"), shown);
  else
    what = g_strdup_printf (_ ("without %s the defaults are in force"), shown);
  one_checks_add (checks, "config", what);
}

/* The first line of the tz database as one text, "# version 2026f". */
static char *
doctor_parse_release (const char *text)
{
  const char *word = g_str_has_prefix (text, "# version ") ? text + strlen ("# version ") : "";

  return g_strndup (word, strcspn (word, " \r\n"));
}

/* Where the rules of a zone are old, its meetings are at the wrong time, and nothing else tells. */
static void
doctor_add_zone_data (OneChecks *checks)
{
  const char *set = g_getenv ("TZDIR");
  g_autofree char *path =
      g_build_filename (set && g_path_is_absolute (set) ? set : ZONE_FOLDER, "tzdata.zi", NULL);
  g_autofree char *text = NULL, *release = NULL, *what = NULL;
  struct stat info = { 0 };
  guint days;

  if (!g_file_get_contents (path, &text, NULL, NULL) || stat (path, &info) != 0) {
    one_checks_add (checks, "zone-data", _ ("the zone data does not say of which release it is"));
    return;
  }
  release = doctor_parse_release (text);
  days = (guint) MAX (0, g_get_real_time () / G_TIME_SPAN_DAY
                             - (gint64) info.st_mtime * G_TIME_SPAN_SECOND / G_TIME_SPAN_DAY);
  what = g_strdup_printf (
      ngettext ("the zone data is %s, %u day old; newer is in the package tzdata",
                "the zone data is %s, %u days old; newer is in the package tzdata", days),
      *release ? release : "?", days);
  one_checks_add (checks, "zone-data", what);
}

static void
doctor_add_autostart (OneChecks *checks)
{
  g_autofree char *why = NULL;
  g_autofree char *mend = NULL;
  g_autofree char *what = NULL;

  if (one_autostart_is_on (checks->context->client, &why, &mend)) {
    one_checks_add (checks, "autostart", _ ("oned starts with the session"));
    return;
  }
  what = g_strdup_printf (_ ("oned does not start with the session: %s"), why);
  one_checks_add_wrong (checks, "autostart", what, mend);
}

static void
doctor_add_test (OneChecks *checks)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer =
      one_context_call (checks->context, "TestNotification", g_variant_new ("()"), "()", &error);
  g_autofree char *what = NULL;

  if (answer) {
    one_checks_add (checks, "test-notification",
                    _ ("the server has confirmed a test notification: it should be on the screen, "
                       "with six lines and, if it has any, two buttons"));
    one_habits_add (checks);
    return;
  }
  what = g_strdup_printf (_ ("the test notification was not shown: %s"), error->message);
  one_checks_add_wrong (checks, "test-notification", what,
                        _ ("start a notification server, such as dunst or mako, or restart yours"));
}

gboolean
one_doctor_run (OneContext *context, GError **error)
{
  g_autoptr (OneChecks) checks = one_checks_new (context);

  if (one_health_add_bus (checks)) {
    if (one_health_add_oned (checks))
      doctor_add_configuration (checks);
    doctor_add_autostart (checks);
    one_health_add_server (checks);
    if (one_args_has (context->args, "test-notification"))
      doctor_add_test (checks);
  }
  doctor_add_data (checks);
  doctor_add_zone_data (checks);
  one_checks_print (checks);
  return one_checks_end (checks, error);
}
