/* SPDX-License-Identifier: MIT */
/* Series made by hand (tests/unit/core/calendar-fixture.h): "a" is weekly with Ann, "b" with Carl.
 */
#include "engine/detect/detector.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

#include "engine/base/storage.h"
#include "engine/base/troubles.h"
#include "store/db/query.h"
#include "store/meetings.h"
#include "store/meta.h"
#include "store/people.h"
#include "store/series-choices.h"
#include "tests/unit/core/calendar-fixture.h"
#include "tests/unit/engine/engine-fixture.h"

#define FAR_AHEAD 4000000000 /* 2096: it was written to just now, whenever this runs */
#define MINE "me = " ME "\n"

typedef struct {
  Fixture fixture;
  OneDetector *detector; /* (owned) */
  OneNews *news;         /* (owned) */
} Bench;

static void
files_changed (const GPtrArray *changed, const GPtrArray *removed, gpointer data)
{
  engine_go_on ();
}

/* The calendars are as empty as their folder, and all of them is news. */
static void
bench_open (Bench *bench, const char *lines)
{
  OneCalendarData *calendars = &bench->fixture.base.calendars;
  const char *sources[] = { NULL, NULL };

  bench->fixture.now = T0 - DAY;
  engine_start (&bench->fixture, lines);
  bench->fixture.now = T0 - DAY;
  sources[0] = bench->fixture.sources;
  calendars->readings = one_readings_new ();
  calendars->files = one_files_new (sources, NULL, files_changed, NULL);
  calendars->from = T0 - 26 * (gint64) WEEK;
  calendars->to = T0 + 26 * (gint64) WEEK;
  bench->detector = one_detector_new (&bench->fixture.base);
  bench->news = one_news_new ();
  bench->news->is_all = TRUE;
}

static void
bench_clear (Bench *bench)
{
  one_news_free (bench->news);
  one_detector_free (bench->detector);
  one_files_free (bench->fixture.base.calendars.files);
  one_readings_free (bench->fixture.base.calendars.readings);
  engine_clear (&bench->fixture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bench, bench_clear)

/* That the file changed is news; the UIDs are said by the tests. */
static void
put_reading (Bench *bench, OneReading *taken)
{
  g_autoptr (OneReading) reading = taken;

  one_news_add_path (bench->news, reading->path);
  one_readings_put (bench->fixture.base.calendars.readings, reading);
}

static void
put_at (Bench *bench, const char *path, const char *uid, const char *summary, const char *other)
{
  g_autofree char *people = g_strdup_printf (ME ", %s", other);
  OneReading *reading = one_reading_new (path);

  g_ptr_array_add (reading->series,
                   calendar_weekly (uid, GOOGLE, calendar_event (summary, people), 1));
  put_reading (bench, reading);
}

static void
del (Bench *bench, const char *uid)
{
  g_autofree char *path = g_strdup_printf ("/c/%s.ics", uid);

  one_news_add_path (bench->news, path);
  one_readings_del (bench->fixture.base.calendars.readings, path);
}

/* "/c/a.ics" holds the series "a" with one happening, at T0. */
static void
put (Bench *bench, const char *uid, const char *summary, const char *other)
{
  g_autofree char *path = g_strdup_printf ("/c/%s.ics", uid);

  put_at (bench, path, uid, summary, other);
}

/* That file cannot be read any more. */
static void
refuse (Bench *bench, const char *uid)
{
  g_autofree char *path = g_strdup_printf ("/c/%s.ics", uid);
  OneReading *reading = one_reading_new (path);

  reading->refused = TRUE;
  put_reading (bench, reading);
}

/* All that was to be read was read; `uids` are news, parted by blanks. */
static void
run (Bench *bench, const char *uids)
{
  g_auto (GStrv) list = g_strsplit (uids, " ", -1);

  for (char **uid = list; *uid && **uid; uid++)
    one_news_add_uid (bench->news, *uid);
  bench->news->is_whole = TRUE;
  one_detector_run (bench->detector, bench->news, bench->fixture.now);
  g_assert_false (bench->news->is_whole);
  g_assert_false (bench->news->is_all);
  g_assert_cmpuint (g_hash_table_size (bench->news->uids), ==, 0);
  g_assert_cmpuint (g_hash_table_size (bench->news->paths), ==, 0);
}

/* "a:Old b:Old-held", by id. */
static char *
format_meetings (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list =
      one_meetings_list (bench->fixture.base.store, 0, 0, G_MAXINT64, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++) {
    const OneMeeting *meeting = list->pdata[i];

    g_string_append_printf (text, "%s%s:%s", i ? " " : "", meeting->uid, meeting->summary);
    if (meeting->state != ONE_MEETING_PLANNED)
      g_string_append_printf (text, "-%s", one_words_format_meeting_state (meeting->state));
  }
  return g_string_free (text, FALSE);
}

#define assert_meetings(bench, text)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *meetings = format_meetings (bench);                                           \
    g_assert_cmpstr (meetings, ==, text);                                                          \
  }                                                                                                \
  G_STMT_END

