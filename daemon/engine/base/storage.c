/* SPDX-License-Identifier: MIT */
#include "engine/base/storage.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "engine/base/troubles.h"
#include "model/base/day.h"
#include "model/base/instant.h"
#include "store/meta.h"
#include "store/mornings.h"
#include "store/safety/backup.h"
#include "store/safety/memory-fallback.h"
#include "store/safety/moved.h"
#include "store/safety/recover.h"
#include "store/sent.h"
#include "wire/error.h"

#define SENT_DAYS 100     /* after which the rows of reminders are forgotten … */
#define SENT_KEPT 2000    /* … but for so many of the newest, of meetings */
#define MORNINGS_KEPT 100 /* … and of promises */

struct OneStorage {
  guint generation;  /* see one_storage_get_generation */
  gboolean replaced; /* its rows are those of another file, and no cycle has run since */
  gint64 backed_up;  /* the day (since the epoch) whose backup was seen to; 0 for none */
};

static char *
make_path (const OneBase *base)
{
  return g_build_filename (base->environment.data, "oned.db", NULL);
}

/* The newest backup, where there is one and no store: somebody lost it, or deleted it. */
static char *
find_missing (const char *path)
{
  g_autoptr (GPtrArray) backups = one_backup_list (path);
  GStatBuf info;

  if (backups->len == 0 || g_stat (path, &info) == 0 || errno != ENOENT)
    return NULL;
  return g_path_get_basename (backups->pdata[0]);
}

/* Remembers it in the new store, and so for as long as that is in use. */
static void
note_missing (const OneBase *base, const char *name)
{
  g_autoptr (GError) error = NULL;

  if (name && !one_meta_set (base->store, ONE_META_MISSING, name, &error))
    g_debug ("that the store was missing is forgotten at the end: %s", error->message);
}

/* Says it until a backup is restored, or that one deleted. */
static void
tell_missing (const OneBase *base)
{
  g_autofree char *path = make_path (base);
  g_autofree char *name = one_meta_find (base->store, ONE_META_MISSING, NULL);
  g_autofree char *backup =
      name ? g_build_filename (base->environment.data, "backups", name, NULL) : NULL;
  g_autofree char *said = g_strdup_printf (
      "the store '%s' was missing, and a new one was begun; to bring back the"
      " newest backup from before: onectl restore '%s'; to do without, delete that",
      path, backup ? backup : "");

  if (backup && g_file_test (backup, G_FILE_TEST_EXISTS))
    one_troubles_set (base, ONE_SUBJECT_DAMAGE, "", 0, said);
}

/* Says whether the store is in memory only: because of the disk, or of a file in its place. */
static void
tell_reason (const OneBase *base)
{
  const char *why = one_memory_fallback_find_reason (base->store);
  gboolean blocked = one_moved_is_blocked (base->store);
  g_autofree char *path = make_path (base);

  one_troubles_set (base, ONE_SUBJECT_DISK, "", 0, blocked ? NULL : why);
  one_troubles_set (base, ONE_SUBJECT_FILE, path, 0, blocked ? why : NULL);
}

/* Sees to a store whose file was deleted, replaced or moved away. */
static void
follow_file (const OneBase *base)
{
  gboolean was_on_disk = !one_memory_fallback_find_reason (base->store);
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  gboolean replaced, mended;

  if (!one_moved_is (base->store))
    return;
  mended = one_moved_mend (base->store, one_base_now (base), &said, &replaced, &error);
  if (mended)
    one_troubles_set (base, ONE_SUBJECT_DAMAGE, "", 0, said);
  if (mended)
    base->storage->backed_up = 0; /* the backups may have gone with it */
  if (mended || was_on_disk)
    base->storage->generation++;
  base->storage->replaced |= replaced;
  tell_reason (base);
}

gboolean
one_storage_open (OneBase *base, GError **error)
{
  g_autofree char *path = make_path (base);
  g_autofree char *missing = find_missing (path);
  g_autofree char *said = NULL;

  base->store = one_recover_open (path, one_base_now (base), &said, error);
  if (!base->store)
    return FALSE;
  base->storage = g_new0 (OneStorage, 1);
  one_troubles_set (base, ONE_SUBJECT_DAMAGE, "", 0, said);
  note_missing (base, missing);
  if (!said)
    tell_missing (base);
  return TRUE;
}

void
one_storage_close (OneBase *base)
{
  if (base->store)
    follow_file (base);
  g_clear_pointer (&base->store, one_store_close);
  g_clear_pointer (&base->storage, g_free);
}

guint
one_storage_get_generation (const OneBase *base)
{
  return base->storage->generation;
}

void
one_storage_try_disk (const OneBase *base)
{
  g_autoptr (GError) error = NULL;

  follow_file (base);
  if (!one_memory_fallback_find_reason (base->store) || one_moved_is (base->store))
    return;
  if (one_memory_fallback_leave (base->store, &error))
    base->storage->generation++; /* somebody may have changed the file meanwhile */
  else
    g_debug ("the store stays in memory: %s", error->message);
  tell_reason (base);
}

gboolean
one_storage_take_replaced (const OneBase *base)
{
  gboolean replaced = base->storage->replaced;

  base->storage->replaced = FALSE;
  return replaced;
}

gboolean
one_storage_prepare (const OneBase *base, GError **error)
{
  OneClock *clock = base->environment.clock;
  gboolean known = base->storage->replaced;

  one_storage_try_disk (base);
  if (base->storage->replaced && !known) {
    clock->set_wake (clock, one_base_now (base));
    g_set_error (error, ONE_ERROR, ONE_ERROR_REFUSED, "nothing was changed: %s",
                 one_troubles_find (base, ONE_SUBJECT_DAMAGE));
    return FALSE;
  }
  if (one_memory_fallback_find_reason (base->store) || !one_moved_is (base->store))
    return TRUE;
  g_set_error_literal (error, ONE_ERROR, ONE_ERROR_FAILED,
                       "the store is not where it was and cannot be written again");
  return FALSE;
}

char *
one_storage_restore (const OneBase *base, int fd, GError **error)
{
  char *aside;

  one_storage_try_disk (base);
  aside = one_backup_restore (base->store, fd, one_base_now (base), error);
  if (!aside)
    return NULL;
  one_troubles_set (base, ONE_SUBJECT_DAMAGE, "", 0, NULL);
  tell_missing (base);
  return aside;
}

/* Nothing known of the store's rows holds any more: they are another day's. */
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
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  GDate before = one_day_get (now - SENT_DAYS * ONE_DAY, utc);

  if (one_sent_prune (base->store, now - SENT_DAYS * ONE_DAY, SENT_KEPT, &error) < 0)
    g_debug ("reminders of old meetings are not forgotten: %s", error->message);
  g_clear_error (&error);
  if (one_mornings_prune (base->store, &before, MORNINGS_KEPT, &error) < 0)
    g_debug ("reminders of old promises are not forgotten: %s", error->message);
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
