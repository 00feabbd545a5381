/* SPDX-License-Identifier: MIT */
#include "reader/reader.h"

struct OneReader {
  const OneRequest *request;
};

OneReader *
one_reader_new (const OneRequest *request)
{
  OneReader *reader = g_new0 (OneReader, 1);

  reader->request = request;
  return reader;
}

OneReading *
one_reader_read_fd (OneReader *reader, const char *path, int fd)
{
  return one_reading_new (path);
}

OneReading *
one_reader_read (OneReader *reader, const char *path, const char *bytes, gsize length)
{
  return one_reading_new (path);
}

void
one_reader_free (OneReader *reader)
{
  g_free (reader);
}
