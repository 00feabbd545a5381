/* SPDX-License-Identifier: MIT */
#include "reader/reader.h"

#include "reader/collect.h"
#include "reader/expand/group-events.h"

struct OneReader {
  OneZones *zones;         /* (owned) */
  OneFileContext *context; /* (owned) */
  OneCollect *collect;     /* (owned) */
  OneBytes bytes;          /* what was read last */
};

OneReader *
one_reader_new (const OneRequest *request)
{
  OneReader *reader = g_new0 (OneReader, 1);

  reader->zones = one_zones_new (request->zone_folder);
  for (guint i = 0; i < request->zones->len; i++)
    one_zones_add_meaning (reader->zones, g_ptr_array_index (request->zones, i));
  reader->context = one_file_context_new (request, reader->zones);
  reader->collect = one_collect_new (request);
  return reader;
}

void
one_reader_free (OneReader *reader)
{
  one_collect_free (reader->collect);
  one_file_context_free (reader->context);
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

  if (!one_collect_begin (reader->collect, &reader->bytes))
    return NULL;
  reading = one_reading_new (path);
  one_file_context_begin (reader->context, reading, &reader->bytes);
  one_collect_file (reader->collect, reader->context);
  if (!reading->refused)
    one_group_events_add_all (reader->context);
  one_file_context_end (reader->context);
  g_ptr_array_sort (reading->troubles, compare_troubles);
  return reading;
}

OneReading *
one_reader_read_fd (OneReader *reader, const char *path, int fd)
{
  reader->bytes = (OneBytes){ .fd = fd };
  return read_all (reader, path);
}

OneReading *
one_reader_read (OneReader *reader, const char *path, const char *bytes, gsize length)
{
  OneReading *reading;

  reader->bytes = (OneBytes){ .fd = -1, .bytes = bytes, .length = length };
  reading = read_all (reader, path);
  return reading ? reading : one_reading_new (path);
}

OneZones *
one_reader_get_zones (OneReader *reader)
{
  return reader->zones;
}

gboolean
one_reader_took_at_once (const OneReader *reader, guint64 size)
{
  return reader->bytes.reads == 1 && reader->bytes.given == size;
}
