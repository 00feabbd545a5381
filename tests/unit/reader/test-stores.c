/* SPDX-License-Identifier: MIT */
/* Calendars in databases of other programs, as evolution-data-server 3.46 and Thunderbird 153 made
 * them (tests/data/stores), and what can be wrong with such a file. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "reader/store-reading.h"

#define FROM G_GINT64_CONSTANT (1793491200) /* 2026-11-01 */
#define TO G_GINT64_CONSTANT (1797120000)   /* 2026-12-13 */
#define HOME "2a3d1ce7-ebf6-4358-95ed-bc117cac6a39"
#define DAMAGES 1000
#define MOST_BYTES 8 /* written over in one damage */

/* What happens in the samples, "DDTHHMM uid" in UTC. */
#define ADA                                                                                        \
  "02T0900 ada-weekly@example.com\n10T1430 ada-weekly@example.com\n"                               \
  "23T0900 ada-weekly@example.com\n30T0900 ada-weekly@example.com\n"                               \
  "07T0900 ada-weekly@example.com\n"
#define WEEKLY(uid)                                                                                \
  "03T1300 " uid "\n10T1300 " uid "\n17T1300 " uid "\n24T1300 " uid "\n01T1300 " uid               \
  "\n08T1300 " uid "\n"
#define EVOLUTION                                                                                  \
  ADA WEEKLY ("off-1") WEEKLY (                                                                    \
      "tom-1") "02T0900 win@example.com\n10T1430 win@example.com\n30T0900 win@example.com\n"       \
               "07T0900 win@example.com\n"
#define THUNDERBIRD                                                                                \
  ADA "02T2300 allday\n09T2300 allday\n16T2300 allday\n23T2300 allday\n30T2300 allday\n"           \
      "07T2300 allday\n"                                                                           \
      "02T0900 cust@example.com\n10T1430 cust@example.com\n23T0900 cust@example.com\n"             \
      "30T0900 cust@example.com\n07T0900 cust@example.com\n" WEEKLY ("float") TOM
#define TOM "03T1300 tom-two\n10T1500 tom-two\n17T1300 tom-two\n01T1300 tom-two\n08T1300 tom-two\n"

static const char *samples;

typedef struct {
  char *folder;                  /* (owned) */
  char *evolution, *thunderbird; /* (owned) files */
  OneRequest *request;
} Fixture;

static void
run_sql (sqlite3 *database, const char *sql)
{
  char *error = NULL;

  sqlite3_exec (database, sql, NULL, NULL, &error);
  g_assert_cmpstr (error, ==, NULL);
}

static void
change (const char *path, const char *sql)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  run_sql (database, sql);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

static void
load_sample (const char *path, const char *name)
{
  g_autofree char *sample = g_build_filename (samples, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *sql = NULL;

  g_assert_true (g_file_get_contents (sample, &sql, NULL, NULL));
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  change (path, sql);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("oned-XXXXXX", NULL);
  fixture->evolution = g_build_filename (fixture->folder, "cache.db", NULL);
  fixture->thunderbird = g_build_filename (fixture->folder, "calendar-data", "local.sqlite", NULL);
  load_sample (fixture->evolution, "evolution.sql");
  load_sample (fixture->thunderbird, "thunderbird.sql");
  fixture->request = one_request_new ();
  fixture->request->from = FROM;
  fixture->request->to = TO;
  g_free (fixture->request->zone);
  fixture->request->zone = g_strdup ("Europe/Berlin");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  const char *remove[] = { "rm", "-rf", fixture->folder, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
  one_request_free (fixture->request);
  g_free (fixture->evolution);
  g_free (fixture->thunderbird);
  g_free (fixture->folder);
}

static OneReading *
read_path (const Fixture *fixture, const char *path)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (OneReader) reader = one_reader_new (fixture->request);
  g_autoptr (OneRoots) roots = NULL;

  g_ptr_array_add (paths, (char *) path);
  roots = one_roots_new (paths);
  return one_store_reading_make (reader, roots, path);
}

static char *
list (const OneReading *reading)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < reading->series->len; i++) {
    const OneSeries *series = reading->series->pdata[i];

    for (guint j = 0; j < series->occurrences->len; j++) {
      gint64 start = g_array_index (series->occurrences, OneOccurrence, j).start;
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (start);
      g_autofree char *text = g_date_time_format (time, "%dT%H%M");

      g_string_append_printf (lines, "%s %s\n", text, series->uid);
    }
  }
  return g_string_free (lines, FALSE);
}

