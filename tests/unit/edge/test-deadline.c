/* SPDX-License-Identifier: MIT */
#include "edge/time/deadline.h"

#include <time.h>

/* Far enough that no test run sees it. */
#define FAR_AWAY (G_GINT64_CONSTANT (24) * 60 * 60 * G_USEC_PER_SEC)

typedef enum { SET, SET_EARLIER } How;

static gint64 skew; /* microseconds */

/* In the place of GLib's for what is tested, but not for GLib's own loop. */
gint64
g_get_monotonic_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000 + skew;
}

static void
count (gpointer data)
{
  (*(guint *) data)++;
}

static void
drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_set (void)
{
  static const struct {
    const char *what;
    struct {
      How how;
      gint64 at;
    } steps[2];
    guint n;
    guint due;
  } rows[] = {
    { "never set", { { SET, 0 } }, 0, 0 },
    { "a past time is due at once", { { SET, 1 } }, 1, 1 },
    { "one before the beginning, too", { { SET, -1 } }, 1, 1 },
    { "a time ahead is not due", { { SET, G_MAXINT64 } }, 1, 0 },
    { "the second replaces the first", { { SET, G_MAXINT64 }, { SET, 0 } }, 2, 1 },
    { "also by a later one", { { SET, 0 }, { SET, G_MAXINT64 } }, 2, 0 },
    { "an earlier one counts", { { SET, G_MAXINT64 }, { SET_EARLIER, 0 } }, 2, 1 },
    { "a later one does not", { { SET, 0 }, { SET_EARLIER, G_MAXINT64 } }, 2, 1 },
    { "the first is the earliest", { { SET_EARLIER, 0 } }, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint due = 0;
    g_autoptr (OneDeadline) deadline = one_deadline_new (G_PRIORITY_DEFAULT, count, &due);

    g_test_message ("%s", rows[i].what);
    for (guint k = 0; k < rows[i].n; k++)
      if (rows[i].steps[k].how == SET)
        one_deadline_set (deadline, rows[i].steps[k].at);
      else
        one_deadline_set_earlier (deadline, rows[i].steps[k].at);
    drain ();
    drain ();
    g_assert_cmpuint (due, ==, rows[i].due);
  }
}

static void
test_touch (void)
{
  static const struct {
    const char *what;
    gint64 quiet, patience;
    gboolean due;
  } rows[] = {
    { "quiet at once", 0, 0, TRUE },
    { "not quiet yet", FAR_AWAY, 0, FALSE },
    { "not quiet, and patient", FAR_AWAY, FAR_AWAY, FALSE },
    { "not quiet, but out of patience", FAR_AWAY, 1, TRUE },
    { "quiet before patience ends", 1, FAR_AWAY, TRUE },
  };
  guint due = 0;
  g_autoptr (OneDeadline) deadline = one_deadline_new (G_PRIORITY_DEFAULT, count, &due);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint before = due;

    g_test_message ("%s", rows[i].what);
    one_deadline_touch (deadline, rows[i].quiet, rows[i].patience);
    while (rows[i].due && due == before)
      g_main_context_iteration (NULL, TRUE);
    drain ();
    g_assert_cmpuint (due, ==, before + (rows[i].due ? 1 : 0));
  }
}

/* Touched long ago and again now: patience has ended. But not if it was due in between. */
static void
test_patience (void)
{
  for (guint i = 0; i < 2; i++) {
    gboolean due_between = i == 1;
    guint due = 0;
    g_autoptr (OneDeadline) deadline = one_deadline_new (G_PRIORITY_DEFAULT, count, &due);

    skew = -2 * FAR_AWAY;
    one_deadline_touch (deadline, FAR_AWAY, FAR_AWAY);
    if (due_between)
      drain ();
    g_assert_cmpuint (due, ==, due_between ? 1 : 0);
    skew = 0;
    one_deadline_touch (deadline, 3 * FAR_AWAY, FAR_AWAY);
    drain ();
    g_assert_cmpuint (due, ==, 1);
  }
}

static void
end (gpointer data)
{
  g_clear_pointer ((OneDeadline **) data, one_deadline_free);
}

static void
test_freed_when_due (void)
{
  OneDeadline *deadline = NULL;

  deadline = one_deadline_new (G_PRIORITY_DEFAULT, end, &deadline);
  one_deadline_set (deadline, 0);
  drain ();
  g_assert_null (deadline);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deadline/is-due-once-for-each-time-it-was-set", test_set);
  g_test_add_func ("/deadline/touched-is-due-when-quiet-or-out-of-patience", test_touch);
  g_test_add_func ("/deadline/patience-begins-with-the-first-touch", test_patience);
  g_test_add_func ("/deadline/may-be-freed-when-it-is-due", test_freed_when_due);
  return g_test_run ();
}
