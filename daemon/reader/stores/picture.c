/* SPDX-License-Identifier: MIT */
#include "reader/stores/picture.h"

#include <string.h>
#include "reader/fstat.h"
#include "reader/stores/write-ahead-log.h"

#define MAX_SIZE (48 << 20) /* of the file and the log together, and of the picture */
#define HEAD 100            /* bytes of the head of a database */
#define COUNTER 24          /* in it: four bytes that each change counts up */
#define FORMATS 18          /* in it: two bytes, each 2 for a database with a log */
#define MAX_ROW (4 << 20)   /* bytes of a value */
#define STEPS 1000          /* of SQLite's machine, after which it asks whether to go on … */
#define MAX_STEPS 100000    /* … and how often it may ask: seconds */

/* How the files are. That of no log is all zero. */
typedef struct {
  struct stat file, log;
  guint8 head[HEAD], log_head[ONE_WRITE_AHEAD_LOG_HEAD];
} Sight;

static gboolean
sight_take (const OnePictureFiles *files, Sight *sight)
{
  memset (sight, 0, sizeof *sight);
  if (one_fstat (files->file, &sight->file) < 0
      || (files->log >= 0 && one_fstat (files->log, &sight->log) < 0))
    return FALSE;
  /* They may be shorter: then there is nothing to compare. */
  (void) !one_write_ahead_log_pread (files->file, sight->head, HEAD, 0);
  if (files->log >= 0)
    (void) !one_write_ahead_log_pread (files->log, sight->log_head, ONE_WRITE_AHEAD_LOG_HEAD, 0);
  return TRUE;
}

static gboolean
status_equal (const struct stat *a, const struct stat *b)
{
  return a->st_size == b->st_size && a->st_ino == b->st_ino
         && a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* Whether nothing was written in between. The times alone would not tell: within a tick of the
 * clock that stamps files they stand still. */
static gboolean
sight_equal (const Sight *a, const Sight *b)
{
  return status_equal (&a->file, &b->file) && status_equal (&a->log, &b->log)
         && memcmp (a->head + COUNTER, b->head + COUNTER, 4) == 0
         && memcmp (a->log_head, b->log_head, ONE_WRITE_AHEAD_LOG_HEAD) == 0;
}

static gboolean
is_too_large (const Sight *sight, const OneWriteAheadLog *log)
{
  return sight->file.st_size > MAX_SIZE || sight->log.st_size > MAX_SIZE - sight->file.st_size
         || (guint64) log->pages * log->page > MAX_SIZE;
}

/* The bytes of the database after its last commit. NULL if they cannot be read. (transfer full:
 * sqlite3_free) */
static guint8 *
read_image (const OnePictureFiles *files, const Sight *sight, const OneWriteAheadLog *log,
            gsize *size)
{
  gsize whole = (gsize) sight->file.st_size;
  guint8 *image;

  *size = log->pages > 0 ? (gsize) log->pages * log->page : whole;
  image = sqlite3_malloc64 (MAX (MAX (*size, whole), HEAD));
  if (!image)
    return NULL;
  memset (image, 0, HEAD);
  if (*size > whole)
    memset (image + whole, 0, *size - whole);
  if (one_write_ahead_log_pread (files->file, image, whole, 0)
      && (log->pages == 0 || one_write_ahead_log_replay (log, files->log, image)))
    return image;
  sqlite3_free (image);
  return NULL;
}

/* TRUE to stop: a damaged database may lead in circles. */
static int
count_step (void *data)
{
  OnePicture *picture = data;

  return ++picture->steps > MAX_STEPS;
}

static void
guard (OnePicture *picture)
{
  static const int off[] = { SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_TRIGGER,
                             SQLITE_DBCONFIG_ENABLE_VIEW };

  sqlite3_limit (picture->database, SQLITE_LIMIT_LENGTH, MAX_ROW);
  sqlite3_db_config (picture->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (off); i++)
    sqlite3_db_config (picture->database, off[i], 0, NULL);
  sqlite3_progress_handler (picture->database, STEPS, count_step, picture);
}

/* `image` (transfer full) */
static OnePicture *
open_image (guint8 *image, gsize size)
{
  g_autoptr (OnePicture) picture = g_new0 (OnePicture, 1);

  image[FORMATS] = image[FORMATS + 1] = 1; /* it has no log any more */
  if (sqlite3_open_v2 (":memory:", &picture->database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                       NULL)
      != SQLITE_OK) {
    sqlite3_free (image);
    return NULL;
  }
  guard (picture);
  if (sqlite3_deserialize (picture->database, "main", image, (gint64) size, (gint64) size,
                           SQLITE_DESERIALIZE_READONLY | SQLITE_DESERIALIZE_FREEONCLOSE)
      != SQLITE_OK)
    return NULL;
  return g_steal_pointer (&picture);
}

OnePictureResult
one_picture_take (const OnePictureFiles *files, OnePicture **picture, const char **why)
{
  Sight before, after;
  OneWriteAheadLog log = { 0 };
  guint8 *image;
  gsize size = 0;

  if (!sight_take (files, &before))
    return ONE_PICTURE_BUSY;
  if (files->log >= 0 && before.log.st_size <= MAX_SIZE)
    log = one_write_ahead_log_find_commit (files->log, before.log.st_size);
  *why = "it is larger than 48 MB, which is the most that oned reads of a database";
  if (is_too_large (&before, &log))
    return ONE_PICTURE_REFUSED;
  image = read_image (files, &before, &log, &size);
  if (!image || !sight_take (files, &after) || !sight_equal (&before, &after)) {
    sqlite3_free (image);
    return ONE_PICTURE_BUSY;
  }
  *why = "it is no database of SQLite's";
  if (size < HEAD || memcmp (image, "SQLite format 3", 16) != 0) {
    sqlite3_free (image);
    return ONE_PICTURE_REFUSED;
  }
  *why = "it is damaged";
  *picture = open_image (image, size);
  return *picture ? ONE_PICTURE_TAKEN : ONE_PICTURE_REFUSED;
}

void
one_picture_free (OnePicture *picture)
{
  sqlite3_close (picture->database);
  g_free (picture);
}