static void
assert_reading (const OneReading *reading, const char *expected)
{
  g_autofree char *lines = list (reading);

  for (guint i = 0; i < reading->troubles->len; i++)
    g_test_message ("%s", ((OneTrouble *) reading->troubles->pdata[i])->what);
  g_assert_false (reading->refused);
  g_assert_cmpstr (lines, ==, expected);
}

static void
assert_reads (const Fixture *fixture, const char *path, const char *expected)
{
  g_autoptr (OneReading) reading = read_path (fixture, path);

  assert_reading (reading, expected);
  g_assert_cmpuint (reading->troubles->len, ==, 0);
}

static void
assert_refused (const Fixture *fixture, const char *path, const char *why)
{
  g_autoptr (OneReading) reading = read_path (fixture, path);

  g_assert_true (reading->refused);
  g_assert_false (reading->busy);
  g_assert_cmpuint (reading->series->len, ==, 0);
  g_assert_cmpuint (reading->troubles->len, ==, 1);
  g_assert_cmpstr (((OneTrouble *) reading->troubles->pdata[0])->what, ==, why);
}

static void
assert_busy (const Fixture *fixture, const char *path)
{
  g_autoptr (OneReading) reading = read_path (fixture, path);

  g_assert_true (reading->refused);
  g_assert_true (reading->busy);
}

/* Also what was made and changed offline; not what was deleted then. */
static void
test_evolution (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OneReading) reading = read_path (fixture, fixture->evolution);

  assert_reading (reading, EVOLUTION);
  g_assert_cmpuint (reading->holds, ==, 6);
}

static void
test_older_forms (Fixture *fixture, gconstpointer data)
{
  change (fixture->evolution, "UPDATE ECacheKeys SET value = '2' WHERE key = 'version';"
                              "ALTER TABLE timezones DROP COLUMN refs");
  assert_reads (fixture, fixture->evolution, EVOLUTION);
}

static void
test_thunderbird (Fixture *fixture, gconstpointer data)
{
  g_autofree char *home = g_build_filename (fixture->thunderbird, HOME, NULL);
  g_autofree char *other = g_build_filename (fixture->thunderbird, "other", NULL);

  assert_reads (fixture, home, THUNDERBIRD);
  assert_reads (fixture, fixture->thunderbird, THUNDERBIRD);
  assert_reads (fixture, other, "");
  change (fixture->thunderbird, "UPDATE cal_events SET cal_id = 'other' WHERE id != 'float';"
                                "UPDATE cal_events SET offline_journal = 2");
  assert_reads (fixture, home, WEEKLY ("float"));
  change (fixture->thunderbird, "UPDATE cal_events SET offline_journal = 4");
  assert_reads (fixture, home, "");
}

/* People come along, with all that tells of them. */
static void
test_people (Fixture *fixture, gconstpointer data)
{
  const char *paths[] = { fixture->evolution, fixture->thunderbird };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (OneReading) reading = read_path (fixture, paths[i]);
    const OneSeries *series = reading->series->pdata[0];
    const OneEvent *event = series->events->pdata[0];
    gboolean ada = FALSE;

    g_assert_cmpstr (series->uid, ==, "ada-weekly@example.com");
    for (guint j = 0; j < event->attendees->len; j++) {
      const OneAttendee *attendee = event->attendees->pdata[j];

      ada |= g_str_equal (attendee->address, "ada.winter@example.com")
             && g_str_equal (attendee->name, "Winter, Ada");
    }
    g_assert_true (ada);
    g_assert_cmpuint (event->line, ==, 0);
  }
}

