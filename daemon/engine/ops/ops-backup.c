/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops-kept.h"

#include "engine/base/change.h"
#include "engine/cycle.h"
#include "engine/state.h"
#include "store/safety/backup.h"

gboolean
one_ops_backup (OneEngine *engine, int fd, GError **error)
{
  return one_backup_write (engine->store, fd, error);
}

/* The rows of the reminders that wait for an answer are other rows now, if they are there at all.
 */
char *
one_ops_backup_restore (OneEngine *engine, int fd, GError **error)
{
  char *aside;

  one_change_try_disk (engine);
  aside = one_backup_restore (engine->store, fd, one_engine_now (engine), error);
  if (!aside)
    return NULL;
  g_hash_table_remove_all (engine->under_way);
  g_hash_table_remove_all (engine->shared);
  one_cycle_rejudge (engine);
  return aside;
}