/* Both series have other words now. Only what is judged anew has them in the store, too. */
static void
reword (Bench *bench)
{
  put (bench, "a", "New", ANN);
  put (bench, "b", "New", CARL);
}

/* Everything was judged, and both have their row. */
static void
open_judged (Bench *bench, const char *lines)
{
  bench_open (bench, lines);
  put (bench, "a", "Old", ANN);
  put (bench, "b", "Old", CARL);
  run (bench, "");
  assert_meetings (bench, "a:Old b:Old");
}

static void
test_all_is_judged_first (void)
{
  g_auto (Bench) bench = { 0 };

  bench_open (&bench, MINE);
  g_assert_true (one_detector_is_stale (bench.detector));
  put (&bench, "a", "Old", ANN);
  put (&bench, "b", "Old", CARL);
  one_detector_run (bench.detector, bench.news, bench.fixture.now); /* not whole */
  assert_meetings (&bench, "a:Old b:Old");
  g_assert_false (one_detector_is_stale (bench.detector));
  g_assert_false (bench.news->is_all);
}

/* What happens to the others tells whether all was judged. */
static void
test_news_of_some_series (void)
{
  static const struct {
    const char *lines;
    const char *news;
    const char *meetings;
  } rows[] = {
    { MINE, "", "a:Old b:Old" },    { MINE, "a", "a:New b:Old" },      { MINE, "b", "a:Old b:New" },
    { MINE, "a b", "a:New b:New" }, { MINE, "nobody", "a:Old b:Old" }, { "", "", "a:Old b:Old" },
    { "", "a", "a:New b:New" }, /* any event at all can tell whose calendars these are */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Bench) bench = { 0 };

    open_judged (&bench, rows[i].lines);
    reword (&bench);
    run (&bench, rows[i].news);
    assert_meetings (&bench, rows[i].meetings);
  }
}

/* So many are judged sooner all together. */
static void
test_news_of_many_series (void)
{
  static const struct {
    guint n;
    const char *meetings;
  } rows[] = { { 200, "a:Old b:Old" }, { 201, "a:New b:New" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Bench) bench = { 0 };

    open_judged (&bench, MINE);
    reword (&bench);
    for (guint j = 0; j < rows[i].n; j++) {
      g_autofree char *uid = g_strdup_printf ("n%u", j);

      one_news_add_uid (bench.news, uid);
    }
    run (&bench, "");
    assert_meetings (&bench, rows[i].meetings);
  }
}

static void
test_a_series_that_went_is_gone (void)
{
  static const struct {
    gint64 now;
    const char *meetings;
  } rows[] = {
    { T0 - DAY, "b:Old" },
    { T0 + HOUR / 2 - 1, "b:Old" },
    { T0 + HOUR / 2, "a:Old-held b:Old-held" }, /* it took place, and stays */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Bench) bench = { 0 };

    open_judged (&bench, MINE);
    bench.fixture.now = rows[i].now;
    del (&bench, "a");
    run (&bench, "a");
    assert_meetings (&bench, rows[i].meetings);
  }
}

