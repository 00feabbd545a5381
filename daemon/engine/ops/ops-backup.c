/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops.h"

#include "engine/base/storage.h"
#include "engine/cycle.h"
#include "engine/state.h"
#include "store/safety/backup.h"

gboolean
one_ops_backup (OneEngine *engine, int fd, GError **error)
{
  return one_backup_write (engine->base.store, fd, error);
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
