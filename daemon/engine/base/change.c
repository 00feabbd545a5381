/* SPDX-License-Identifier: MIT */
#include "engine/base/change.h"

#include "engine/base/load.h"
#include "engine/state.h"
#include "store/db/undo.h"
#include "store/safety/backup.h"
#include "store/safety/memory-fallback.h"
#include "store/safety/recover.h"
#include "store/sent.h"

#define DAY (24 * 60 * 60)
#define SENT_DAYS 100  /* after which the rows of a meeting's reminders are forgotten … */
#define SENT_KEPT 2000 /* … but for so many of the newest */

OneStore *
one_change_open_store (const OneEngineParts *parts, char **said, GError **error)
{
  g_autofree char *path = g_build_filename (parts->data, "oned.db", NULL);

  return one_recover_open (path, parts->clock->now (parts->clock), said, error);
}

/* Says whether the store is in memory only. */
static void
tell_reason (OneEngine *engine)
{
  one_load_trouble (engine, ONE_SUBJECT_DISK, "", 0,
                    one_memory_fallback_find_reason (engine->store));
}

void
one_change_try_disk (OneEngine *engine)
{
  g_autoptr (GError) error = NULL;

  if (!one_memory_fallback_find_reason (engine->store))
    return;
  if (one_memory_fallback_leave (engine->store, &error))
    engine->judge = TRUE; /* somebody may have changed the file meanwhile */
  else
    g_debug ("the store stays in memory: %s", error->message);
  tell_reason (engine);
}

OneTransaction *
one_change_begin (OneEngine *engine, const char *what, GError **error)
{
  g_autoptr (OneTransaction) all = NULL;

  one_change_try_disk (engine);
  all = one_transaction_new (engine->store, error);
  if (!all || !one_undo_begin (engine->store, what, one_engine_now (engine), error))
    return NULL;
  return g_steal_pointer (&all);
}

/* What was known of the store's rows is known no more: they are another day's. */
static gboolean
replace_damaged (OneEngine *engine, gint64 now)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  if (!one_recover_replace (engine->store, now, &said, &error)) {
    g_critical ("a damaged store could not be replaced: %s", error->message);
    return FALSE;
  }
  one_load_trouble (engine, ONE_SUBJECT_DAMAGE, "", 0, said);
  engine->judge = TRUE;
  return TRUE;
}

static gboolean
enter_memory (OneEngine *engine)
{
  const OneTrouble *why =
      g_hash_table_lookup (engine->own, one_words_format_subject (ONE_SUBJECT_STORE));
  g_autoptr (GError) error = NULL;

  if (!one_memory_fallback_enter (engine->store, why ? why->what : "the disk is full or failing",
                                  &error)) {
    one_load_trouble (engine, ONE_SUBJECT_DISK, "", 0, error->message);
    return FALSE;
  }
  tell_reason (engine);
  engine->judge = TRUE;
  return TRUE;
}

/* A row for each reminder ever shown would have the table grow for ever. */
static void
prune (OneEngine *engine, gint64 now)
{
  g_autoptr (GError) error = NULL;

  if (one_sent_prune (engine->store, now - SENT_DAYS * DAY, SENT_KEPT, &error) < 0)
    g_debug ("reminders of old meetings are not forgotten: %s", error->message);
}

void
one_change_back_up (OneEngine *engine, gint64 now)
{
  g_autoptr (GError) error = NULL;

  if (!engine->settled || engine->backed_up == now / DAY)
    return;
  engine->backed_up = now / DAY;
  prune (engine, now);
  if (!one_backup_make_daily (engine->store, now, &error))
    one_load_trouble (engine, ONE_SUBJECT_BACKUP, "", 0, error->message);
  else
    one_load_trouble (engine, ONE_SUBJECT_BACKUP, "", 0, NULL);
}

gboolean
one_change_settle (OneEngine *engine, gint64 now)
{
  if (one_recover_is_wanted (engine->store))
    return replace_damaged (engine, now);
  if (one_memory_fallback_is_wanted (engine->store))
    return enter_memory (engine);
  return FALSE;
}
