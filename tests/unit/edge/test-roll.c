/* SPDX-License-Identifier: MIT */
#include <glib.h>
#include <string.h>
#include "edge/roll.h"

/* What is known of each: in the table, or on top of it. */
typedef struct {
  const char *name;
  guint64 inode; /* in the table; 0 if it is not in it */
  gboolean racy;
  guint64 since; /* read later, with that inode; 0 if not */
  gboolean gone; /* known to be no more */
} Known;

static const Known knowns[] = {
  { "a/4.ics", .inode = 4 },
  { "a/1.ics", .inode = 1 },
  { "a/3.ics", .inode = 3, .racy = TRUE },
  { "b/2.ics", .inode = 2 },
  { "b/5.ics", .inode = 5, .since = 15 },
  { "b/6.ics", .since = 16 },
  { "b/7.ics", .inode = 7, .gone = TRUE },
};

static OneKnownView *
view_new (void)
{
  OneTableDraft *draft = one_table_draft_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (OneKnown) known = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (knowns); i++) {
    OneTableRow row = { .name = knowns[i].name, .racy = knowns[i].racy };

    row.stamp.inode = knowns[i].inode;
    if (row.stamp.inode != 0)
      one_table_draft_add (draft, &row);
  }
  bytes = one_table_draft_end (draft);
  known = one_known_new (one_table_new (bytes));
  for (guint i = 0; i < G_N_ELEMENTS (knowns); i++) {
    OneStamp stamp = { .inode = knowns[i].since };

    if (stamp.inode != 0) {
      one_known_report (known, knowns[i].name, 1000000000);
      one_known_take (known, knowns[i].name, &stamp);
    }
    if (knowns[i].gone)
      one_known_del (known, knowns[i].name);
  }
  return one_known_view (known);
}

static const struct {
  const char *name;
  guint64 inode;
  gboolean as_known;
} calls[] = {
  { "a/1.ics", 1, TRUE },  { "a/1.ics", 9, FALSE }, { "a/3.ics", 3, FALSE },
  { "b/2.ics", 2, TRUE },  { "a/4.ics", 4, TRUE },  { "b/5.ics", 5, FALSE },
  { "b/5.ics", 15, TRUE }, { "b/6.ics", 16, TRUE }, { "b/7.ics", 7, FALSE },
  { "b/8.ics", 8, FALSE }, { "b/2.ics", 0, FALSE },
};

/* Whatever was called before. */
static void
test_the_order_does_not_matter (void)
{
  OneKnownView *view = view_new ();

  for (guint first = 0; first < G_N_ELEMENTS (calls); first++)
    for (guint then = 0; then < G_N_ELEMENTS (calls); then++) {
      g_autoptr (OneRoll) roll = one_roll_new (view);
      OneStamp stamps[] = { { .inode = calls[first].inode }, { .inode = calls[then].inode } };

      g_assert_cmpint (one_roll_call (roll, calls[first].name, &stamps[0]), ==,
                       calls[first].as_known);
      g_assert_cmpint (one_roll_call (roll, calls[then].name, &stamps[1]), ==,
                       calls[then].as_known);
    }
  one_known_view_free (view);
}

static int
by_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
check_missing (const OneRoll *roll, const char *expected)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *text = NULL;

  one_roll_list_missing (roll, names);
  g_ptr_array_sort (names, by_text);
  g_ptr_array_add (names, NULL);
  text = g_strjoinv (" ", (char **) names->pdata);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_who_was_not_called_is_missing (void)
{
  OneKnownView *view = view_new ();
  g_autoptr (OneRoll) roll = one_roll_new (view);
  OneStamp other = { .inode = 99 };

  check_missing (roll, "a/1.ics a/3.ics a/4.ics b/2.ics b/5.ics b/6.ics");
  one_roll_call (roll, "a/3.ics", &other);
  one_roll_call (roll, "b/6.ics", &other);
  one_roll_call (roll, "b/7.ics", &other);
  check_missing (roll, "a/1.ics a/4.ics b/2.ics b/5.ics");
  one_roll_excuse (roll, "a/");
  check_missing (roll, "b/2.ics b/5.ics");
  one_roll_excuse (roll, "");
  check_missing (roll, "");
  one_known_view_free (view);
}

static void
test_nothing_is_known (void)
{
  g_autoptr (OneKnown) known = one_known_new (NULL);
  OneKnownView *view = one_known_view (known);
  g_autoptr (OneRoll) roll = one_roll_new (view);
  OneStamp stamp = { .inode = 1 };

  g_assert_false (one_roll_call (roll, "a/1.ics", &stamp));
  one_roll_excuse (roll, "");
  check_missing (roll, "");
  one_known_view_free (view);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roll/the-order-does-not-matter", test_the_order_does_not_matter);
  g_test_add_func ("/roll/who-was-not-called-is-missing", test_who_was_not_called_is_missing);
  g_test_add_func ("/roll/nothing-is-known", test_nothing_is_known);
  return g_test_run ();
}
