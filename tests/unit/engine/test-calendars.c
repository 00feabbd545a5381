/* SPDX-License-Identifier: MIT */
/* With the real oned-reader, on files of one weekly event each: "a.ics" holds the UID "a". Nothing
 * here waits for an amount of time: it waits until the calendars say that they were read. */
#include "engine/calendars/calendars.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

#include "engine/base/troubles.h"
#include "tests/unit/engine/engine-fixture.h"

#define LONG_AGO 1000000000 /* 2001, whenever this runs */
#define HORIZON (26 * (gint64) WEEK)

static const char *oned_reader;

typedef struct {
  Fixture fixture;
  OneCalendars *calendars; /* (owned) */
  guint read;              /* how often all was read */
} Desk;

static gboolean
all_read (gpointer data)
{
  ((Desk *) data)->read++;
  engine_go_on ();
  return TRUE;
}

/* All have a say. */
static GHashTable *
describe (const GPtrArray *readings, char **note, gpointer data)
{
  GHashTable *all = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < readings->len; i++)
    g_hash_table_add (all, readings->pdata[i]);
  *note = g_strdup ("a note");
  return all;
}

static gboolean
is_outdated (gpointer data)
{
  return FALSE;
}

static const OneCalendarsCalls calls = { all_read, describe, is_outdated };

/* In one move, and written long ago: what was written to just now is let rest before it is read. */
static void
put (Desk *desk, const char *file, const char *text, off_t size)
{
  struct utimbuf times = { .actime = LONG_AGO, .modtime = LONG_AGO };
  g_autofree char *part = g_build_filename (desk->fixture.scratch.folder, "part", NULL);
  g_autofree char *path = g_build_filename (desk->fixture.sources, file, NULL);

  engine_write (desk->fixture.scratch.folder, "part", text);
  g_assert_cmpint (truncate (part, size), ==, 0);
  g_assert_cmpint (g_utime (part, &times), ==, 0);
  g_assert_cmpint (g_rename (part, path), ==, 0);
}

static void
write_event (Desk *desk, const char *file, const char *uid)
{
  g_autofree char *text =
      g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\n"
                       "UID:%s\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261123T100000Z\r\n"
                       "DTEND:20261123T103000Z\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Weekly\r\n"
                       "ATTENDEE:mailto:me@example.com\r\nATTENDEE:mailto:ada@example.com\r\n"
                       "END:VEVENT\r\nEND:VCALENDAR\r\n",
                       uid);

  put (desk, file, text, (off_t) strlen (text));
}