/* Of what cannot be read nothing is known: it may be there still. */
static void
test_what_cannot_be_read_stays (void)
{
  g_auto (Bench) bench = { 0 };

  open_judged (&bench, MINE);
  refuse (&bench, "a");
  put (&bench, "b", "New", CARL);
  run (&bench, "a");
  assert_meetings (&bench, "a:Old b:New"); /* all was judged */
  put (&bench, "b", "Newer", CARL);
  run (&bench, "nobody");
  assert_meetings (&bench, "a:Old b:Newer"); /* and will be, until it can be read */
  reword (&bench);
  run (&bench, "a");
  assert_meetings (&bench, "a:New b:New");
  put (&bench, "b", "Newest", CARL);
  run (&bench, "nobody");
  assert_meetings (&bench, "a:New b:New");
}

/* "/c/a.ics" holds "a" with two happenings; the second is cancelled, or was, by an event of its
 * own. */
static void
put_cancelled (Bench *bench, gboolean has_override, gboolean incomplete, const char *left_out)
{
  OneReading *reading = one_reading_new ("/c/a.ics");
  OneSeries *series = calendar_weekly ("a", GOOGLE, calendar_event ("Old", ME ", " ANN), 2);

  if (has_override) {
    OneEvent *event = calendar_event ("Old", ME ", " ANN);

    event->cancelled = TRUE;
    calendar_override (series, 1, 0, event);
  }
  reading->incomplete = incomplete;
  if (left_out)
    one_reading_leave_out (reading, left_out);
  g_ptr_array_add (reading->series, series);
  put_reading (bench, reading);
}

/* Only the store knows of the override. In the end the file is whole, and has none. */
static void
test_an_override_behind_a_cut_stays (void)
{
  static const struct {
    gboolean has_override, incomplete;
    const char *left_out, *meetings;
  } rows[] = {
    { TRUE, FALSE, NULL, "a:Old a:Old-cancelled" },
    { FALSE, FALSE, NULL, "a:Old a:Old" }, /* it was taken out */
    { FALSE, TRUE, NULL, "a:Old a:Old-cancelled" },
    { TRUE, TRUE, NULL, "a:Old a:Old-cancelled" },
    { FALSE, FALSE, "a", "a:Old a:Old-cancelled" },
    { FALSE, FALSE, "b", "a:Old a:Old" },
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (rows); i++) {
    g_auto (Bench) bench = { 0 };

    bench_open (&bench, MINE);
    put_cancelled (&bench, TRUE, FALSE, NULL);
    run (&bench, "");
    assert_meetings (&bench, "a:Old a:Old-cancelled");
    if (i % 2 == 0)
      bench.news->is_all = TRUE;
    put_cancelled (&bench, rows[i / 2].has_override, rows[i / 2].incomplete, rows[i / 2].left_out);
    run (&bench, "a");
    assert_meetings (&bench, rows[i / 2].meetings);
    put_cancelled (&bench, FALSE, FALSE, NULL);
    run (&bench, "a");
    assert_meetings (&bench, "a:Old a:Old");
  }
}

/* A file that is cut before an override that nobody knew of says nothing of it. */
static void
test_a_cut_makes_no_override (void)
{
  g_auto (Bench) bench = { 0 };

  bench_open (&bench, MINE);
  put_cancelled (&bench, FALSE, FALSE, NULL);
  run (&bench, "");
  put_cancelled (&bench, FALSE, TRUE, NULL);
  run (&bench, "a");
  assert_meetings (&bench, "a:Old a:Old");
  put_cancelled (&bench, TRUE, TRUE, NULL);
  run (&bench, "a");
  assert_meetings (&bench, "a:Old a:Old-cancelled");
}

