/* SPDX-License-Identifier: MIT */
#include <glib.h>
#include <string.h>
#include "edge/cache/readings.h"

/* A reading of that path with a series for each UID in `uids`, which a blank divides. */
static OneReading *
make (const char *path, const char *uids)
{
  OneReading *reading = one_reading_new (path);
  g_auto (GStrv) list = g_strsplit (uids, " ", -1);

  for (char **uid = list; *uid && **uid; uid++) {
    OneSeries *series = one_series_new (*uid);

    g_ptr_array_add (series->events, one_event_new ());
    g_ptr_array_add (reading->series, series);
  }
  reading->stamp = (OneStamp){ .inode = 1, .size = 2, .mtime = 3, .ctime = 4 };
  return reading;
}

static void
put (OneReadings *known, const char *path, const char *uids)
{
  g_autoptr (OneReading) reading = make (path, uids);

  one_readings_put (known, reading);
}

/* All goes into a pile; "relevant" is what is said of the readings of that path. */
static void
rest (OneReadings *known, const char *relevant)
{
  g_autoptr (GPtrArray) readings = one_readings_list (known);
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < readings->len; i++)
    if (g_str_equal (((OneReading *) readings->pdata[i])->path, relevant))
      g_hash_table_add (set, readings->pdata[i]);
  bytes = one_reading_pack_pack (readings, set, "as judged");
  one_readings_trim (known, one_reading_pack_new (bytes));
}

static int
by_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The paths, in order and with blanks between them. Takes the list over. */
static char *
join (GPtrArray *paths)
{
  char *text;

  g_ptr_array_sort (paths, by_text);
  g_ptr_array_add (paths, NULL);
  text = g_strjoinv (" ", (char **) paths->pdata);
  g_ptr_array_unref (paths);
  return text;
}

static char *
join_readings (GPtrArray *readings)
{
  GPtrArray *paths = g_ptr_array_new ();
  char *text;

  for (guint i = 0; i < readings->len; i++)
    g_ptr_array_add (paths, ((OneReading *) readings->pdata[i])->path);
  text = join (paths);
  g_ptr_array_unref (readings);
  return text;
}

static void
assert_all (const OneReadings *known, const char *expected)
{
  g_autofree char *paths = join (one_readings_list_paths (known, NULL));
  g_autofree char *readings = join_readings (one_readings_list (known));

  g_assert_cmpstr (paths, ==, expected);
  g_assert_cmpstr (readings, ==, expected);
}

static void
assert_lively (const OneReadings *known, const char *expected)
{
  g_autofree char *readings = join_readings (one_readings_list_relevant (known));

  g_assert_cmpstr (readings, ==, expected);
}

static OneReadings *
make_shelf (void)
{
  OneReadings *known = one_readings_new ();

  put (known, "/c", "three four");
  put (known, "/a", "one");
  put (known, "/b/b", "two");
  return known;
}

static void
test_what_was_put_is_there (void)
{
  OneReadings *known = make_shelf ();
  g_autoptr (OneReading) found = NULL;

  for (guint pass = 0; pass < 2; pass++) {
    g_autofree char *with = join (one_readings_list_paths (known, "four"));
    g_autofree char *without = join (one_readings_list_paths (known, "five"));

    assert_all (known, "/a /b/b /c");
    g_assert_cmpstr (with, ==, "/c");
    g_assert_cmpstr (without, ==, "");
    g_assert_cmpuint (one_readings_count_series (known, "/"), ==, 4);
    g_assert_cmpuint (one_readings_count_series (known, "/b"), ==, 1);
    g_assert_cmpuint (one_readings_count_changes (known), ==, pass == 0 ? 3 : 0);
    g_assert_cmpstr (one_readings_get_note (known), ==, pass == 0 ? "" : "as judged");
    g_assert_null (one_readings_find (known, "/b"));
    g_clear_pointer (&found, one_reading_free);
    found = one_readings_find (known, "/c");
    g_assert_cmpuint (found->series->len, ==, 2);
    g_assert_cmpint (found->stamp.ctime, ==, 4);
    rest (known, "");
  }
  one_readings_free (known);
}

static void
test_what_came_since_is_in_force (void)
{
  OneReadings *known = make_shelf ();
  g_autoptr (OneReading) found = NULL;

  rest (known, "");
  put (known, "/a", "five");
  put (known, "/d", "six");
  put (known, "/c", "");
  one_readings_del (known, "/b/b");
  one_readings_del (known, "/e");
  for (guint pass = 0; pass < 2; pass++) {
    assert_all (known, "/a /d");
    g_assert_null (one_readings_find (known, "/c"));
    g_clear_pointer (&found, one_reading_free);
    found = one_readings_find (known, "/a");
    g_assert_true (one_reading_has_series (found, "five"));
    rest (known, "");
  }
  one_readings_free (known);
}

static void
test_what_never_was_leaves_no_trace (void)
{
  OneReadings *known = make_shelf ();

  rest (known, "");
  put (known, "/none", "");
  put (known, "/new", "seven");
  one_readings_del (known, "/new");
  g_assert_cmpuint (one_readings_count_changes (known), ==, 0);
  one_readings_free (known);
}

static void
test_the_idle_ones_are_left_out (void)
{
  OneReadings *known = make_shelf ();

  assert_lively (known, "/a /b/b /c");
  rest (known, "/b/b");
  assert_lively (known, "/b/b");
  put (known, "/a", "one");
  assert_lively (known, "/a /b/b");
  one_readings_del (known, "/b/b");
  assert_lively (known, "/a");
  one_readings_free (known);
}

