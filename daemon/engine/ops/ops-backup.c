/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops.h"

#include <unistd.h>

#include "engine/base/storage.h"
#include "engine/cycle.h"
#include "engine/state.h"
#include "store/safety/backup.h"
#include "store/safety/beside.h"
#include "store/safety/memory-fallback.h"
#include "wire/error.h"

/* A copy under way. Its thread uses path, fd and error. */
typedef struct {
  char *path;    /* (owned) of the store */
  int fd;        /* (owned) */
  GError *error; /* (owned) why it failed */
  OneBackedUpFunc done;
  gpointer data;
} Copying;

static void
copying_run (gpointer work)
{
  Copying *copying = work;

  if (!one_beside_write (copying->path, copying->fd, &copying->error))
    g_debug ("no copy of the store was written");
}

static void
copying_done (gpointer work, gpointer data)
{
  Copying *copying = work;

  ((OneEngine *) data)->backup = NULL;
  copying->done (copying->error, copying->data);
}

static void
copying_free (gpointer work)
{
  Copying *copying = work;

  close (copying->fd);
  g_clear_error (&copying->error);
  g_free (copying->path);
  g_free (copying);
}

static const OneWorkerFuncs copying_funcs = {
  .name = "backup",
  .run = copying_run,
  .done = copying_done,
  .free = copying_free,
};

/* A store in memory has no second connection, and is small or soon on the disk again. */
static gboolean
write_now (OneEngine *engine, int fd, GError **error)
{
  if (!engine->backup)
    return one_backup_write (engine->base.store, fd, error);
  g_set_error_literal (error, ONE_ERROR, ONE_ERROR_REFUSED, "another backup is being written");
  return FALSE;
}

void
one_ops_backup (OneEngine *engine, int fd, OneBackedUpFunc done, gpointer data)
{
  g_autoptr (GError) error = NULL;
  Copying *copying;

  one_storage_try_disk (&engine->base);
  if (engine->backup || one_memory_fallback_find_reason (engine->base.store)) {
    if (!write_now (engine, fd, &error))
      g_debug ("no copy of the store was written");
    close (fd);
    done (error, data);
    return;
  }
  copying = g_new0 (Copying, 1);
  copying->path = g_build_filename (engine->base.environment.data, "oned.db", NULL);
  copying->fd = fd;
  copying->done = done;
  copying->data = data;
  engine->backup = one_worker_new (&copying_funcs, copying, engine);
}

void
one_ops_backup_forget (OneEngine *engine)
{
  if (engine->backup)
    one_worker_cancel (engine->backup);
  engine->backup = NULL;
}

/* The rows of the reminders that wait for an answer are other rows now, if they are there at all.
 */
char *
one_ops_backup_restore (OneEngine *engine, int fd, GError **error)
{
  char *aside = one_storage_restore (&engine->base, fd, error);

  if (!aside)
    return NULL;
  one_reminders_forget_rows (engine->reminders);
  one_cycle_rejudge (engine);
  return aside;
}