static void
remove_file (Desk *desk, const char *file)
{
  g_autofree char *path = g_build_filename (desk->fixture.sources, file, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
desk_new_calendars (Desk *desk)
{
  desk->calendars = one_calendars_new (&desk->fixture.base, &calls, desk);
}

/* "a.ics" and "b.ics" are there, and nothing is read yet. */
static void
desk_open (Desk *desk)
{
  engine_start (&desk->fixture, "");
  desk->fixture.base.environment.reader = oned_reader;
  write_event (desk, "a.ics", "a");
  write_event (desk, "b.ics", "b");
  desk_new_calendars (desk);
}

static void
desk_clear (Desk *desk)
{
  one_calendars_free (desk->calendars);
  engine_clear (&desk->fixture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

/* What engine/cycle.c does with the news. */
static void
take_news (Desk *desk)
{
  OneNews *news = one_calendars_get_news (desk->calendars);

  g_assert_true (news->is_whole);
  one_news_clear (news);
}

static void
desk_open_read (Desk *desk)
{
  desk_open (desk);
  one_calendars_start (desk->calendars, FALSE);
  engine_wait ();
  g_assert_cmpint (one_calendars_get_state (desk->calendars), ==, ONE_CALENDARS_READ);
  take_news (desk);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
join_sorted (GPtrArray *words)
{
  g_ptr_array_sort (words, compare);
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" ", (char **) words->pdata);
}

/* The UIDs that are known, "a b". */
static char *
format_known (Desk *desk)
{
  g_autoptr (GPtrArray) readings = one_readings_list (desk->fixture.base.calendars.readings);
  g_autoptr (GPtrArray) uids = g_ptr_array_new ();

  for (guint i = 0; i < readings->len; i++) {
    const OneReading *reading = readings->pdata[i];

    for (guint j = 0; j < reading->series->len; j++)
      g_ptr_array_add (uids, ((OneSeries *) reading->series->pdata[j])->uid);
  }
  return join_sorted (uids);
}

/* The UIDs that are news, "a c"; "all". */
static char *
format_news (Desk *desk)
{
  const OneNews *news = one_calendars_get_news (desk->calendars);
  g_autoptr (GPtrArray) uids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer uid;

  if (news->is_all)
    return g_strdup ("all");
  g_hash_table_iter_init (&iter, news->uids);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    g_ptr_array_add (uids, uid);
  return join_sorted (uids);
}

#define assert_world(desk, state, known, news)                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *known_ = format_known (desk);                                                 \
    g_autofree char *news_ = format_news (desk);                                                   \
                                                                                                   \
    g_assert_cmpint (one_calendars_get_state ((desk)->calendars), ==, state);                      \
    g_assert_cmpstr (known_, ==, known);                                                           \
    g_assert_cmpstr (news_, ==, news);                                                             \
  }                                                                                                \
  G_STMT_END

static void
test_everything_is_read_at_first (void)
{
  g_auto (Desk) desk = { 0 };

  desk_open (&desk);
  g_assert_false (one_calendars_recall (desk.calendars));
  one_calendars_start (desk.calendars, FALSE);
  assert_world (&desk, ONE_CALENDARS_STARTING, "", "all");
  g_assert_false (one_calendars_is_idle (desk.calendars));
  g_assert_false (one_calendars_get_news (desk.calendars)->is_whole);
  engine_wait ();
  assert_world (&desk, ONE_CALENDARS_READ, "a b", "all");
  g_assert_true (one_calendars_is_idle (desk.calendars));
  g_assert_true (one_calendars_get_news (desk.calendars)->is_whole);
  g_assert_cmpint (desk.fixture.base.calendars.from, ==, MONDAY - HORIZON);
  g_assert_cmpint (desk.fixture.base.calendars.to, ==, MONDAY + HORIZON);
  engine_assert_troubles (&desk.fixture, "");
}

static void
test_no_calendar_is_soon_read (void)
{
  g_auto (Desk) desk = { 0 };

  desk_open (&desk);
  remove_file (&desk, "a.ics");
  remove_file (&desk, "b.ics");
  one_calendars_start (desk.calendars, FALSE);
  engine_wait ();
  assert_world (&desk, ONE_CALENDARS_READ, "", "all");
}

/* What was in a file, and what is in it now. */
static void
test_a_file_that_changed (void)
{
  g_auto (Desk) desk = { 0 };

  desk_open_read (&desk);
  write_event (&desk, "a.ics", "a2");
  engine_wait ();
  assert_world (&desk, ONE_CALENDARS_READ, "a2 b", "a a2");
  g_assert_true (one_calendars_get_news (desk.calendars)->is_whole);
  take_news (&desk);
  write_event (&desk, "c.ics", "c");
  engine_wait ();
  assert_world (&desk, ONE_CALENDARS_READ, "a2 b c", "c");
}

static void
test_a_file_that_went (void)
{
  g_auto (Desk) desk = { 0 };

  desk_open_read (&desk);
  remove_file (&desk, "b.ics");
  engine_wait ();
  assert_world (&desk, ONE_CALENDARS_READ, "a", "b");
}

/* Nobody looked at the news of before: it is still there. */
static void
test_news_is_gathered (void)
{
  g_auto (Desk) desk = { 0 };

  desk_open_read (&desk);
  write_event (&desk, "a.ics", "a");
  engine_wait ();
  write_event (&desk, "c.ics", "c");
  engine_wait ();
  assert_world (&desk, ONE_CALENDARS_READ, "a b c", "a c");
}

/* Too large to be read: what was known of it stays, and it is said. */
static void
test_a_file_that_cannot_be_read_any_more (void)
{
  g_auto (Desk) desk = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (OneReading) reading = NULL;

  desk_open_read (&desk);
  path = g_build_filename (desk.fixture.sources, "a.ics", NULL);
  put (&desk, "a.ics", "", (256 << 20) + 1);
  engine_wait ();
  assert_world (&desk, ONE_CALENDARS_READ, "a b", "a");
  reading = one_readings_find (desk.fixture.base.calendars.readings, path);
  g_assert_cmpuint (reading->troubles->len, ==, 1);
  g_assert_cmpstr (((OneTrouble *) reading->troubles->pdata[0])->what, ==,
                   "it is larger than 256 MB");
  write_event (&desk, "a.ics", "a2");
  engine_wait ();
  assert_world (&desk, ONE_CALENDARS_READ, "a2 b", "a a2");
}

static void
live_again (Desk *desk)
{
  one_calendars_free (desk->calendars);
  desk->read = 0;
  desk_new_calendars (desk);
}

/* In a later life, what was read is known at once, and only what changed is read. */
static void
test_recalled_from_the_cache (void)
{
  static const struct {
    const char *written; /* a file in which something changed while oned was away */
    const char *known;
    const char *news;
  } rows[] = { { NULL, "a b", "" }, { "b.ics", "a b2", "b b2" }, { "c.ics", "a b b2", "b2" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Desk) desk = { 0 };

    desk_open_read (&desk);
    live_again (&desk);
    if (rows[i].written)
      write_event (&desk, rows[i].written, "b2");
    g_assert_true (one_calendars_recall (desk.calendars));
    g_assert_cmpstr (one_readings_get_note (desk.fixture.base.calendars.readings), ==, "a note");
    one_calendars_start (desk.calendars, TRUE);
    assert_world (&desk, ONE_CALENDARS_RECALLED, "a b", "");
    engine_wait ();
    assert_world (&desk, ONE_CALENDARS_READ, rows[i].known, rows[i].news);
    g_assert_cmpuint (desk.read, ==, 1);
  }
}

/* What the cache has is known, but is news all the same: the store does not have it. */
static void
test_recalled_and_not_in_the_store (void)
{
  g_auto (Desk) desk = { 0 };

  desk_open_read (&desk);
  live_again (&desk);
  g_assert_true (one_calendars_recall (desk.calendars));
  one_calendars_start (desk.calendars, FALSE);
  assert_world (&desk, ONE_CALENDARS_STARTING, "a b", "all");
  engine_wait ();
  assert_world (&desk, ONE_CALENDARS_READ, "a b", "all");
}

/* Half a life later, or with another reader or zone, the cache is of no use. */
static void
test_a_cache_of_no_use (void)
{
  static const struct {
    gint64 later;
    const char *reader; /* NULL: the same */
    const char *zone;
    gboolean recalled;
  } rows[] = {
    { 0, NULL, "UTC", TRUE },
    { ONE_CALENDARS_STEP - 1, NULL, "UTC", TRUE },
    { ONE_CALENDARS_STEP, NULL, "UTC", FALSE },
    { -ONE_CALENDARS_STEP, NULL, "UTC", TRUE },
    { -ONE_CALENDARS_STEP - 1, NULL, "UTC", FALSE },
    { 0, "/bin/true", "UTC", FALSE },
    { 0, NULL, "Europe/Berlin", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Desk) desk = { 0 };

    desk_open_read (&desk);
    live_again (&desk);
    desk.fixture.now += rows[i].later;
    if (rows[i].reader)
      desk.fixture.base.environment.reader = rows[i].reader;
    desk.fixture.base.zone_name = rows[i].zone;
    g_assert_cmpint (one_calendars_recall (desk.calendars), ==, rows[i].recalled);
  }
}

/* What was not read whole is not kept: the next life would take it for whole. */
static void
test_a_life_that_ended_early (void)
{
  g_auto (Desk) desk = { 0 };

  desk_open (&desk);
  one_calendars_start (desk.calendars, FALSE);
  live_again (&desk);
  g_assert_false (one_calendars_recall (desk.calendars));
}

static void
test_begun_anew (void)
{
  g_auto (Desk) desk = { 0 };

  desk_open (&desk);
  one_calendars_start (desk.calendars, FALSE);
  one_calendars_restart (desk.calendars);
  assert_world (&desk, ONE_CALENDARS_STARTING, "", "all");
  engine_wait ();
  take_news (&desk);
  desk.fixture.now += DAY;
  one_calendars_restart (desk.calendars);
  assert_world (&desk, ONE_CALENDARS_RECALLED, "a b", "all");
  g_assert_cmpint (desk.fixture.base.calendars.from, ==, MONDAY + DAY - HORIZON);
  g_assert_false (one_calendars_is_idle (desk.calendars));
  engine_wait ();
  assert_world (&desk, ONE_CALENDARS_READ, "a b", "all");
}

/* Other sources: what is in none of them any more is forgotten at once. */
static void
test_other_sources (void)
{
  g_auto (Desk) desk = { 0 };
  g_autofree char *lines = NULL;

  desk_open_read (&desk);
  lines = g_strdup_printf ("[calendar]\nsources = %s/b.ics\n", desk.fixture.sources);
  engine_write (desk.fixture.scratch.folder, "oned.conf", lines);
  engine_wait ();
  engine_assert_heard (&desk.fixture, "sources ");
  one_calendars_restart (desk.calendars);
  assert_world (&desk, ONE_CALENDARS_RECALLED, "b", "all");
  engine_wait ();
  assert_world (&desk, ONE_CALENDARS_READ, "b", "all");
}

static void
test_the_horizon_is_kept (void)
{
  static const struct {
    gint64 later;
    OneCalendarsState state;
  } rows[] = {
    { ONE_CALENDARS_STEP - 1, ONE_CALENDARS_READ },
    { ONE_CALENDARS_STEP, ONE_CALENDARS_RECALLED },
    { -ONE_CALENDARS_STEP, ONE_CALENDARS_READ },
    { -ONE_CALENDARS_STEP - 1, ONE_CALENDARS_RECALLED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Desk) desk = { 0 };

    desk_open_read (&desk);
    g_assert_cmpint (one_calendars_get_next (desk.calendars), ==, MONDAY + ONE_CALENDARS_STEP);
    desk.fixture.now += rows[i].later;
    one_calendars_keep_up (desk.calendars, desk.fixture.now);
    g_assert_cmpint (one_calendars_get_state (desk.calendars), ==, rows[i].state);
  }
}

/* Without a reader nothing can be read; what was known stays. */
static void
test_no_reader (void)
{
  g_auto (Desk) desk = { 0 };
  g_autofree char *warned = NULL;

  desk_open_read (&desk);
  desk.fixture.base.environment.reader = "/none/oned-reader";
  write_event (&desk, "a.ics", "a2");
  engine_wait ();
  assert_world (&desk, ONE_CALENDARS_READ, "a b", "a");
  g_assert_nonnull (one_troubles_find (&desk.fixture.base, ONE_SUBJECT_READER));
  warned = engine_take_warnings ();
  g_assert_nonnull (strstr (warned, "no calendar file can be read: oned-reader /none/oned-reader"));
  desk.fixture.base.environment.reader = oned_reader;
  write_event (&desk, "a.ics", "a3");
  engine_wait ();
  assert_world (&desk, ONE_CALENDARS_READ, "a3 b", "a a3");
  engine_assert_troubles (&desk.fixture, "");
}

int
main (int argc, char **argv)
{
  engine_begin (&argc, &argv);
  g_assert_cmpint (argc, ==, 2);
  oned_reader = argv[1];
#define ADD(name, function) g_test_add_func ("/calendars/" name, function)
  ADD ("everything-at-first", test_everything_is_read_at_first);
  ADD ("none", test_no_calendar_is_soon_read);
  ADD ("changed", test_a_file_that_changed);
  ADD ("went", test_a_file_that_went);
  ADD ("gathered", test_news_is_gathered);
  ADD ("refused", test_a_file_that_cannot_be_read_any_more);
  ADD ("recalled", test_recalled_from_the_cache);
  ADD ("recalled-and-not-in-the-store", test_recalled_and_not_in_the_store);
  ADD ("cache-of-no-use", test_a_cache_of_no_use);
  ADD ("ended-early", test_a_life_that_ended_early);
  ADD ("begun-anew", test_begun_anew);
  ADD ("other-sources", test_other_sources);
  ADD ("horizon", test_the_horizon_is_kept);
  ADD ("no-reader", test_no_reader);
  return g_test_run ();
}