/* Two definitions under one name are two zones. */
static void
test_zones_of_one_name (Fixture *fixture, gconstpointer data)
{
#define ZONE(offset)                                                                               \
  "'BEGIN:VTIMEZONE' || char(10) || 'TZID:Mine' || char(10) || 'BEGIN:STANDARD' || char(10) || "   \
  "'DTSTART:19700101T000000' || char(10) || 'TZOFFSETFROM:" offset "' || char(10) || "             \
  "'TZOFFSETTO:" offset "' || char(10) || 'END:STANDARD' || char(10) || 'END:VTIMEZONE'"
  g_autoptr (OneReading) reading = NULL;

  change (fixture->thunderbird, "DELETE FROM cal_events WHERE recurrence_id IS NOT NULL;"
                                "DELETE FROM cal_recurrence WHERE icalString LIKE 'EXDATE%';"
                                "DELETE FROM cal_events WHERE id NOT IN ('float', 'tom-two');"
                                "UPDATE cal_events SET event_start_tz = " ZONE (
                                    "+0100") ", event_end_tz = event_start_tz "
                                             "WHERE id = 'float';"
                                             "UPDATE cal_events SET event_start_tz = " ZONE (
                                                 "+0300") ", event_end_tz = event_start_tz "
                                                          "WHERE id = 'tom-two'");
  reading = read_path (fixture, fixture->thunderbird);
  /* The second one is said to be unknown, rather than being taken for the first. */
  g_assert_cmpuint (reading->troubles->len, >=, 1);
}

/* As it is while a program runs that keeps all of it in the log, and after that was killed. */
static void
test_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy", "calendar-data", NULL);
  g_autofree char *file = g_build_filename (copy, "cache.sqlite", NULL);
  g_autofree char *sample = g_build_filename (samples, "thunderbird.sql", NULL);
  g_autofree char *sql = NULL;
  sqlite3 *database = NULL;
  struct stat status;

  g_assert_true (g_file_get_contents (sample, &sql, NULL, NULL));
  g_assert_cmpint (g_mkdir_with_parents (copy, 0700), ==, 0);
  g_assert_cmpint (sqlite3_open (file, &database), ==, SQLITE_OK);
  run_sql (database, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;"
                     "PRAGMA wal_autocheckpoint = 0");
  run_sql (database, sql);
  g_assert_cmpint (stat (file, &status), ==, 0);
  g_assert_cmpint (status.st_size, <=, 4096);
  assert_reads (fixture, file, THUNDERBIRD);
  run_sql (database, "BEGIN; DELETE FROM cal_events WHERE id != 'float'; PRAGMA cache_spill = 1;"
                     "PRAGMA cache_size = 1; DELETE FROM cal_events");
  assert_reads (fixture, file, THUNDERBIRD); /* not committed */
  run_sql (database, "ROLLBACK; DELETE FROM cal_events WHERE id != 'float'");
  assert_reads (fixture, file, WEEKLY ("float"));
  run_sql (database, "PRAGMA wal_checkpoint (TRUNCATE)");
  assert_reads (fixture, file, WEEKLY ("float"));
  run_sql (database, "UPDATE cal_events SET id = 'new'; UPDATE cal_recurrence SET item_id = 'new' "
                     "WHERE item_id = 'float'");
  assert_reads (fixture, file, WEEKLY ("new"));
  sqlite3_close (database);
  assert_reads (fixture, file, WEEKLY ("new"));
}

/* A log of another database, or damaged: what of it has no right checksum does not count. */
static void
test_bad_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->evolution, "-wal", NULL);
  g_autofree char *noise = g_malloc (9000);

  memset (noise, 7, 9000);
  g_assert_true (g_file_set_contents (log, noise, 9000, NULL));
  assert_reads (fixture, fixture->evolution, EVOLUTION);
  g_assert_true (g_file_set_contents (log, "", 0, NULL));
  assert_reads (fixture, fixture->evolution, EVOLUTION);
  g_assert_cmpint (g_unlink (log), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", log), ==, 0);
  assert_refused (fixture, fixture->evolution, "there is no permission to read its log");
}

static void
test_journal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *journal = g_strconcat (fixture->evolution, "-journal", NULL);
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (fixture->evolution, &database), ==, SQLITE_OK);
  run_sql (database, "PRAGMA cache_size = 1; BEGIN; DELETE FROM ECacheObjects");
  assert_busy (fixture, fixture->evolution);
  run_sql (database, "ROLLBACK");
  assert_reads (fixture, fixture->evolution, EVOLUTION);
  sqlite3_close (database);
  g_assert_true (g_file_set_contents (journal, "\0\0\0\0", 4, NULL)); /* kept for the next change */
  assert_reads (fixture, fixture->evolution, EVOLUTION);
  g_assert_true (g_file_set_contents (journal, "\xd9\xd5\x05\xf9", 4, NULL));
  assert_busy (fixture, fixture->evolution); /* broken off: who wrote it puts it right */
}

