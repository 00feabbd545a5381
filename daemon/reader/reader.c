/* SPDX-License-Identifier: MIT */
#include "reader/reader.h"

#include "reader/gather.h"
#include "reader/series.h"

struct OneReader {
  OneZones *zones;   /* (owned) */
  OneSheet *sheet;   /* (owned) */
  OneGather *gather; /* (owned) */
  OneSource source;  /* what was read last */
};

OneReader *
one_reader_new (const OneRequest *request)
{
  OneReader *reader = g_new0 (OneReader, 1);

  reader->zones = one_zones_new ();
  reader->sheet = one_sheet_new (request, reader->zones);
  reader->gather = one_gather_new (request);
  return reader;
}

void
one_reader_free (OneReader *reader)
{
  one_gather_free (reader->gather);
  one_sheet_free (reader->sheet);
  one_zones_free (reader->zones);
  g_free (reader);
}

/* By line; what is about the file as a whole comes last. */
static int
compare_troubles (gconstpointer a, gconstpointer b)
{
  guint x = (*(OneTrouble *const *) a)->line - 1, y = (*(OneTrouble *const *) b)->line - 1;

  return (x > y) - (x < y);
}

static OneReading *
read_all (OneReader *reader, const char *path)
{
  OneReading *reading;

  if (!one_gather_begin (reader->gather, &reader->source))
    return NULL;
  reading = one_reading_new (path);
  one_sheet_begin (reader->sheet, reading, &reader->source);
  one_gather_file (reader->gather, reader->sheet);
  if (!reading->refused)
    one_series_add_all (reader->sheet);
  one_sheet_end (reader->sheet);
  g_ptr_array_sort (reading->troubles, compare_troubles);
  return reading;
}

OneReading *
one_reader_read_fd (OneReader *reader, const char *path, int fd)
{
  reader->source = (OneSource){ .fd = fd };
  return read_all (reader, path);
}

OneReading *
one_reader_read (OneReader *reader, const char *path, const char *bytes, gsize length)
{
  OneReading *reading;

  reader->source = (OneSource){ .fd = -1, .bytes = bytes, .length = length };
  reading = read_all (reader, path);
  return reading ? reading : one_reading_new (path);
}

gboolean
one_reader_took_at_once (const OneReader *reader, guint64 size)
{
  return reader->source.reads == 1 && reader->source.given == size;
}