/* Two files with one series are judged together. */
static void
test_an_idle_one_speaks_when_another_has_its_series (void)
{
  OneReadings *known = make_shelf ();

  rest (known, "");
  assert_lively (known, "");
  put (known, "/new", "four");
  assert_lively (known, "/c /new");
  put (known, "/new", "five");
  assert_lively (known, "/new");
  one_readings_free (known);
}

/* Those with one of these hashes; each index is one of the pack's. */
static guint
count_listed (const OneReadingPack *reading_pack, const guint32 *uids, guint count)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) list = NULL;

  for (guint i = 0; i < count; i++)
    g_hash_table_add (numbers, GUINT_TO_POINTER (uids[i]));
  list = one_reading_pack_list (reading_pack, numbers);
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpuint (g_array_index (list, guint, i), <, one_reading_pack_count (reading_pack));
  return list->len;
}

static GHashTable *
set_of (const char *words)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (char **word = list; *word && **word; word++)
    g_hash_table_add (set, g_strdup (*word));
  return set;
}

/* The first round has all of them in memory, the second in a pile, the third some of both. */
static void
test_some_by_path_or_series (void)
{
  static const struct {
    const char *paths, *uids, *expected;
  } rows[] = {
    { "", "", "" },
    { "/a", "", "/a" },
    { "/b", "", "" },
    { "", "two", "/b/b" },
    { "", "four", "/c" },
    { "", "three four", "/c" },
    { "", "one four", "/a /c" },
    { "/a", "one", "/a" },
    { "/a /b/b", "three", "/a /b/b /c" },
    { "/gone", "five", "" },
  };
  OneReadings *known = make_shelf ();

  put (known, "/empty", "");
  for (guint round = 0; round < 3; round++) {
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
      g_autoptr (GHashTable) paths = set_of (rows[i].paths), uids = set_of (rows[i].uids);
      g_autofree char *some = join_readings (one_readings_list_some (known, paths, uids));

      g_assert_cmpstr (some, ==, rows[i].expected);
    }
    if (round == 0)
      rest (known, "");
    put (known, "/gone", "five");
    one_readings_del (known, "/gone");
    if (round == 1)
      put (known, "/b/b", "two");
  }
  one_readings_free (known);
}

static void
test_some_are_those_in_force (void)
{
  OneReadings *known = make_shelf ();
  g_autoptr (GHashTable) none = set_of (""), uids = set_of ("one two three");
  g_autofree char *some = NULL;

  rest (known, "");
  put (known, "/a", "five");
  put (known, "/d", "three");
  one_readings_del (known, "/b/b");
  some = join_readings (one_readings_list_some (known, none, uids));
  g_assert_cmpstr (some, ==, "/c /d");
  one_readings_free (known);
}

/* Whatever is in the bytes, nothing beside them is looked at. */
static void
test_a_pile_of_random_bytes_is_bounded (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) readings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) one_reading_free);
  g_autoptr (GBytes) whole = NULL;
  const guint8 *good;
  gsize size;

  g_ptr_array_add (readings, make ("/a", "one two"));
  g_ptr_array_add (readings, make ("/b", "three"));
  whole = one_reading_pack_pack (readings, NULL, "note");
  good = g_bytes_get_data (whole, &size);
  for (guint i = 0; i < 2000; i++) {
    g_autofree guint8 *bad = g_memdup2 (good, size);
    gsize kept = i % 3 == 0 ? (gsize) g_rand_int_range (random, 0, (gint32) size) : size;
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (OneReadingPack) reading_pack = NULL;

    for (guint k = 0; k < 4; k++)
      bad[g_rand_int_range (random, 0, (gint32) size)] = (guint8) g_rand_int_range (random, 0, 256);
    bytes = g_bytes_new (bad, kept);
    reading_pack = one_reading_pack_new (bytes);
    for (guint k = 0; reading_pack && k < one_reading_pack_count (reading_pack); k++) {
      OneReading *reading = one_reading_pack_read (reading_pack, k);
      guint count, sum = 0;
      const guint32 *uids = one_reading_pack_get_uids (reading_pack, k, &count);

      for (guint j = 0; j < count; j++)
        sum += uids[j];
      sum += count_listed (reading_pack, uids, count);
      one_reading_pack_find (reading_pack, one_reading_pack_get_path (reading_pack, k));
      g_test_message ("%u %zu", sum, strlen (one_reading_pack_get_note (reading_pack)));
      g_clear_pointer (&reading, one_reading_free);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/shelf/" name, function)
  ADD ("what-was-put-is-there", test_what_was_put_is_there);
  ADD ("what-came-since-is-in-force", test_what_came_since_is_in_force);
  ADD ("what-never-was-leaves-no-trace", test_what_never_was_leaves_no_trace);
  ADD ("the-idle-ones-are-left-out", test_the_idle_ones_are_left_out);
  ADD ("an-idle-one-speaks-when-another-has-its-series",
       test_an_idle_one_speaks_when_another_has_its_series);
  ADD ("some-by-path-or-series", test_some_by_path_or_series);
  ADD ("some-are-those-in-force", test_some_are_those_in_force);
  ADD ("a-pile-of-random-bytes", test_a_pile_of_random_bytes_is_bounded);
#undef ADD
  return g_test_run ();
}
