/* SPDX-License-Identifier: MIT */
/* Writes into a store until it is killed, which it has arranged for itself. What was committed is
 * said on stdout, a line for each, and only then: whatever was said must be found again. */
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "store/touches.h"
#include "store/meetings.h"
#include "store/people.h"
#include "store/promises.h"
#include "store/sent.h"
#include "store/db/transaction.h"

static OneMeeting *
writer_meet (OneStore *store, guint number, GError **error)
{
  g_autoptr (OneMeeting) meeting = one_meeting_new ();

  meeting->person = one_people_ensure (store, "ada@example.org", "Ada", error);
  if (meeting->person == 0)
    return NULL;
  g_free (meeting->uid);
  meeting->uid = g_strdup ("weekly");
  meeting->original = meeting->start = (gint64) number * 3600;
  meeting->end = meeting->start + 1800;
  return one_meetings_upsert (store, meeting, error) ? g_steal_pointer (&meeting) : NULL;
}

/* Everything a user says in one breath: a log with two touches, an action, a reminder's answer. */
static gboolean
writer_say (OneStore *store, guint number, gint64 *action, GError **error)
{
  static const char *const touched[] = { "update", "growth", NULL };
  g_autoptr (OneTransaction) all = one_transaction_new (store, error);
  g_autoptr (OneMeeting) meeting = all ? writer_meet (store, number, error) : NULL;
  g_autoptr (OneAction) promise = one_action_new ();
  g_autoptr (OneSent) sent = NULL;

  if (!meeting)
    return FALSE;
  sent = one_sent_new (meeting->id, ONE_STAGE_PREP);
  g_free (promise->text);
  promise->text = g_strdup_printf ("promise %u", number);
  promise->person = meeting->person;
  if (!one_touches_set (store, meeting->id, touched, error)
      || !one_promises_add_action (store, promise, meeting->id, error)
      || !one_sent_add (store, sent, error) || !one_transaction_commit (all, error))
    return FALSE;
  *action = promise->id;
  return TRUE;
}

/* Two changes that travel alone: the one closes what the other opened. */
static gboolean
writer_close (OneStore *store, gint64 action, GError **error)
{
  g_autofree char *id = g_strdup_printf ("a%" G_GINT64_FORMAT, action);
  const char *const ids[] = { id, NULL };

  return one_promises_set_state (store, ids, ONE_STATE_DONE, 1, error) == 1;
}

static void
writer_tell (const char *what, guint number, gint64 id)
{
  char line[64];
  int length = g_snprintf (line, sizeof line, "%s %u %" G_GINT64_FORMAT "\n", what, number, id);

  if (write (STDOUT_FILENO, line, (gsize) length) != length)
    exit (1);
}

/* The kernel kills it, in the middle of whatever it does then. */
static void
writer_arm (gint64 microseconds)
{
  struct sigevent kill = { .sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGKILL };
  struct itimerspec when = { .it_value = { microseconds / G_USEC_PER_SEC,
                                           (microseconds % G_USEC_PER_SEC) * 1000 + 1 } };
  timer_t timer;

  if (timer_create (CLOCK_MONOTONIC, &kill, &timer) != 0
      || timer_settime (timer, 0, &when, NULL) != 0)
    exit (2);
}

static OneStore *
writer_begin (int argc, char **argv, GError **error)
{
  if (argc != 4)
    return NULL;
  writer_arm (g_ascii_strtoll (argv[3], NULL, 10));
  return one_store_open (argv[1], error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneStore) store = writer_begin (argc, argv, &error);
  guint number = store ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;
  gint64 action;

  for (; store && number < G_MAXUINT; number++) {
    if (!writer_say (store, number, &action, &error))
      break;
    writer_tell ("said", number, action);
    if (!writer_close (store, action, &error))
      break;
    writer_tell ("closed", number, action);
  }
  g_printerr ("writer: %s\n", error ? error->message : "usage: writer STORE NUMBER MICROSECONDS");
  return 1;
}
