/* SPDX-License-Identifier: MIT */
#include "reader/store-reading.h"

#include <errno.h>
#include <unistd.h>
#include "model/calendar/store-path.h"
#include "reader/stores/evolution.h"
#include "reader/stores/write-ahead-log.h"
#include "reader/stores/picture.h"
#include "reader/stores/thunderbird.h"

/* The database in hand. */
typedef struct {
  OneRoots *roots;       /* (borrowed) */
  const char *path;      /* (borrowed) */
  OneStamp stamp;        /* of all of it */
  OnePictureFiles files; /* (owned) -1 for one that is not open */
} Store;

static OneReading *
refuse (const Store *store, gboolean busy, const char *why)
{
  OneReading *reading = one_reading_new (store->path);

  reading->stamp = store->stamp;
  reading->refused = TRUE;
  reading->busy = busy;
  g_ptr_array_add (reading->troubles, one_trouble_new (store->path, 0, why));
  return reading;
}

/* Whether a change of it is under way, or was broken off. A journal that begins with a zero is kept
 * for the next change. */
static gboolean
is_changing (const Store *store)
{
  OneStamp stamp;
  guint8 first = 0;
  int fd = one_roots_open_beside (store->roots, store->path, ONE_STORE_PATH_JOURNAL, &stamp);

  if (fd < 0)
    return errno != ENOENT;
  if (!one_write_ahead_log_pread (fd, &first, 1, 0))
    first = 0;
  close (fd);
  return first != 0;
}

/* Whether a log came or went since the picture was begun. */
static gboolean
has_other_log (const Store *store)
{
  OneStamp stamp;
  int fd = one_roots_open_beside (store->roots, store->path, ONE_STORE_PATH_LOG, &stamp);

  if (fd >= 0)
    close (fd);
  return (fd >= 0) != (store->files.log >= 0);
}

/* NULL with `why` if there is none to open. */
static const char *
store_open (Store *store)
{
  OneStamp log;
  const char *why = NULL;

  store->files.log = -1;
  store->files.file = one_roots_open (store->roots, store->path, &store->stamp, &why);
  if (store->files.file < 0)
    return why;
  store->files.log = one_roots_open_beside (store->roots, store->path, ONE_STORE_PATH_LOG, &log);
  if (store->files.log >= 0)
    one_store_path_join (&store->stamp, &log);
  return store->files.log >= 0 || errno == ENOENT ? NULL : "there is no permission to read its log";
}

static void
store_close (Store *store)
{
  if (store->files.file >= 0)
    close (store->files.file);
  if (store->files.log >= 0)
    close (store->files.log);
}

static OnePicture *
take_picture (const Store *store, gboolean *busy, const char **why)
{
  g_autoptr (OnePicture) picture = NULL;
  gboolean changing = is_changing (store);
  OnePictureResult result =
      changing ? ONE_PICTURE_BUSY : one_picture_take (&store->files, &picture, why);

  *busy = result == ONE_PICTURE_BUSY
          || (result == ONE_PICTURE_TAKEN && (is_changing (store) || has_other_log (store)));
  return *busy ? NULL : g_steal_pointer (&picture);
}

/* The lines of text that was made of rows are of no use to anybody. */
static void
forget_lines (OneReading *reading)
{
  for (guint i = 0; i < reading->troubles->len; i++)
    ((OneTrouble *) reading->troubles->pdata[i])->line = 0;
  for (guint i = 0; i < reading->series->len; i++) {
    const OneSeries *series = reading->series->pdata[i];

    for (guint j = 0; j < series->events->len; j++)
      ((OneEvent *) series->events->pdata[j])->line = 0;
  }
}

static OneReading *
read_rows (OneReader *reader, const Store *store, const OneStoreRows *rows)
{
  OneReading *reading = one_reader_read (reader, store->path, rows->text->str, rows->text->len);

  forget_lines (reading);
  reading->stamp = store->stamp;
  reading->holds = rows->events;
  reading->incomplete |= rows->is_lacking;
  if (rows->is_lacking)
    g_ptr_array_add (
        reading->troubles,
        one_trouble_new (store->path, 0,
                         "some of its events cannot be understood: they are left out"));
  return reading;
}

/* The text is made first, and the picture freed: both have not room beside what is read of it. */
static OneStoreRows *
list_rows (OneReader *reader, const Store *store, OnePicture *picture)
{
  OneStoreRows *rows = one_store_rows_new ();

  if (one_store_path_kind (store->path) == ONE_STORE_EVOLUTION)
    one_evolution_write (picture->database, rows);
  else
    one_thunderbird_write (picture->database, one_store_path_get_calendar (store->path),
                           one_reader_get_zones (reader), rows);
  return rows;
}

OneReading *
one_store_reading_make (OneReader *reader, OneRoots *roots, const char *path)
{
  Store store = { .roots = roots, .path = path };
  const char *why = store_open (&store);
  g_autoptr (OnePicture) picture = NULL;
  g_autoptr (OneStoreRows) rows = NULL;
  gboolean busy = FALSE;
  OneReading *reading;

  if (!why) {
    picture = take_picture (&store, &busy, &why);
    if (busy)
      why = "its program writes to it all the time, so that it cannot be read";
    rows = picture ? list_rows (reader, &store, picture) : NULL;
  }
  g_clear_pointer (&picture, one_picture_free);
  if (rows && !rows->why)
    reading = read_rows (reader, &store, rows);
  else
    reading = refuse (&store, busy, rows ? rows->why : why);
  store_close (&store);
  return reading;
}
