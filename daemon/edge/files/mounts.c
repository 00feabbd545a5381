/* SPDX-License-Identifier: MIT */
#include "edge/files/mounts.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <unistd.h>

#define SECONDS 60

struct OneMounts {
  void (*changed) (OneMountsEvent event, gpointer data);
  gpointer data; /* (borrowed) */
  int table;     /* (owned) /proc/self/mountinfo; -1 while it is closed */
  guint watch;   /* source of `table`; 0 for none */
  guint timer;   /* source of the minutes; 0 for none */
};

OneMounts *
one_mounts_new (void (*changed) (OneMountsEvent event, gpointer data), gpointer data)
{
  OneMounts *mounts = g_new0 (OneMounts, 1);

  mounts->changed = changed;
  mounts->data = data;
  mounts->table = -1;
  return mounts;
}

/* The table is ready (POLLPRI, proc(5)) once after each change, and need not be read. */
static gboolean
mounts_mounted (int fd, GIOCondition condition, gpointer data)
{
  OneMounts *mounts = data;

  mounts->changed (ONE_MOUNTS_MOUNTED, mounts->data);
  return G_SOURCE_CONTINUE;
}

static gboolean
mounts_passed (gpointer data)
{
  OneMounts *mounts = data;

  mounts->changed (ONE_MOUNTS_TIME, mounts->data);
  return G_SOURCE_CONTINUE;
}

static void
mounts_close_table (OneMounts *mounts)
{
  g_clear_handle_id (&mounts->watch, g_source_remove);
  if (mounts->table >= 0)
    close (mounts->table);
  mounts->table = -1;
}

void
one_mounts_set (OneMounts *mounts, gboolean mounted, gboolean time)
{
  if (mounted && mounts->table < 0) {
    mounts->table = open ("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
    if (mounts->table >= 0)
      mounts->watch = g_unix_fd_add (mounts->table, G_IO_PRI, mounts_mounted, mounts);
  }
  if (!mounted)
    mounts_close_table (mounts);
  if (time && !mounts->timer)
    mounts->timer = g_timeout_add_seconds (SECONDS, mounts_passed, mounts);
  if (!time)
    g_clear_handle_id (&mounts->timer, g_source_remove);
}

void
one_mounts_free (OneMounts *mounts)
{
  mounts_close_table (mounts);
  g_clear_handle_id (&mounts->timer, g_source_remove);
  g_free (mounts);
}
