/* SPDX-License-Identifier: MIT */
#include "reader/reader.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "reader/draft.h"
#include "reader/filter.h"
#include "reader/series.h"
#include "reader/walk.h"

struct OneReader {
  const OneRequest *request;
  OneFilter filter;
  OneZones *zones;
};

/* Where the bytes come from: a descriptor or memory. */
typedef struct {
  int fd; /* -1: memory */
  const char *bytes;
  gsize length, given;
  int error; /* errno of a read that failed */
} Source;

/* What the first pass leaves for a second. */
typedef struct {
  OneReader *reader;
  OneSheet *sheet;
  GHashTable *kept;   /* (owned) set of guint64: UIDs of which something was kept */
  GHashTable *moved;  /* (owned) likewise, of overrides moved into the horizon */
  GHashTable *wanted; /* (owned, nullable) UIDs of which everything is kept: the second pass */
  GArray *masters;    /* (owned) of guint64: UIDs of masters that were dropped */
  GArray *overrides;  /* (owned) likewise of overrides */
} Pass;

OneReader *
one_reader_new (const OneRequest *request)
{
  OneReader *reader = g_new0 (OneReader, 1);

  reader->request = request;
  reader->filter = one_filter_new (request);
  reader->zones = one_zones_new ();
  return reader;
}

void
one_reader_free (OneReader *reader)
{
  one_zones_free (reader->zones);
  g_free (reader);
}

static gsize
read_source (gpointer data, char *buffer, gsize size)
{
  Source *source = data;
  ssize_t n;

  if (source->fd < 0) {
    gsize give = MIN (size, source->length - source->given);

    if (give > 0)
      memcpy (buffer, source->bytes + source->given, give);
    source->given += give;
    return give;
  }
  do
    n = read (source->fd, buffer, size);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    source->error = errno;
  return n > 0 ? (gsize) n : 0;
}

static void
add_hash (GHashTable *set, guint64 hash)
{
  if (!g_hash_table_contains (set, &hash))
    g_hash_table_add (set, g_memdup2 (&hash, sizeof hash));
}

/* A CANCEL may tell of any series, so all of them are kept. */
static OneFilterVerdict
judge (Pass *pass, const OnePiece *piece)
{
  if (one_sheet_get_calendar (pass->sheet)->cancel)
    return ONE_FILTER_KEEP;
  return one_filter_judge (&pass->reader->filter, piece);
}

/* First pass: what can matter is parsed, of the rest only the UID is remembered. */
static void
take_event (Pass *pass, const OnePiece *piece)
{
  guint64 hash = one_filter_hash_uid (piece);

  switch (judge (pass, piece)) {
  case ONE_FILTER_KEEP:
    one_draft_add (pass->sheet, piece);
    if (pass->reader->request->all)
      return;
    add_hash (pass->kept, hash);
    if (one_filter_is_moved_here (&pass->reader->filter, piece))
      add_hash (pass->moved, hash);
    return;
  case ONE_FILTER_DROP_MASTER:
    g_array_append_val (pass->masters, hash);
    return;
  case ONE_FILTER_DROP_OVERRIDE:
    g_array_append_val (pass->overrides, hash);
    return;
  }
}

/* Second pass: as the first, and all of the UIDs that are wanted. */
static void
take_event_again (Pass *pass, const OnePiece *piece)
{
  guint64 hash = one_filter_hash_uid (piece);

  if (judge (pass, piece) == ONE_FILTER_KEEP || g_hash_table_contains (pass->wanted, &hash))
    one_draft_add (pass->sheet, piece);
}

static void
take_piece (Pass *pass, const OnePiece *piece)
{
  switch (piece->kind) {
  case ONE_PIECE_CALENDAR:
    one_sheet_begin_calendar (pass->sheet);
    break;
  case ONE_PIECE_PROPERTY:
    one_sheet_add_property (pass->sheet, piece->text, piece->length);
    break;
  case ONE_PIECE_ZONE:
    one_sheet_add_zone (pass->sheet, piece->text, piece->length, piece->line);
    break;
  case ONE_PIECE_EVENT:
    if (pass->wanted)
      take_event_again (pass, piece);
    else
      take_event (pass, piece);
    break;
  case ONE_PIECE_TOO_LONG:
    one_sheet_tell (pass->sheet, piece->line, "a component of more than %d KB is left out",
                    ONE_WALK_MAX_EVENT / 1024);
    break;
  case ONE_PIECE_CUT:
    one_sheet_tell (pass->sheet, piece->line, "the file ends inside this event, which is left out");
    break;
  }
}