/* The folder of the calendars holds a file that is being written to, as far as its time tells. */
static void
write_young (Bench *bench, const char *name)
{
  struct utimbuf times = { .actime = FAR_AHEAD, .modtime = FAR_AHEAD };
  g_autofree char *path = g_build_filename (bench->fixture.sources, name, NULL);

  engine_write (bench->fixture.sources, name, "BEGIN:VCALENDAR\r\n");
  g_assert_cmpint (g_utime (path, &times), ==, 0);
}

/* The first look at the calendars of a life without a cache: nothing is read yet. */
static void
look_again (Bench *bench)
{
  OneCalendarData *calendars = &bench->fixture.base.calendars;
  const char *sources[] = { bench->fixture.sources, NULL };

  one_files_free (calendars->files);
  one_readings_free (calendars->readings);
  calendars->readings = one_readings_new ();
  calendars->files = one_files_new (sources, NULL, files_changed, NULL);
  engine_wait ();
  bench->news->is_all = TRUE;
}

/* It was read after all, and there is nothing in it. */
static void
see (Bench *bench, const char *path)
{
  g_autoptr (OneReading) reading = one_reading_new (path);

  engine_wait ();
  g_assert_true (one_files_awaits (bench->fixture.base.calendars.files, path));
  one_files_seen (bench->fixture.base.calendars.files, reading);
  g_assert_false (one_files_awaits (bench->fixture.base.calendars.files, path));
}

/* What may be half-written is read a moment later. Until then it counts as unread. */
static void
test_what_is_being_written_stays (void)
{
  static const struct {
    const char *written;
    const char *meetings;
  } rows[] = { { "a.ics", "a:Old" }, { "b.ics", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Bench) bench = { 0 };
    g_autofree char *path = NULL;

    bench_open (&bench, MINE);
    path = g_build_filename (bench.fixture.sources, "a.ics", NULL);
    put_at (&bench, path, "a", "Old", ANN);
    run (&bench, "");
    write_young (&bench, rows[i].written);
    look_again (&bench);
    run (&bench, "");
    assert_meetings (&bench, rows[i].meetings);
    if (*rows[i].meetings)
      see (&bench, path);
    run (&bench, "a");
    assert_meetings (&bench, "");
  }
}

static void
test_half_of_the_news_is_not_judged (void)
{
  g_auto (Bench) bench = { 0 };

  open_judged (&bench, MINE);
  reword (&bench);
  one_news_add_uid (bench.news, "a");
  one_detector_run (bench.detector, bench.news, bench.fixture.now);
  assert_meetings (&bench, "a:Old b:Old");
  g_assert_true (g_hash_table_contains (bench.news->uids, "a"));
  run (&bench, "");
  assert_meetings (&bench, "a:New b:Old");
}

static gint64
get_id (Bench *bench, guint i)
{
  g_autoptr (GPtrArray) list =
      one_meetings_list (bench->fixture.base.store, 0, 0, G_MAXINT64, NULL);

  return ((OneMeeting *) list->pdata[i])->id;
}

/* The same meeting in two series: where one goes, the other takes over its row. */
static void
test_series_that_overlap_are_judged_together (void)
{
  g_auto (Bench) bench = { 0 };
  gint64 id;

  open_judged (&bench, MINE);
  id = get_id (&bench, 0);
  put (&bench, "a2", "Twin", ANN);
  put (&bench, "b", "New", CARL);
  run (&bench, "a2");
  assert_meetings (&bench, "a:Old b:New"); /* all was judged */
  del (&bench, "a");
  put (&bench, "b", "Newer", CARL);
  run (&bench, "a");
  assert_meetings (&bench, "a2:Twin b:Newer");
  g_assert_cmpint (get_id (&bench, 0), ==, id);
  put (&bench, "b", "Newest", CARL);
  run (&bench, "a2");
  assert_meetings (&bench, "a2:Twin b:Newer"); /* it stands alone again */
}

