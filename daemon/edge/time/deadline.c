/* SPDX-License-Identifier: MIT */
#include "edge/time/deadline.h"

struct OneDeadline {
  GSource source; /* it is allocated by g_source_new, so it comes first */
  void (*due) (gpointer data);
  gpointer data; /* (borrowed) */
  gint64 first;  /* the first touch since it was last due; 0 for none */
};

static gboolean
deadline_dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  OneDeadline *deadline = (OneDeadline *) source;

  g_source_set_ready_time (source, -1);
  deadline->first = 0;
  deadline->due (deadline->data);
  return G_SOURCE_CONTINUE;
}

static GSourceFuncs deadline_funcs = { .dispatch = deadline_dispatch };

OneDeadline *
one_deadline_new (int priority, void (*due) (gpointer data), gpointer data)
{
  OneDeadline *deadline = (OneDeadline *) g_source_new (&deadline_funcs, sizeof *deadline);

  deadline->due = due;
  deadline->data = data;
  deadline->first = 0;
  g_source_set_priority (&deadline->source, priority);
  g_source_attach (&deadline->source, NULL);
  return deadline;
}

void
one_deadline_set (OneDeadline *deadline, gint64 at)
{
  g_source_set_ready_time (&deadline->source, MAX (at, 0));
}

void
one_deadline_set_earlier (OneDeadline *deadline, gint64 at)
{
  gint64 ready = g_source_get_ready_time (&deadline->source);

  if (ready < 0 || at < ready)
    one_deadline_set (deadline, at);
}

void
one_deadline_touch (OneDeadline *deadline, gint64 quiet, gint64 patience)
{
  gint64 now = g_get_monotonic_time ();

  if (deadline->first == 0)
    deadline->first = now;
  one_deadline_set (deadline,
                    patience == 0 ? now + quiet : MIN (now + quiet, deadline->first + patience));
}

void
one_deadline_free (OneDeadline *deadline)
{
  g_source_destroy (&deadline->source);
  g_source_unref (&deadline->source);
}