/* What the walk as a whole found. */
static void
conclude (OneSheet *sheet, const OneWalk *walk, const Source *source)
{
  OneReading *reading = sheet->reading;

  reading->refused = one_walk_is_utf16 (walk) || !one_walk_is_calendar (walk) || source->error;
  if (source->error)
    one_sheet_tell (sheet, 0, "cannot be read: %s", g_strerror (source->error));
  else if (one_walk_is_utf16 (walk))
    one_sheet_tell (sheet, 0, "is in UTF-16; iCalendar files are in UTF-8");
  else if (!one_walk_is_calendar (walk))
    one_sheet_tell (sheet, 0, "holds no calendar");
  else if (one_walk_is_cut_off (walk))
    one_sheet_tell (sheet, one_walk_get_line (walk),
                    "END:VCALENDAR is missing: the file is cut off");
}

static void
walk_through (Pass *pass, Source *source)
{
  g_autoptr (OneWalk) walk = one_walk_new (read_source, source);
  OnePiece piece;

  pass->sheet->line_end = one_walk_get_line_end (walk);
  while (one_walk_next (walk, &piece))
    take_piece (pass, &piece);
  conclude (pass->sheet, walk, source);
}

/* UIDs of `dropped` of which something was kept. */
static void
add_wanted (GHashTable **wanted, GHashTable *kept, const GArray *dropped)
{
  if (g_hash_table_size (kept) == 0)
    return;
  for (guint i = 0; i < dropped->len; i++) {
    guint64 hash = g_array_index (dropped, guint64, i);

    if (!g_hash_table_contains (kept, &hash))
      continue;
    if (!*wanted)
      *wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    add_hash (*wanted, hash);
  }
}

static Pass
pass_begin (OneReader *reader, OneReading *reading)
{
  Pass pass = { .reader = reader };

  pass.sheet = one_sheet_new (reading, reader->request, reader->zones);
  pass.kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  pass.moved = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  pass.masters = g_array_new (FALSE, FALSE, sizeof (guint64));
  pass.overrides = g_array_new (FALSE, FALSE, sizeof (guint64));
  return pass;
}

static void
pass_end (Pass *pass)
{
  one_sheet_free (pass->sheet);
  g_hash_table_unref (pass->kept);
  g_hash_table_unref (pass->moved);
  g_clear_pointer (&pass->wanted, g_hash_table_unref);
  g_array_unref (pass->masters);
  g_array_unref (pass->overrides);
}

static gboolean
rewind_source (Source *source)
{
  source->given = 0;
  return source->fd < 0 || lseek (source->fd, 0, SEEK_SET) == 0;
}

static OneReading *
read_all (OneReader *reader, const char *path, Source *source)
{
  OneReading *reading = one_reading_new (path);
  Pass pass = pass_begin (reader, reading);

  walk_through (&pass, source);
  /* A master that was dropped belongs to overrides that were not, or is a newer state of one that
   * was not; so does an override. Rare, so the file is walked once more only then. */
  add_wanted (&pass.wanted, pass.kept, pass.masters);
  add_wanted (&pass.wanted, pass.moved, pass.overrides);
  if (pass.wanted && rewind_source (source)) {
    g_clear_pointer (&pass.sheet, one_sheet_free);
    g_ptr_array_set_size (reading->troubles, 0);
    pass.sheet = one_sheet_new (reading, reader->request, reader->zones);
    walk_through (&pass, source);
  }
  if (!reading->refused)
    one_series_add_all (pass.sheet);
  pass_end (&pass);
  return reading;
}

OneReading *
one_reader_read_fd (OneReader *reader, const char *path, int fd)
{
  Source source = { .fd = fd };
  OneReading *reading;

  if (lseek (fd, 0, SEEK_SET) == 0)
    return read_all (reader, path, &source);
  reading = one_reading_new (path);
  reading->refused = TRUE;
  g_ptr_array_add (reading->troubles, one_trouble_new (path, 0, "is not a file that can be read"));
  return reading;
}

OneReading *
one_reader_read (OneReader *reader, const char *path, const char *bytes, gsize length)
{
  Source source = { .fd = -1, .bytes = bytes, .length = length };

  return read_all (reader, path, &source);
}