static void
test_another_generation_of_the_store (void)
{
  g_auto (Bench) bench = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *warned = NULL;

  open_judged (&bench, MINE);
  g_assert_false (one_detector_is_stale (bench.detector));
  g_assert_true (one_query_exec (bench.fixture.base.store, "PRAGMA query_only = 1", &error));
  g_assert_cmpint (one_people_ensure (bench.fixture.base.store, "x@example.com", "", &error), ==,
                   0);
  g_assert_true (one_storage_settle (&bench.fixture.base, bench.fixture.now));
  warned = engine_take_warnings ();
  g_assert_true (one_detector_is_stale (bench.detector));
  reword (&bench);
  run (&bench, "");
  assert_meetings (&bench, "a:New b:New");
  g_assert_false (one_detector_is_stale (bench.detector));
}

static void
test_a_store_that_refuses_is_asked_again (void)
{
  g_auto (Bench) bench = { 0 };
  g_autofree char *warned = NULL;

  open_judged (&bench, MINE);
  reword (&bench);
  g_assert_true (one_query_exec (bench.fixture.base.store, "PRAGMA query_only = 1", NULL));
  run (&bench, "a");
  assert_meetings (&bench, "a:Old b:Old");
  g_assert_true (one_detector_is_stale (bench.detector));
  g_assert_nonnull (one_troubles_find (&bench.fixture.base, ONE_SUBJECT_STORE));
  warned = engine_take_warnings ();
  g_assert_true (one_query_exec (bench.fixture.base.store, "PRAGMA query_only = 0", NULL));
  run (&bench, "");
  assert_meetings (&bench, "a:New b:New");
  g_assert_false (one_detector_is_stale (bench.detector));
  engine_assert_troubles (&bench.fixture, "");
}

static void
test_invalidated_all_is_judged (void)
{
  g_auto (Bench) bench = { 0 };
  g_autoptr (GError) error = NULL;

  open_judged (&bench, MINE);
  g_assert_true (one_series_choices_ignore (bench.fixture.base.store, "b", &error));
  run (&bench, "");
  assert_meetings (&bench, "a:Old b:Old");
  one_detector_invalidate (bench.detector);
  g_assert_true (one_detector_is_stale (bench.detector));
  run (&bench, "");
  assert_meetings (&bench, "a:Old");
}

/* Whatever is in the calendars: the clock tells what was held. */
static void
test_what_is_over_was_held (void)
{
  static const struct {
    gint64 now;
    const char *meetings;
  } rows[] = {
    { T0 + HOUR / 2 - 1, "a:Old b:Old" },
    { T0 + HOUR / 2, "a:Old-held b:Old-held" },
    { T0, "a:Old-held b:Old-held" },
    { T0 - 1, "a:Old b:Old" }, /* the clock was set back */
  };
  g_auto (Bench) bench = { 0 };

  open_judged (&bench, MINE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    bench.fixture.now = rows[i].now;
    one_detector_run (bench.detector, bench.news, rows[i].now);
    assert_meetings (&bench, rows[i].meetings);
  }
}

static void
test_whose_calendars_these_are (void)
{
  static const struct {
    const char *lines;
    const char *others; /* whom "a" and "b" are with */
    const char *me;
    gboolean inferred;
  } rows[] = {
    { MINE, ANN " " CARL, ME, FALSE },
    { "me = " ANN "\n", ANN " " CARL, ANN, FALSE },
    { "", ANN " " CARL, ME, TRUE },
    { "", ANN " " ANN, "", TRUE }, /* it could be either */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Bench) bench = { 0 };
    g_auto (GStrv) others = g_strsplit (rows[i].others, " ", -1);
    gboolean inferred = !rows[i].inferred;
    g_autofree char *me = NULL;

    bench_open (&bench, rows[i].lines);
    put (&bench, "a", "Old", others[0]);
    put (&bench, "b", "Old", others[1]);
    run (&bench, "");
    me = g_strjoinv (" ", (char **) one_detector_get_me (bench.detector, &inferred));
    g_assert_cmpstr (me, ==, rows[i].me);
    g_assert_cmpint (inferred, ==, rows[i].inferred);
  }
}

