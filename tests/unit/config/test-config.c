/* SPDX-License-Identifier: MIT */
#include "config/config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config/config-file.h"

#define ZONES "a calendar's name for a zone and the zone, such as Bogota Time=America/Bogota"
#define LEADS                                                                                      \
  "a duration such as 30 min, 2 h, 3 days or 1 working day, at most 31 days, or up to four "       \
  "different ones separated by ;, or off"
#define QUIET                                                                                      \
  "two times of the day, such as 22:00-07:00, or days of the week, such as Sat;Sun, or both "      \
  "separated by ;, or nothing"

static char *folder;

static char *
write_file (const char *text)
{
  char *path = g_build_filename (folder, "oned.conf", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

typedef struct {
  const char *name;
  const char *text;
  const char *what; /* what is said of it, after the path */
} Mistake;

static const Mistake mistakes[] = {
  { "/config/unknown-key-is-named-with-its-line", "[calendar]\nme=a@b\n\n[reminders]\nprpe=1 h\n",
    ":5: unknown key 'prpe' in [reminders], did you mean 'prep'?" },
  { "/config/unknown-key-like-no-other", "[reminders]\nxyzzyx=1 h\n",
    ":2: unknown key 'xyzzyx' in [reminders]" },
  { "/config/key-in-the-wrong-group", "[agenda]\nprep=1 h\n",
    ":2: unknown key 'prep' in [agenda]" },
  { "/config/unknown-group", "# hello\n[calender]\nme=a@b\n",
    ":2: unknown group [calender], did you mean 'calendar'?" },
  { "/config/no-key-file", "[calendar]\nme=a@b\nhello\n",
    ":3: neither [group] nor key=value nor # comment" },
  { "/config/key-before-any-group", "me=a@b\n", ":1: neither [group] nor key=value nor # comment" },
  { "/config/not-utf-8", "[calendar]\nme=\xff@b\n", ":2: not valid UTF-8" },
  { "/config/bad-duration", "[reminders]\nprep=soon\n",
    ":2: bad value 'soon' for prep in [reminders]: needs " LEADS },
  { "/config/bad-duration-among-several", "[reminders]\nprep=3 days; soon\n",
    ":2: bad value '3 days; soon' for prep in [reminders]: needs " LEADS },
  { "/config/zone-that-is-none", "[calendar]\nzones=Shire=Middle/Earth\n",
    ":2: bad value 'Shire=Middle/Earth' for zones in [calendar]: needs " ZONES },
  { "/config/zone-that-is-an-offset", "[calendar]\nzones=Shire=+02:00\n",
    ":2: bad value 'Shire=+02:00' for zones in [calendar]: needs " ZONES },
  { "/config/zone-without-a-name", "[calendar]\nzones= =Europe/Rome\n",
    ":2: bad value '=Europe/Rome' for zones in [calendar]: needs " ZONES },
  { "/config/zone-alone", "[calendar]\nzones=Europe/Rome\n",
    ":2: bad value 'Europe/Rome' for zones in [calendar]: needs " ZONES },
  { "/config/the-same-lead-twice", "[reminders]\nprep=1 h;30 min;60\n",
    ":2: bad value '1 h;30 min;60' for prep in [reminders]: needs " LEADS },
  { "/config/five-leads", "[reminders]\nprep=5;4;3;2;1\n",
    ":2: bad value '5;4;3;2;1' for prep in [reminders]: needs " LEADS },
  { "/config/a-lead-and-off", "[reminders]\nprep=1 h;off\n",
    ":2: bad value '1 h;off' for prep in [reminders]: needs " LEADS },
  { "/config/no-lead", "[reminders]\nprep=;\n",
    ":2: bad value ';' for prep in [reminders]: needs " LEADS },
  { "/config/one-start-only", "[reminders]\nstart=5;2\n",
    ":2: bad value '5;2' for start in [reminders]: needs a duration such as 30 min, 2 h or 3 days, "
    "at most 31 days, or off" },
  { "/config/negative-duration", "[reminders]\nstart=-2 min\n",
    ":2: bad value '-2 min' for start in [reminders]: needs a duration such as 30 min, 2 h or 3 "
    "days, at most 31 days, or off" },
  { "/config/snooze-is-never-off", "[reminders]\nsnooze=off\n",
    ":2: bad value 'off' for snooze in [reminders]: needs a duration such as 30 min, 2 h or 3 "
    "days, "
    "at most 31 days" },
  { "/config/bad-quiet-hours", "[reminders]\nquiet=22-7\n",
    ":2: bad value '22-7' for quiet in [reminders]: needs " QUIET },
  { "/config/twice-quiet-hours", "[reminders]\nquiet=22:00-07:00;12:00-13:00\n",
    ":2: bad value '22:00-07:00;12:00-13:00' for quiet in [reminders]: needs " QUIET },
  { "/config/no-such-quiet-day", "[reminders]\nquiet=Sat;Sonntag\n",
    ":2: bad value 'Sat;Sonntag' for quiet in [reminders]: needs " QUIET },
  { "/config/every-day-quiet", "[reminders]\nquiet=Mon;Tue;Wed;Thu;Fri;Sat;Sun\n",
    ":2: bad value 'Mon;Tue;Wed;Thu;Fri;Sat;Sun' for quiet in [reminders]: needs " QUIET },
  { "/config/no-working-day", "[reminders]\nprep=0 working days\n",
    ":2: bad value '0 working days' for prep in [reminders]: needs " LEADS },
  { "/config/too-many-working-days", "[reminders]\nprep=21 working days\n",
    ":2: bad value '21 working days' for prep in [reminders]: needs " LEADS },
  { "/config/working-weeks", "[reminders]\nprep=1 working week\n",
    ":2: bad value '1 working week' for prep in [reminders]: needs " LEADS },
  { "/config/a-start-working-days-ahead", "[reminders]\nstart=1 working day\n",
    ":2: bad value '1 working day' for start in [reminders]: needs a duration such as 30 min, 2 h "
    "or 3 days, at most 31 days, or off" },
  { "/config/bad-time-of-promises", "[reminders]\npromises=9:00\n",
    ":2: bad value '9:00' for promises in [reminders]: needs a time of the day, such as 09:00, or "
    "off" },
  { "/config/a-time-that-no-day-has", "[reminders]\npromises=24:00\n",
    ":2: bad value '24:00' for promises in [reminders]: needs a time of the day, such as 09:00, or "
    "off" },
  { "/config/two-times-of-promises", "[reminders]\npromises=09:00-10:00\n",
    ":2: bad value '09:00-10:00' for promises in [reminders]: needs a time of the day, such as "
    "09:00, or off" },
  { "/config/bad-lead-of-a-person", "[person ada@example.com]\nprep=1 h;soon\n",
    ":2: bad value '1 h;soon' for prep in [person ada@example.com]: needs " LEADS },
  { "/config/bad-key-of-a-person", "[person ada@example.com]\nsnooze=5\n",
    ":2: unknown key 'snooze' in [person ada@example.com]" },
  { "/config/bad-switch", "[reminders]\nprivate=yes\n",
    ":2: bad value 'yes' for private in [reminders]: needs true or false" },
  { "/config/bad-count", "[agenda]\nitems-min=2\n",
    ":2: bad value '2' for items-min in [agenda]: needs a number from 3 to 10" },
  { "/config/count-above-ten", "[agenda]\nitems-max=11\n",
    ":2: bad value '11' for items-max in [agenda]: needs a number from 3 to 10" },
  { "/config/the-same-key-twice", "[calendar]\nme=a@b\n[people]\n[calendar]\nme=c@d\n",
    ":5: 'me' is there twice" },
  { "/config/least-above-most", "[agenda]\nitems-max=4\nitems-min=5\n",
    ":3: items-min is above items-max" },
  { "/config/bad-role", "[people]\nrole=boss\n",
    ":2: bad value 'boss' for role in [people]: needs manager, report, peer, mentor or "
    "skip-level" },
  { "/config/bad-address", "[calendar]\nme=ada@example.org;Ada\n",
    ":2: bad value 'Ada' for me in [calendar]: needs a mail address" },
  { "/config/relative-path", "[pages]\nfolder=pages\n",
    ":2: bad value 'pages' for folder in [pages]: needs an absolute path, or one that begins with "
    "~/" },
  { "/config/unknown-variable", "[calendar]\nsources=~/a;$FOO/b\n",
    ":2: bad value '$FOO/b' for sources in [calendar]: needs an absolute path, or one that begins "
    "with ~/" },
  { "/config/another-users-home", "[calendar]\nsources=~root/a\n",
    ":2: bad value '~root/a' for sources in [calendar]: needs an absolute path, or one that begins "
    "with ~/" },
  { "/config/mistake-with-crlf", "[people]\r\nrole=boss\r\n",
    ":2: bad value 'boss' for role in [people]: needs manager, report, peer, mentor or "
    "skip-level" },
};

static void
test_mistake (gconstpointer data)
{
  const Mistake *mistake = data;
  g_autofree char *path = write_file (mistake->text);
  g_autofree char *expected = g_strconcat (path, mistake->what, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (OneTrouble) trouble = NULL;
  OneSettings *settings = one_config_load (path, &error);

  g_assert_null (settings);
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, expected);
  trouble = one_config_file_trouble (error);
  g_assert_cmpstr (trouble->source, ==, path);
  g_assert_cmpuint (trouble->line, ==, (guint) g_ascii_strtoull (mistake->what + 1, NULL, 10));
  g_assert_true (g_str_has_suffix (mistake->what, trouble->what));
}

static void
assert_defaults (const OneSettings *settings)
{
  g_assert_cmpuint (g_strv_length (settings->sources), ==, 0);
  g_assert_cmpuint (g_strv_length (settings->me), ==, 0);
  g_assert_cmpint (settings->role, ==, ONE_ROLE_MANAGER);
  g_assert_cmpint (settings->leads[ONE_STAGE_PREP].seconds[0], ==, 30 * 60);
  g_assert_cmpint (settings->leads[ONE_STAGE_START].seconds[0], ==, 2 * 60);
  g_assert_cmpint (settings->leads[ONE_STAGE_NUDGE].seconds[0], ==, 0);
  g_assert_cmpuint (settings->leads[ONE_STAGE_NUDGE].n, ==, 1);
  g_assert_cmpint (settings->snooze, ==, 10 * 60);
  g_assert_cmpint (settings->promises, ==, 9 * 60);
  g_assert_cmpuint (settings->items_min, ==, 3);
  g_assert_cmpuint (settings->items_max, ==, 5);
  g_assert_true (g_path_is_absolute (settings->pages));
  g_assert_true (g_str_has_suffix (settings->pages, "/one-on-ones"));
  g_assert_false (settings->private_mode);
}

static void
test_no_file (void)
{
  g_autofree char *path = g_build_filename (folder, "none.conf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (OneSettings) settings = one_config_load (path, &error);

  g_assert_no_error (error);
  assert_defaults (settings);
}

static void
test_all_keys (void)
{
  g_autofree char *path = write_file (
      "[calendar]\nsources=~/cal; /srv/./team/../team.ics;;$XDG_CONFIG_HOME/x\n"
      "me=Ada@Example.ORG;mailto:ada@home.example\nrooms=room-*@example.org\n"
      "titles=Coffee with *;Tea\nzones=Bogota Time = "
      "America/Bogota;;UTC+1=x=Europe/Rome\n[people]\nrole=skip-level\n[reminders]\n"
      "prep=3 days\nstart=off\nnudge=1h 30min\nsnooze=5\npromises=off\nprivate=true\n[agenda]\n"
      "items-min=4\nitems-max=10\n[pages]\nfolder=~/pages/\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (OneSettings) settings = one_config_load (path, &error);
  g_autofree char *sources = NULL;
  g_autofree char *me = NULL;

  g_assert_no_error (error);
  sources = g_strjoinv (" ", settings->sources);
  me = g_strjoinv (" ", settings->me);
  g_assert_cmpstr (sources, ==, "/home-of-nobody/cal /srv/team.ics /config-of-nobody/x");
  g_assert_cmpstr (me, ==, "ada@example.org ada@home.example");
  g_assert_cmpstr (settings->titles[0], ==, "Coffee with *");
  g_assert_cmpstr (settings->zones[0], ==, "Bogota Time=America/Bogota");
  g_assert_cmpstr (settings->zones[1], ==, "UTC+1=x=Europe/Rome");
  g_assert_null (settings->zones[2]);
  g_assert_cmpstr (settings->rooms[0], ==, "room-*@example.org");
  g_assert_cmpint (settings->role, ==, ONE_ROLE_SKIP_LEVEL);
  g_assert_cmpint (settings->leads[ONE_STAGE_PREP].seconds[0], ==, 3 * 24 * 60 * 60);
  g_assert_cmpuint (settings->leads[ONE_STAGE_START].n, ==, 0);
  g_assert_cmpint (settings->leads[ONE_STAGE_NUDGE].seconds[0], ==, 90 * 60);
  g_assert_cmpint (settings->snooze, ==, 5 * 60);
  g_assert_cmpint (settings->promises, ==, -1);
  g_assert_true (settings->private_mode);
  g_assert_cmpuint (settings->items_min, ==, 4);
  g_assert_cmpuint (settings->items_max, ==, 10);
  g_assert_cmpstr (settings->pages, ==, "/home-of-nobody/pages");
}

/* "259200 3600" (transfer full) */
static char *
format_leads (const OneSettings *settings, const char *address, OneStage stage)
{
  const OneLeads *leads = one_settings_get_leads (settings, address, stage);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < leads->n; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", (int) leads->seconds[i]);
  return g_string_free (text, FALSE);
}

/* In any order, with any spaces, one to four. */
static void
test_several_preps (void)
{
  static const struct {
    const char *text;
    const char *leads;
  } rows[] = {
    { "30 min", "1800" },
    { "0", "0" },
    { "off", "" },
    { "30 min;", "1800" },
    { "30 min; 3 days ; 1 hour", "259200 3600 1800" },
    { "1;2;3;4", "240 180 120 60" },
    { "4;;3;2;1;", "240 180 120 60" },
    { "1 h;61 min", "3660 3600" },
    { "1 working day", "-1" },
    { "20 working  days;30 min;1working day", "1800 -1 -20" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strdup_printf ("[reminders]\nprep=%s\n", rows[i].text);
    g_autofree char *path = write_file (text);
    g_autoptr (GError) error = NULL;
    g_autoptr (OneSettings) settings = one_config_load (path, &error);
    g_autofree char *leads = NULL;

    g_assert_no_error (error);
    leads = format_leads (settings, "ada@example.com", ONE_STAGE_PREP);
    g_assert_cmpstr (leads, ==, rows[i].leads);
  }
}

/* In any order and case; bit 1 is Monday. */
static void
test_quiet (void)
{
  static const struct {
    const char *text;
    OneQuiet hours;
    guint days;
  } rows[] = {
    { "", { 0, 0 }, 0 },
    { "22:00-07:00", { 22 * 60, 7 * 60 }, 0 },
    { "Sat;Sun", { 0, 0 }, 1u << 6 | 1u << 7 },
    { " sun ; 22:00-07:00 ;MON;", { 22 * 60, 7 * 60 }, 1u << 1 | 1u << 7 },
    { "Mon;Tue;Wed;Thu;Fri;Sat", { 0, 0 }, 0x7e },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strdup_printf ("[reminders]\nquiet=%s\n", rows[i].text);
    g_autofree char *path = write_file (text);
    g_autoptr (GError) error = NULL;
    g_autoptr (OneSettings) settings = one_config_load (path, &error);

    g_assert_no_error (error);
    g_assert_cmpint (settings->quiet.from, ==, rows[i].hours.from);
    g_assert_cmpint (settings->quiet.to, ==, rows[i].hours.to);
    g_assert_cmpuint (settings->quiet_days, ==, rows[i].days);
  }
}

static void
test_leads_of_a_person (void)
{
  g_autofree char *path = write_file ("[person Ada@example.com]\nprep=1 day;1 h\nnudge=off\n"
                                      "[person ben@example.com]\nprep=off\n"
                                      "[reminders]\nprep=45 min;2 h\nstart=5\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (OneSettings) settings = one_config_load (path, &error);
  static const struct {
    const char *address;
    const char *leads[ONE_N_STAGES];
  } rows[] = {
    { "ada@example.com", { "86400 3600", "300", "" } },
    { "ben@example.com", { "", "300", "0" } },
    { "cy@example.com", { "7200 2700", "300", "0" } },
    { "", { "7200 2700", "300", "0" } },
  };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint stage = 0; stage < ONE_N_STAGES; stage++) {
      g_autofree char *leads = format_leads (settings, rows[i].address, (OneStage) stage);

      g_assert_cmpstr (leads, ==, rows[i].leads[stage]);
    }
}

/* The example has every key, commented, at its default, with the words of the table. */
static void
test_example (void)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OneSettings) settings = NULL;
  g_autofree char *path = NULL;
  GString *active = NULL;

  g_assert_true (g_file_get_contents (g_getenv ("EXAMPLE_CONF"), &text, NULL, NULL));
  active = g_string_new (text);
  for (const OneConfigKey *key = one_config_list_keys (); key->group; key++) {
    g_autofree char *entry = g_strdup_printf ("# %s\n#%s=%s\n", key->doc, key->key, key->fallback);
    g_autofree char *commented = g_strdup_printf ("\n#%s=", key->key);
    g_autofree char *set = g_strdup_printf ("\n%s=", key->key);
    g_autofree char *group = g_strdup_printf ("\n[%s]\n", key->group);

    g_assert_nonnull (strstr (text, entry));
    g_assert_nonnull (strstr (text, group));
    g_string_replace (active, commented, set, 0);
  }
  settings = one_config_load (g_getenv ("EXAMPLE_CONF"), &error);
  g_assert_no_error (error);
  assert_defaults (settings);
  g_clear_pointer (&settings, one_settings_free);
  path = write_file (active->str);
  g_string_free (active, TRUE);
  settings = one_config_load (path, &error);
  g_assert_no_error (error);
  assert_defaults (settings);
}

static void
test_too_large (void)
{
  g_autofree char *text = g_strnfill (256 * 1024 + 1, '#');
  g_autofree char *path = write_file (text);
  g_autoptr (GError) error = NULL;
  OneSettings *settings = one_config_load (path, &error);

  g_assert_null (settings);
  g_assert_true (g_str_has_suffix (error->message, ": larger than 256 KB"));
  text[256 * 1024] = '\0';
  g_free (write_file (text));
  g_clear_error (&error);
  settings = one_config_load (path, &error);
  g_assert_no_error (error);
  one_settings_free (settings);
}

/* Opening must not wait for whoever is to write into the FIFO, and a device has no end. */
static void
test_only_files_are_read (void)
{
  g_autofree char *fifo = g_build_filename (folder, "fifo", NULL);
  const char *const others[] = { folder, fifo, "/dev/zero" };

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (OneTrouble) trouble = NULL;

    g_assert_null (one_config_load (others[i], &error));
    trouble = one_config_file_trouble (error);
    g_assert_cmpstr (trouble->source, ==, others[i]);
    g_assert_cmpuint (trouble->line, ==, 0);
    g_assert_cmpstr (trouble->what, ==, "it is no file");
  }
  g_remove (fifo);
}

/* As people keep their settings in a folder of their own. */
static void
test_link_is_followed (void)
{
  g_autofree char *path = write_file ("[agenda]\nitems-min=4\n");
  g_autofree char *link = g_build_filename (folder, "link", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (OneSettings) settings = NULL;

  g_assert_cmpint (symlink (path, link), ==, 0);
  settings = one_config_load (link, &error);
  g_assert_no_error (error);
  g_assert_cmpint (settings->items_min, ==, 4);
  g_remove (link);
}

int
main (int argc, char *argv[])
{
  g_autofree char *path = NULL;
  int status = 0;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("oned-config-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    g_test_add_data_func (mistakes[i].name, &mistakes[i], test_mistake);
  g_test_add_func ("/config/no-file-is-all-defaults", test_no_file);
  g_test_add_func ("/config/every-key-is-read", test_all_keys);
  g_test_add_func ("/config/several-preps", test_several_preps);
  g_test_add_func ("/config/quiet-hours-and-days", test_quiet);
  g_test_add_func ("/config/leads-of-a-person", test_leads_of_a_person);
  g_test_add_func ("/config/the-example-is-the-defaults", test_example);
  g_test_add_func ("/config/larger-than-256-kb-is-refused", test_too_large);
  g_test_add_func ("/config/only-files-are-read", test_only_files_are_read);
  g_test_add_func ("/config/a-link-is-followed", test_link_is_followed);
  status = g_test_run ();
  path = g_build_filename (folder, "oned.conf", NULL);
  g_remove (path);
  g_rmdir (folder);
  g_free (folder);
  return status;
}
