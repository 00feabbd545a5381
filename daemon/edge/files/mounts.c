/* SPDX-License-Identifier: MIT */
#include "edge/files/mounts.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <unistd.h>

#define SECONDS 60

struct OneMounts {
  void (*settle) (OneMountsEvent event, gpointer data);
  gpointer data; /* (borrowed) */
  int table;     /* (owned) the kernel's table of mounts; -1 for none */
  guint watch;   /* its source; 0 for none */
  guint timer;   /* source; 0 for none */
};

OneMounts *
one_mounts_new (void (*settle) (OneMountsEvent event, gpointer data), gpointer data)
{
  OneMounts *away = g_new0 (OneMounts, 1);

  away->settle = settle;
  away->data = data;
  away->table = -1;
  return away;
}

/* The table counts as ready (POLLPRI, proc(5)) once after each change; it need not be read. */
static gboolean
mounts_mounted (int fd, GIOCondition condition, gpointer data)
{
  OneMounts *away = data;

  away->settle (ONE_MOUNTS_MOUNTED, away->data);
  return G_SOURCE_CONTINUE;
}

static gboolean
mounts_passed (gpointer data)
{
  OneMounts *away = data;

  away->settle (ONE_MOUNTS_TIME, away->data);
  return G_SOURCE_CONTINUE;
}

static void
mounts_forget_mounts (OneMounts *away)
{
  g_clear_handle_id (&away->watch, g_source_remove);
  if (away->table >= 0)
    close (away->table);
  away->table = -1;
}

void
one_mounts_set (OneMounts *away, gboolean mounts, gboolean time)
{
  if (mounts && away->table < 0) {
    away->table = open ("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
    if (away->table >= 0)
      away->watch = g_unix_fd_add (away->table, G_IO_PRI, mounts_mounted, away);
  }
  if (!mounts)
    mounts_forget_mounts (away);
  if (time && !away->timer)
    away->timer = g_timeout_add_seconds (SECONDS, mounts_passed, away);
  if (!time)
    g_clear_handle_id (&away->timer, g_source_remove);
}

void
one_mounts_free (OneMounts *away)
{
  mounts_forget_mounts (away);
  g_clear_handle_id (&away->timer, g_source_remove);
  g_free (away);
}