static void
test_troubles_of_the_calendars (void)
{
  g_auto (Bench) bench = { 0 };
  OneReading *reading = one_reading_new ("/c/c.ics");

  bench_open (&bench, MINE);
  put (&bench, "a", "Old", ANN);
  g_ptr_array_add (reading->series,
                   calendar_weekly ("a", GOOGLE, calendar_event ("Old", ME ", " ANN), 1));
  g_ptr_array_add (reading->troubles, one_trouble_new ("/c/c.ics", 7, "odd"));
  put_reading (&bench, reading);
  bench.fixture.now = MONDAY;
  run (&bench, "");
  engine_assert_troubles (&bench.fixture,
                          "c.ics:0 +0 2 files of this folder hold the event 'a'; the newest "
                          "counts\nc.ics:7 +0 odd\n");
  del (&bench, "c");
  run (&bench, "a");
  engine_assert_troubles (&bench.fixture, "");
}

static void
put_odd (Bench *bench, const char *path, guint line)
{
  OneReading *reading = one_reading_new (path);

  g_ptr_array_add (reading->troubles, one_trouble_new (path, line, "odd"));
  put_reading (bench, reading);
}

/* What is said of the others stays, and has its age. */
static void
test_troubles_of_news_alone (void)
{
  g_auto (Bench) bench = { 0 };

  bench_open (&bench, MINE);
  bench.fixture.now = MONDAY;
  put (&bench, "a", "Old", ANN);
  put_at (&bench, "/c/b.ics", "b", "Old", CARL);
  put_at (&bench, "/c/b2.ics", "b", "Old", CARL);
  put_odd (&bench, "/c/d.ics", 1);
  run (&bench, "");
#define OF_B "b2.ics:0 +0 2 files of this folder hold the event 'b'; the newest counts\n"
  engine_assert_troubles (&bench.fixture, OF_B "d.ics:1 +0 odd\n");
  bench.fixture.now = MONDAY + 60;
  put_at (&bench, "/c/a2.ics", "a", "Old", ANN);
  run (&bench, "a");
#define OF_A "a2.ics:0 +60 2 files of this folder hold the event 'a'; the newest counts\n"
  engine_assert_troubles (&bench.fixture, OF_A OF_B "d.ics:1 +0 odd\n");
  put_odd (&bench, "/c/e.ics", 2);
  run (&bench, "");
  engine_assert_troubles (&bench.fixture, OF_A OF_B "d.ics:1 +0 odd\ne.ics:2 +60 odd\n");
  del (&bench, "d");
  del (&bench, "a2");
  run (&bench, "a");
  engine_assert_troubles (&bench.fixture, OF_B "e.ics:2 +60 odd\n");
  del (&bench, "b2");
  run (&bench, "b");
  engine_assert_troubles (&bench.fixture, "e.ics:2 +60 odd\n");
#undef OF_A
#undef OF_B
}

/* The readings rest in a pack with a note of the detector's, as they do in the cache. */
static void
rest (Bench *bench)
{
  OneReadings *index = bench->fixture.base.calendars.readings;
  g_autoptr (GPtrArray) readings = one_readings_list (index);
  g_autofree char *note = NULL;
  g_autoptr (GHashTable) relevant = one_detector_describe (bench->detector, readings, &note);
  g_autoptr (GBytes) bytes = one_reading_pack_pack (readings, relevant, note);

  one_readings_trim (index, one_reading_pack_new (bytes));
}

typedef enum {
  AS_IT_WAS,
  WITHOUT_A_NOTE,
  DESCRIBED_WHILE_STALE,
  OTHER_RULES,
  OTHER_STORE,
  OTHER_DECISIONS,
} Meanwhile;

