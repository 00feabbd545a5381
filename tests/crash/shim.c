/* SPDX-License-Identifier: MIT */
#include "tests/crash/shim.h"

#include <sqlite3.h>
#include <string.h>

typedef struct {
  sqlite3_file base;
  ShimPlace place;
} ShimFile;

static sqlite3_vfs shim;
static sqlite3_vfs *parent;
static GPtrArray *record;
static ShimFault fault;
static guint calls;
static gboolean failed;

void
shim_event_free (ShimEvent *event)
{
  g_clear_pointer (&event->bytes, g_bytes_unref);
  g_free (event);
}

void
shim_record (GPtrArray *log)
{
  record = log;
}

static void
write_down (ShimKind kind, ShimPlace place, gint64 at, GBytes *bytes)
{
  ShimEvent *event;

  if (!record || place == SHIM_OTHER) {
    g_clear_pointer (&bytes, g_bytes_unref);
    return;
  }
  event = g_new0 (ShimEvent, 1);
  *event = (ShimEvent){ kind, place, at, bytes };
  g_ptr_array_add (record, event);
}

void
shim_tell (gint64 number)
{
  write_down (SHIM_TOLD, SHIM_STORE, number, NULL);
}

void
shim_fail (const ShimFault *wanted)
{
  fault = wanted ? *wanted : (ShimFault){ 0 };
  calls = 0;
  failed = FALSE;
}

gboolean
shim_has_failed (void)
{
  return failed;
}

/* SQLITE_OK, or with what this call fails. */
static int
strike (gboolean takes_room, int status)
{
  if (fault.call == 0 || (fault.full && !takes_room))
    return SQLITE_OK;
  calls++;
  if (calls != fault.call && !(fault.on && calls > fault.call))
    return SQLITE_OK;
  failed = TRUE;
  return fault.full ? SQLITE_FULL : status;
}

static sqlite3_file *
real (sqlite3_file *file)
{
  return (sqlite3_file *) ((ShimFile *) file + 1);
}

static int
shim_close (sqlite3_file *file)
{
  return real (file)->pMethods->xClose (real (file));
}

static int
shim_read (sqlite3_file *file, void *to, int count, sqlite3_int64 at)
{
  int status = strike (FALSE, SQLITE_IOERR_READ);

  return status ? status : real (file)->pMethods->xRead (real (file), to, count, at);
}

static int
shim_write (sqlite3_file *file, const void *from, int count, sqlite3_int64 at)
{
  int status = strike (TRUE, SQLITE_IOERR_WRITE);

  if (status)
    return status;
  write_down (SHIM_WRITE, ((ShimFile *) file)->place, at, g_bytes_new (from, (gsize) count));
  return real (file)->pMethods->xWrite (real (file), from, count, at);
}

static int
shim_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  int status = strike (FALSE, SQLITE_IOERR_TRUNCATE);

  if (status)
    return status;
  write_down (SHIM_TRUNCATE, ((ShimFile *) file)->place, size, NULL);
  return real (file)->pMethods->xTruncate (real (file), size);
}

static int
shim_sync (sqlite3_file *file, int flags)
{
  int status = strike (FALSE, SQLITE_IOERR_FSYNC);

  if (status)
    return status;
  write_down (SHIM_SYNC, ((ShimFile *) file)->place, 0, NULL);
  return SQLITE_OK;
}

static int
shim_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  int status = strike (FALSE, SQLITE_IOERR_FSTAT);

  return status ? status : real (file)->pMethods->xFileSize (real (file), size);
}

static int
shim_lock (sqlite3_file *file, int lock)
{
  return real (file)->pMethods->xLock (real (file), lock);
}

static int
shim_unlock (sqlite3_file *file, int lock)
{
  return real (file)->pMethods->xUnlock (real (file), lock);
}

static int
shim_check_lock (sqlite3_file *file, int *result)
{
  return real (file)->pMethods->xCheckReservedLock (real (file), result);
}

static int
shim_control (sqlite3_file *file, int what, void *value)
{
  return real (file)->pMethods->xFileControl (real (file), what, value);
}

static int
shim_sector_size (sqlite3_file *file)
{
  return real (file)->pMethods->xSectorSize (real (file));
}

static int
shim_traits (sqlite3_file *file)
{
  return real (file)->pMethods->xDeviceCharacteristics (real (file));
}

static int
shim_map (sqlite3_file *file, int page, int size, int extend, void volatile **to)
{
  return real (file)->pMethods->xShmMap (real (file), page, size, extend, to);
}

static int
shim_lock_map (sqlite3_file *file, int at, int count, int flags)
{
  return real (file)->pMethods->xShmLock (real (file), at, count, flags);
}

static void
shim_barrier (sqlite3_file *file)
{
  real (file)->pMethods->xShmBarrier (real (file));
}

static int
shim_unmap (sqlite3_file *file, int gone)
{
  return real (file)->pMethods->xShmUnmap (real (file), gone);
}

/* Version 2: files are not mapped, so that nothing goes past. */
static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = shim_close,
  .xRead = shim_read,
  .xWrite = shim_write,
  .xTruncate = shim_truncate,
  .xSync = shim_sync,
  .xFileSize = shim_file_size,
  .xLock = shim_lock,
  .xUnlock = shim_unlock,
  .xCheckReservedLock = shim_check_lock,
  .xFileControl = shim_control,
  .xSectorSize = shim_sector_size,
  .xDeviceCharacteristics = shim_traits,
  .xShmMap = shim_map,
  .xShmLock = shim_lock_map,
  .xShmBarrier = shim_barrier,
  .xShmUnmap = shim_unmap,
};

static int
shim_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
  ShimFile *own = (ShimFile *) file;
  int status = strike (TRUE, SQLITE_CANTOPEN);

  memset (own, 0, (gsize) vfs->szOsFile);
  own->place = (flags & SQLITE_OPEN_MAIN_DB) ? SHIM_STORE
               : (flags & SQLITE_OPEN_WAL)   ? SHIM_LOG
                                             : SHIM_OTHER;
  if (!status)
    status = parent->xOpen (parent, name, real (file), flags, out);
  if (!status)
    own->base.pMethods = &methods;
  return status;
}

static int
shim_delete (sqlite3_vfs *vfs, const char *name, int sync)
{
  int status = strike (FALSE, SQLITE_IOERR_DELETE);

  if (status)
    return status;
  write_down (SHIM_DELETE, g_str_has_suffix (name, "-wal") ? SHIM_LOG : SHIM_OTHER, 0, NULL);
  return parent->xDelete (parent, name, sync);
}

void
shim_register (void)
{
  g_assert_cmpint (sqlite3_initialize (), ==, SQLITE_OK);
  parent = sqlite3_vfs_find (NULL);
  shim = *parent;
  shim.pNext = NULL;
  shim.zName = "shim";
  shim.szOsFile = (int) sizeof (ShimFile) + parent->szOsFile;
  shim.xOpen = shim_open;
  shim.xDelete = shim_delete;
  g_assert_cmpint (sqlite3_vfs_register (&shim, 1), ==, SQLITE_OK);
}
