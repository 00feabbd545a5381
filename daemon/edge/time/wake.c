/* SPDX-License-Identifier: MIT */
#include "edge/time/wake.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

struct OneWake {
  GSource source; /* it is allocated by g_source_new, so it comes first */
  int fd;         /* (owned) */
  void (*woken) (OneWoken why, gpointer data);
  gpointer data;    /* (borrowed) */
  gboolean changed; /* the clock was set just before the timer was: still to be told */
};

gboolean
one_wake_parse (gssize bytes, int error, OneWoken *why)
{
  if (bytes == sizeof (guint64)) {
    *why = ONE_WOKEN_DUE;
    return TRUE;
  }
  if (bytes < 0 && error == ECANCELED) {
    *why = ONE_WOKEN_CHANGED;
    return TRUE;
  }
  return FALSE;
}

static gboolean
wake_dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  OneWake *wake = (OneWake *) source;
  guint64 times;
  OneWoken why;
  gssize bytes = read (wake->fd, &times, sizeof times);
  gboolean told = one_wake_parse (bytes, errno, &why);

  g_source_set_ready_time (source, -1);
  if (wake->changed) {
    why = ONE_WOKEN_CHANGED;
    told = TRUE;
  }
  wake->changed = FALSE;
  if (!told)
    return G_SOURCE_CONTINUE;
  g_debug ("woken: %s", why == ONE_WOKEN_DUE ? "it is time" : "the clock was set");
  wake->woken (why, wake->data);
  return G_SOURCE_CONTINUE;
}

static void
wake_finalize (GSource *source)
{
  close (((OneWake *) source)->fd);
}

static GSourceFuncs wake_funcs = { .dispatch = wake_dispatch, .finalize = wake_finalize };

OneWake *
one_wake_new (void (*woken) (OneWoken why, gpointer data), gpointer data)
{
  OneWake *wake = (OneWake *) g_source_new (&wake_funcs, sizeof *wake);

  wake->fd = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (wake->fd < 0)
    g_error ("timerfd_create: %s", g_strerror (errno));
  wake->woken = woken;
  wake->data = data;
  wake->changed = FALSE;
  g_source_set_name (&wake->source, "wake");
  g_source_add_unix_fd (&wake->source, wake->fd, G_IO_IN);
  one_wake_set (wake, 0);
  g_source_attach (&wake->source, g_main_context_get_thread_default ());
  return wake;
}

/* With these flags the kernel reports a set clock, and a resume, even while the timer is disarmed.
 * ECANCELED means that the timer is armed, but the clock was set since the last read; the kernel
 * does not report that again. */
void
one_wake_set (OneWake *wake, gint64 at)
{
  struct itimerspec when = { .it_value.tv_sec = at == 0 ? 0 : MAX (at, 1) };

  if (at == 0)
    g_debug ("nothing to be woken for");
  else
    g_debug ("to be woken at %" G_GINT64_FORMAT, at);
  if (timerfd_settime (wake->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL) == 0)
    return;
  if (errno != ECANCELED)
    g_error ("timerfd_settime: %s", g_strerror (errno));
  wake->changed = TRUE;
  g_source_set_ready_time (&wake->source, 0);
}

void
one_wake_free (OneWake *wake)
{
  g_source_destroy (&wake->source);
  g_source_unref (&wake->source);
}
