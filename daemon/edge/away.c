/* SPDX-License-Identifier: MIT */
#include "edge/away.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <unistd.h>

#define SECONDS 60

struct OneAway {
  void (*heard) (OneAwayEvent event, gpointer data);
  gpointer data; /* (borrowed) */
  int table;     /* (owned) the kernel's table of mounts; -1 for none */
  guint watch;   /* its source; 0 for none */
  guint timer;   /* source; 0 for none */
};

OneAway *
one_away_new (void (*heard) (OneAwayEvent event, gpointer data), gpointer data)
{
  OneAway *away = g_new0 (OneAway, 1);

  away->heard = heard;
  away->data = data;
  away->table = -1;
  return away;
}

/* The table counts as ready (POLLPRI, proc(5)) once after each change; it need not be read. */
static gboolean
away_mounted (int fd, GIOCondition condition, gpointer data)
{
  OneAway *away = data;

  away->heard (ONE_AWAY_MOUNTED, away->data);
  return G_SOURCE_CONTINUE;
}

static gboolean
away_passed (gpointer data)
{
  OneAway *away = data;

  away->heard (ONE_AWAY_TIME, away->data);
  return G_SOURCE_CONTINUE;
}

static void
away_forget_mounts (OneAway *away)
{
  g_clear_handle_id (&away->watch, g_source_remove);
  if (away->table >= 0)
    close (away->table);
  away->table = -1;
}

void
one_away_set (OneAway *away, gboolean mounts, gboolean time)
{
  if (mounts && away->table < 0) {
    away->table = open ("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
    if (away->table >= 0)
      away->watch = g_unix_fd_add (away->table, G_IO_PRI, away_mounted, away);
  }
  if (!mounts)
    away_forget_mounts (away);
  if (time && !away->timer)
    away->timer = g_timeout_add_seconds (SECONDS, away_passed, away);
  if (!time)
    g_clear_handle_id (&away->timer, g_source_remove);
}

void
one_away_free (OneAway *away)
{
  away_forget_mounts (away);
  g_clear_handle_id (&away->timer, g_source_remove);
  g_free (away);
}