static void
change_something (Bench *bench, Meanwhile what)
{
  OneStore *store = bench->fixture.base.store;
  g_autoptr (GError) error = NULL;

  if (what == DESCRIBED_WHILE_STALE)
    one_detector_invalidate (bench->detector);
  if (what != WITHOUT_A_NOTE)
    rest (bench);
  if (what == OTHER_STORE)
    g_assert_true (one_meta_set (store, ONE_META_STOCK, "of another", &error));
  if (what == OTHER_DECISIONS)
    g_assert_true (one_series_choices_ignore (store, "b", &error));
  if (what == OTHER_RULES) {
    engine_write_config (&bench->fixture, "titles = Tea with *\n");
    while (bench->fixture.heard->len == 0)
      engine_wait ();
  }
  one_detector_free (bench->detector);
  bench->detector = one_detector_new (&bench->fixture.base);
}

static void
test_what_an_earlier_life_judged (void)
{
  static const struct {
    Meanwhile what;
    gboolean recalled;
    gboolean outdated;
  } rows[] = {
    { AS_IT_WAS, TRUE, FALSE },       { WITHOUT_A_NOTE, FALSE, TRUE },
    { OTHER_RULES, FALSE, TRUE },     { DESCRIBED_WHILE_STALE, FALSE, FALSE },
    { OTHER_DECISIONS, FALSE, TRUE }, { OTHER_STORE, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Bench) bench = { 0 };
    gboolean inferred;

    open_judged (&bench, "");
    change_something (&bench, rows[i].what);
    g_assert_cmpint (one_detector_recall (bench.detector), ==, rows[i].recalled);
    g_assert_cmpint (one_detector_is_stale (bench.detector), !=, rows[i].recalled);
    g_assert_cmpint (one_detector_is_outdated (bench.detector), ==, rows[i].outdated);
    g_assert_cmpstr (one_detector_get_me (bench.detector, &inferred)[0], ==,
                     rows[i].recalled ? ME : NULL);
  }
}

/* Until the calendars are read again, what was recalled is in force; then it is judged by it. */
static void
test_after_a_recall_the_news_is_judged (void)
{
  g_auto (Bench) bench = { 0 };

  open_judged (&bench, MINE);
  change_something (&bench, AS_IT_WAS);
  bench.news->is_all = FALSE;
  g_assert_true (one_detector_recall (bench.detector));
  put (&bench, "a", "New", ANN);
  one_news_add_uid (bench.news, "a");
  one_detector_run (bench.detector, bench.news, bench.fixture.now);
  assert_meetings (&bench, "a:Old b:Old");
  run (&bench, "");
  assert_meetings (&bench, "a:New b:Old");
}

int
main (int argc, char **argv)
{
  engine_begin (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/detector/" name, function)
  ADD ("all-first", test_all_is_judged_first);
  ADD ("some", test_news_of_some_series);
  ADD ("many", test_news_of_many_series);
  ADD ("gone", test_a_series_that_went_is_gone);
  ADD ("cannot-be-read", test_what_cannot_be_read_stays);
  ADD ("override-behind-cut", test_an_override_behind_a_cut_stays);
  ADD ("cut-makes-no-override", test_a_cut_makes_no_override);
  ADD ("being-written", test_what_is_being_written_stays);
  ADD ("half", test_half_of_the_news_is_not_judged);
  ADD ("overlap", test_series_that_overlap_are_judged_together);
  ADD ("generation", test_another_generation_of_the_store);
  ADD ("refused", test_a_store_that_refuses_is_asked_again);
  ADD ("invalidated", test_invalidated_all_is_judged);
  ADD ("held", test_what_is_over_was_held);
  ADD ("me", test_whose_calendars_these_are);
  ADD ("troubles", test_troubles_of_the_calendars);
  ADD ("troubles-of-news", test_troubles_of_news_alone);
  ADD ("earlier-life", test_what_an_earlier_life_judged);
  ADD ("news-after-recall", test_after_a_recall_the_news_is_judged);
  return g_test_run ();
}
