/* SPDX-License-Identifier: MIT */
/* Lets a writer (tests/crash/writer.c) be killed after 0 to 20 ms, again and again on the same
 * store, and looks each time whether everything is there that the writer had said was committed.
 * Usage: test-kill WRITER [--rounds N] [--delays SEED] */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sqlite3.h>

#include "store/touches.h"
#include "store/meetings.h"
#include "store/promises.h"
#include "store/sent.h"
#include "tests/unit/store/store-fixture.h"

#define KILL_WITHIN_US 20000
#define ROUNDS_A_STORE 20 /* then a new one: looking at all that was ever said takes its time */

static char *writer;
static int rounds = 100;
static int seed = 1;

typedef struct {
  GArray *said;   /* (owned) of gint64: actions that were said to be there */
  GArray *closed; /* (owned) of gint64: actions that were said to be closed */
  guint next;     /* the number for the next writer to begin with */
} Told;

static void
told_init (Told *told)
{
  told->said = g_array_new (FALSE, FALSE, sizeof (gint64));
  told->closed = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
told_clear (Told *told)
{
  g_array_unref (told->said);
  g_array_unref (told->closed);
}

static void
told_read_line (Told *told, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  gint64 id;

  g_assert_cmpuint (g_strv_length (words), ==, 3);
  id = g_ascii_strtoll (words[2], NULL, 10);
  g_array_append_val (g_str_equal (words[0], "said") ? told->said : told->closed, id);
}

/* A line that was cut by the kill counts as not said. */
static void
told_read (Told *told, const char *output)
{
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);

  for (guint i = 0; lines[i] && lines[i + 1]; i++)
    told_read_line (told, lines[i]);
}

static char *
read_all (int fd)
{
  GString *text = g_string_new (NULL);
  char part[4096];
  gssize got;

  while ((got = read (fd, part, sizeof part)) > 0)
    g_string_append_len (text, part, got);
  close (fd);
  return g_string_free (text, FALSE);
}

static char *
run_until_killed (const char *path, guint number, guint delay)
{
  g_autofree char *from = g_strdup_printf ("%u", number);
  g_autofree char *after = g_strdup_printf ("%u", delay);
  char *argv[] = { writer, (char *) path, from, after, NULL };
  g_autoptr (GError) error = NULL;
  char *output;
  GPid child;
  int out, status;

  g_assert_true (g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                                           &child, NULL, &out, NULL, &error));
  output = read_all (out);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  return output;
}

static void
check_integrity (const char *path)
{
  sqlite3 *db;
  sqlite3_stmt *stmt;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA integrity_check", -1, &stmt, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (stmt, 0), ==, "ok");
  sqlite3_finalize (stmt);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA foreign_key_check", -1, &stmt, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_DONE);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
}

static void
check_told (OneStore *store, const GArray *ids, gboolean closed)
{
  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (OneAction) action =
        one_promises_get_action (store, g_array_index (ids, gint64, i), &error);

    g_assert_no_error (error);
    if (closed)
      g_assert_cmpint (action->state, ==, ONE_STATE_DONE);
  }
}

/* What belongs together is there together, also for the last one, of which nothing was said yet. */
static guint
check_whole (OneStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) meetings = one_meetings_list (store, 0, 0, G_MAXINT64, &error);
  g_autoptr (GPtrArray) actions =
      one_promises_list_actions (store, &(OnePromiseFilter){ .closed = TRUE }, &error);
  g_autoptr (GPtrArray) sent = one_sent_list (store, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (actions->len, ==, meetings->len);
  g_assert_cmpuint (sent->len, ==, meetings->len);
  for (guint i = 0; i < meetings->len; i++) {
    const OneMeeting *meeting = g_ptr_array_index (meetings, i);
    g_autoptr (GPtrArray) touches = one_touches_list (store, meeting->id, &error);

    g_assert_cmpuint (touches->len, ==, 2);
  }
  return meetings->len;
}

/* How many were said to be closed, which is the last thing of each. */
static guint
kill_and_look (GRand *chance, int times, int within)
{
  g_auto (StoreFixture) fixture = { 0 };
  Told told = { 0 };
  guint closed;

  told_init (&told);
  fixture_init (&fixture);
  for (int i = 0; i < times; i++) {
    guint delay = (guint) g_rand_int_range (chance, 0, within);
    g_autofree char *output = run_until_killed (fixture.path, told.next, delay);

    told_read (&told, output);
    fixture_open (&fixture);
    check_told (fixture.store, told.said, FALSE);
    check_told (fixture.store, told.closed, TRUE);
    told.next = check_whole (fixture.store);
    fixture_close (&fixture);
    check_integrity (fixture.path);
  }
  closed = told.closed->len;
  told_clear (&told);
  return closed;
}

static void
test_what_was_acknowledged_survives_the_kill (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed ((guint32) seed);
  int within = KILL_WITHIN_US;
  guint closed = 0;

  /* On a machine so slow that nobody had time to say anything, they are given more. */
  for (int left = rounds; left > 0 || closed == 0; left -= ROUNDS_A_STORE) {
    guint before = closed;
    int times = left > 0 ? MIN (left, ROUNDS_A_STORE) : ROUNDS_A_STORE;

    closed += kill_and_look (chance, times, within);
    within = closed > before ? within : 2 * within;
  }
  g_test_message ("%d kills, %u changes acknowledged", rounds, 2 * closed);
  g_assert_cmpuint (closed, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 2; i + 1 < argc; i += 2)
    if (g_str_equal (argv[i], "--rounds"))
      rounds = atoi (argv[i + 1]);
    else if (g_str_equal (argv[i], "--delays"))
      seed = atoi (argv[i + 1]);
  g_assert_cmpint (argc, >, 1);
  writer = argv[1];
  g_test_add_func ("/crash/acknowledged-survives-the-kill",
                   test_what_was_acknowledged_survives_the_kill);
  return g_test_run ();
}