static void
test_unknown_forms (Fixture *fixture, gconstpointer data)
{
  change (fixture->evolution, "UPDATE ECacheKeys SET value = '5' WHERE key = 'version'");
  assert_refused (fixture, fixture->evolution, "it has a form (5) that oned does not know");
  change (fixture->evolution, "UPDATE ECacheKeys SET value = '4' WHERE key = 'version';"
                              "ALTER TABLE ECacheObjects RENAME COLUMN ECacheOBJ TO Other");
  assert_refused (fixture, fixture->evolution, "it has a form that oned does not know");
  change (fixture->evolution, "DELETE FROM ECacheKeys");
  assert_refused (fixture, fixture->evolution, "it is no calendar of Evolution's");
  change (fixture->thunderbird, "UPDATE cal_calendar_schema_version SET version = 24");
  assert_refused (fixture, fixture->thunderbird, "it has a form (24) that oned does not know");
  change (fixture->thunderbird, "DROP TABLE cal_calendar_schema_version; CREATE TABLE a (b)");
  assert_refused (fixture, fixture->thunderbird, "it has a form that oned does not know");
}

static void
test_no_database (Fixture *fixture, gconstpointer data)
{
  assert_refused (fixture, "/nonexistent/cache.db", "its source cannot be read");
  g_assert_true (g_file_set_contents (fixture->evolution, "", 0, NULL));
  assert_refused (fixture, fixture->evolution, "it is no database of SQLite's");
  g_assert_true (g_file_set_contents (fixture->evolution, "BEGIN:VCALENDAR\n", -1, NULL));
  assert_refused (fixture, fixture->evolution, "it is no database of SQLite's");
  g_assert_cmpint (truncate (fixture->evolution, (48 << 20) + 1), ==, 0);
  assert_refused (fixture, fixture->evolution,
                  "it is larger than 48 MB, which is the most that oned reads of a database");
  g_assert_cmpint (g_unlink (fixture->evolution), ==, 0);
  g_assert_cmpint (mkfifo (fixture->evolution, 0600), ==, 0);
  assert_refused (fixture, fixture->evolution, "it is a FIFO, not a file");
}

/* Nobody else's rights help: not those of root either, if these tests run as root. */
static void
test_no_rights (Fixture *fixture, gconstpointer data)
{
  uid_t user = geteuid ();

  g_assert_cmpint (chmod (fixture->folder, 0), ==, 0);
  if (user == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);
  assert_refused (fixture, fixture->evolution, "its source cannot be read");
  if (user == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (chmod (fixture->folder, 0700), ==, 0);
  assert_reads (fixture, fixture->evolution, EVOLUTION);
}

/* A row can spoil itself, and nothing around it. */
static void
test_hostile_rows (Fixture *fixture, gconstpointer data)
{
  static const char *const rows[] = {
    "'nothing'",
    "''",
    "NULL",
    "x'00ff00'",
    "'BEGIN:VEVENT' || char(10) || 'UID:x'",
    ("'BEGIN:VEVENT' || char(10) || 'end:vevent' || char(10) || 'METHOD:CANCEL' || char(10) || "
     "'BEGIN:VEVENT' || char(10) || 'END:VEVENT'"),
    "'BEGIN:VEVENT' || char(10) || 'END:VCALENDAR' || char(10) || 'END:VEVENT'",
    "'BEGIN:VEVENT' || char(10) || 'END:VEVENT' || char(10) || 'METHOD:CANCEL'",
    "'BEGIN:VEVENT' || char(10) || 'BEGIN:VCALENDAR' || char(10) || 'END:VEVENT'",
    "'BEGIN:VEVENT' || char(10) || hex (zeroblob (3000000)) || char(10) || 'END:VEVENT'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *sql = g_strdup_printf (
        "UPDATE ECacheObjects SET ECacheOBJ = %s WHERE ECacheUID = 'off-1'", rows[i]);
    g_autoptr (OneReading) reading = NULL;

    change (fixture->evolution, sql);
    reading = read_path (fixture, fixture->evolution);
    if (!reading->refused)
      assert_reading (reading, ADA WEEKLY ("tom-1") "02T0900 win@example.com\n"
                                                    "10T1430 win@example.com\n30T0900 "
                                                    "win@example.com\n07T0900 win@example.com\n");
    g_assert_cmpuint (reading->troubles->len, >=, 1);
  }
}

