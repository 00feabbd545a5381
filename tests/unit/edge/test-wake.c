/* SPDX-License-Identifier: MIT */
#include "edge/time/wake.h"

#include <errno.h>

#include "edge/time/clock.h"

/* Far enough that no test run sees it. */
#define FAR_AWAY (G_MAXINT32 * G_GINT64_CONSTANT (2))

typedef struct {
  GMainLoop *loop;
  guint due;
  guint changed;
} Woken;

static void
woken (OneWoken why, gpointer data)
{
  Woken *count = data;

  if (why == ONE_WOKEN_DUE)
    count->due++;
  else
    count->changed++;
  if (count->loop)
    g_main_loop_quit (count->loop);
}

static void
test_reading (void)
{
  static const struct {
    gssize bytes;
    int error;
    gboolean told;
    OneWoken why;
  } rows[] = {
    { 8, 0, TRUE, ONE_WOKEN_DUE },
    { 8, ECANCELED, TRUE, ONE_WOKEN_DUE },
    { -1, ECANCELED, TRUE, ONE_WOKEN_CHANGED },
    { -1, EAGAIN, FALSE, ONE_WOKEN_DUE },
    { -1, EINTR, FALSE, ONE_WOKEN_DUE },
    { 0, 0, FALSE, ONE_WOKEN_DUE },
    { 7, ECANCELED, FALSE, ONE_WOKEN_DUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    OneWoken why = ONE_WOKEN_DUE;

    g_assert_cmpint (one_wake_parse (rows[i].bytes, rows[i].error, &why), ==, rows[i].told);
    g_assert_cmpint (why, ==, rows[i].why);
  }
}

static void
test_past (void)
{
  static const gint64 instants[] = { 1, -5, G_MININT64, 1000000000 };

  for (guint i = 0; i < G_N_ELEMENTS (instants); i++) {
    Woken settle = { .loop = g_main_loop_new (NULL, FALSE) };
    g_autoptr (OneWake) wake = one_wake_new (woken, &settle);

    one_wake_set (wake, instants[i]);
    g_main_loop_run (settle.loop);
    g_assert_cmpuint (settle.due, ==, 1);
    g_assert_cmpuint (settle.changed, ==, 0);
    g_assert_false (g_main_context_iteration (NULL, FALSE));
    g_main_loop_unref (settle.loop);
  }
}

static void
test_never (void)
{
  Woken settle = { .due = 0 };
  g_autoptr (OneWake) wake = one_wake_new (woken, &settle);

  g_assert_false (g_main_context_iteration (NULL, FALSE));
  one_wake_set (wake, 1);
  one_wake_set (wake, 0);
  g_assert_false (g_main_context_iteration (NULL, FALSE));
  one_wake_set (wake, 1);
  one_wake_set (wake, FAR_AWAY);
  g_assert_false (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpuint (settle.due + settle.changed, ==, 0);
}

/* The next instant is set from within the call, as the engine does. */
static void
woken_again (OneWoken why, gpointer data)
{
  OneClock *clock = *(OneClock **) data;

  g_assert_cmpint (why, ==, ONE_WOKEN_DUE);
  clock->data = NULL;
  clock->set_wake (clock, FAR_AWAY);
}

static void
test_clock (void)
{
  OneClock *clock = one_clock_new ();

  clock->woken = woken_again;
  clock->data = &clock;
  clock->set_wake (clock, clock->now (clock));
  while (clock->data)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (g_main_context_iteration (NULL, FALSE));
  clock->free (clock);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wake/reading-says-due-or-changed-or-nothing", test_reading);
  g_test_add_func ("/wake/past-instants-are-due-at-once-and-once", test_past);
  g_test_add_func ("/wake/no-instant-wakes-nobody", test_never);
  g_test_add_func ("/clock/next-instant-is-set-while-woken", test_clock);
  return g_test_run ();
}
