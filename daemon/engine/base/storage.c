/* SPDX-License-Identifier: MIT */
#include "engine/base/storage.h"

#include "engine/base/troubles.h"
#include "model/instant.h"
#include "store/db/undo.h"
#include "store/meta.h"
#include "store/safety/backup.h"
#include "store/safety/memory-fallback.h"
#include "store/safety/recover.h"
#include "store/sent.h"

#define SENT_DAYS 100  /* after which the rows of a meeting's reminders are forgotten … */
#define SENT_KEPT 2000 /* … but for so many of the newest */

struct OneStorage {
  guint generation; /* see one_storage_get_generation */
  gint64 backed_up; /* the day (since the epoch) whose backup was seen to; 0 for none */
};

gboolean
one_storage_open (OneBase *base, GError **error)
{
  g_autofree char *path = g_build_filename (base->environment.data, "oned.db", NULL);
  g_autofree char *said = NULL;

  base->store = one_recover_open (path, one_base_now (base), &said, error);
  if (!base->store)
    return FALSE;
  base->storage = g_new0 (OneStorage, 1);
  one_troubles_set (base, ONE_SUBJECT_DAMAGE, "", 0, said);
  return TRUE;
}

void
one_storage_close (OneBase *base)
{
  g_clear_pointer (&base->store, one_store_close);
  g_clear_pointer (&base->storage, g_free);
}

guint
one_storage_get_generation (const OneBase *base)
{
  return base->storage->generation;
}

/* Says whether the store is in memory only. */
static void
tell_reason (const OneBase *base)
{
  one_troubles_set (base, ONE_SUBJECT_DISK, "", 0, one_memory_fallback_find_reason (base->store));
}

void
one_storage_try_disk (const OneBase *base)
{
  g_autoptr (GError) error = NULL;

  if (!one_memory_fallback_find_reason (base->store))
    return;
  if (one_memory_fallback_leave (base->store, &error))
    base->storage->generation++; /* somebody may have changed the file meanwhile */
  else
    g_debug ("the store stays in memory: %s", error->message);
  tell_reason (base);
}

OneTransaction *
one_storage_begin (const OneBase *base, const char *what, GError **error)
{
  g_autoptr (OneTransaction) all = NULL;

  one_storage_try_disk (base);
  all = one_transaction_new (base->store, error);
  if (!all || !one_undo_begin (base->store, what, one_base_now (base), error))
    return NULL;
  return g_steal_pointer (&all);
}

/* What was known of the store's rows is known no more: they are another day's. */
static gboolean
replace_damaged (const OneBase *base, gint64 now)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  if (!one_recover_replace (base->store, now, &said, &error)) {
    g_critical ("a damaged store could not be replaced: %s", error->message);
    return FALSE;
  }
  one_troubles_set (base, ONE_SUBJECT_DAMAGE, "", 0, said);
  base->storage->generation++;
  return TRUE;
}

static gboolean
enter_memory (const OneBase *base)
{
  const char *why = one_troubles_find (base, ONE_SUBJECT_STORE);
  g_autoptr (GError) error = NULL;

  if (!one_memory_fallback_enter (base->store, why ? why : "the disk is full or failing", NULL,
                                  &error)) {
    one_troubles_set (base, ONE_SUBJECT_DISK, "", 0, error->message);
    return FALSE;
  }
  tell_reason (base);
  base->storage->generation++;
  return TRUE;
}

/* A row for each reminder ever shown would have the table grow for ever. */
static void
prune (const OneBase *base, gint64 now)
{
  g_autoptr (GError) error = NULL;

  if (one_sent_prune (base->store, now - SENT_DAYS * ONE_DAY, SENT_KEPT, &error) < 0)
    g_debug ("reminders of old meetings are not forgotten: %s", error->message);
}

void
one_storage_back_up (const OneBase *base, gint64 now)
{
  g_autoptr (GError) error = NULL;

  if (base->storage->backed_up == now / ONE_DAY)
    return;
  base->storage->backed_up = now / ONE_DAY;
  prune (base, now);
  if (!one_backup_make_daily (base->store, now, &error))
    one_troubles_set (base, ONE_SUBJECT_BACKUP, "", 0, error->message);
  else
    one_troubles_set (base, ONE_SUBJECT_BACKUP, "", 0, NULL);
}

gboolean
one_storage_settle (const OneBase *base, gint64 now)
{
  if (one_recover_is_wanted (base->store))
    return replace_damaged (base, now);
  if (one_memory_fallback_is_wanted (base->store))
    return enter_memory (base);
  return FALSE;
}

gint64
one_storage_get_first_sight (const OneBase *base, gint64 now)
{
  g_autoptr (GError) error = NULL;
  gint64 since = now;

  if (one_meta_get_int (base->store, ONE_META_FIRST_SIGHT, 0, &since, &error) && since != 0)
    return since;
  if (!error && one_meta_set_int (base->store, ONE_META_FIRST_SIGHT, now, &error))
    return now;
  one_troubles_set (base, ONE_SUBJECT_STORE, "", 0, error->message);
  base->storage->generation++;
  return now;
}