/* Likewise the lines of Thunderbird's tables: none becomes two, and none is another than it says.
 */
static void
test_hostile_lines (Fixture *fixture, gconstpointer data)
{
  change (
      fixture->thunderbird,
      "UPDATE cal_attendees SET icalString = 'ATTENDEE:mailto:x@example.org' || char(13, 10) || "
      "'END:VEVENT' || char(13, 10) || 'END:VCALENDAR' WHERE item_id = 'float';"
      "INSERT INTO cal_attendees SELECT item_id, recurrence_id, recurrence_id_tz, cal_id, "
      "'END:VEVENT' FROM cal_attendees;"
      "UPDATE cal_events SET title = 'a' || char(10) || 'END:VEVENT;b,c\\' WHERE id = 'float';"
      "UPDATE cal_properties SET key = 'X-A:b' || char(10) || 'END', value = char(10) || 'END';"
      "INSERT INTO cal_properties SELECT item_id, 'DESCRIPTION', char(10) || 'END:VEVENT', "
      "recurrence_id, recurrence_id_tz, cal_id FROM cal_properties");
  assert_reads (fixture, fixture->thunderbird, THUNDERBIRD);
}

/* A view that never ends is not looked into, and a table of its name is not made by a trigger. */
static void
test_views (Fixture *fixture, gconstpointer data)
{
  change (fixture->evolution,
          "ALTER TABLE ECacheObjects RENAME TO Other;"
          "CREATE VIEW ECacheObjects AS WITH RECURSIVE c (ECacheOBJ, ECacheState) AS (SELECT '', 0 "
          "UNION ALL SELECT ECacheOBJ || 'x', 0 FROM c) SELECT * FROM c");
  assert_refused (fixture, fixture->evolution, "it has a form that oned does not know");
}

/* Whatever is written over: it is refused, or something is read of it. */
static void
damage_file (const Fixture *fixture, const char *path, GRand *rand)
{
  g_autofree char *whole = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &whole, &size, NULL));
  for (guint i = 0; i < DAMAGES / 2; i++) {
    g_autofree char *bytes = g_memdup2 (whole, size);
    g_autoptr (OneReading) reading = NULL;
    gint32 count = g_rand_int_range (rand, 1, MOST_BYTES + 1);

    for (gint32 j = 0; j < count; j++)
      bytes[g_rand_int_range (rand, 0, (gint32) size)] = (char) g_rand_int_range (rand, 0, 256);
    g_assert_true (g_file_set_contents (
        path, bytes, i % 10 == 0 ? g_rand_int_range (rand, 0, (gint32) size) : (gssize) size,
        NULL));
    reading = read_path (fixture, path);
    g_assert_true (!reading->refused || reading->troubles->len > 0);
    g_assert_false (reading->busy);
  }
}

static void
test_damages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (16);

  damage_file (fixture, fixture->evolution, rand);
  damage_file (fixture, fixture->thunderbird, rand);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "evolution", test_evolution },
    { "older-forms", test_older_forms },
    { "thunderbird", test_thunderbird },
    { "people", test_people },
    { "zones", test_zones_of_one_name },
    { "log", test_log },
    { "bad-log", test_bad_log },
    { "journal", test_journal },
    { "unknown-forms", test_unknown_forms },
    { "no-database", test_no_database },
    { "no-rights", test_no_rights },
    { "hostile-rows", test_hostile_rows },
    { "hostile-lines", test_hostile_lines },
    { "views", test_views },
    { "damages", test_damages },
  };

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  samples = argv[1];
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/stores/", tests[i].name, NULL);

    g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
  }
  return g_test_run ();
}
