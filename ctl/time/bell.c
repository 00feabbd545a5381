/* SPDX-License-Identifier: MIT */
#include "ctl/time/bell.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

struct OneBell {
  int fd; /* (owned) */
  guint source;
  void (*rung) (gboolean clock_set, gpointer data);
  gpointer data; /* (borrowed) */
};

static gboolean
bell_on_ready (int fd, GIOCondition condition, gpointer data)
{
  OneBell *bell = data;
  guint64 times;
  gssize got = read (fd, &times, sizeof times);

  if (got > 0 || errno == ECANCELED)
    bell->rung (got < 0, bell->data);
  return G_SOURCE_CONTINUE;
}

OneBell *
one_bell_new (void (*rung) (gboolean clock_set, gpointer data), gpointer data)
{
  OneBell *bell;
  int fd = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);

  if (fd < 0)
    return NULL;
  bell = g_new0 (OneBell, 1);
  bell->fd = fd;
  bell->rung = rung;
  bell->data = data;
  bell->source = g_unix_fd_add (fd, G_IO_IN, bell_on_ready, bell);
  return bell;
}

void
one_bell_free (OneBell *bell)
{
  g_source_remove (bell->source);
  close (bell->fd);
  g_free (bell);
}

/* ECANCELED: the clock was set since the bell rang last. It is armed all the same. */
void
one_bell_set (OneBell *bell, gint64 at)
{
  struct itimerspec when = { .it_value.tv_sec = at };

  if (timerfd_settime (bell->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL) != 0
      && errno != ECANCELED)
    g_warning ("timerfd_settime: %s", g_strerror (errno));
}
