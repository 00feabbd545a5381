/* SPDX-License-Identifier: MIT */
#include "reader/zone/tzfile.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "reader/fstat.h"
#include "reader/zone/tzrule.h"

#define HEADER_BYTES 44
#define VERSION_LINE "# version "
#define MAX_FILE_BYTES (256 * 1024)
#define MAX_NAME_BYTES 64

typedef struct {
  guint32 utc_flags, std_flags, leaps, times, types, chars;
} Counts;

static guint32
read_u32 (const char *p)
{
  guint32 value;

  memcpy (&value, p, sizeof value);
  return GUINT32_FROM_BE (value);
}

static gint64
read_i64 (const char *p)
{
  gint64 value;

  memcpy (&value, p, sizeof value);
  return GINT64_FROM_BE (value);
}

static gboolean
read_counts (const char *bytes, gsize length, Counts *counts)
{
  if (length < HEADER_BYTES || memcmp (bytes, "TZif", 4) != 0)
    return FALSE;
  counts->utc_flags = read_u32 (bytes + 20);
  counts->std_flags = read_u32 (bytes + 24);
  counts->leaps = read_u32 (bytes + 28);
  counts->times = read_u32 (bytes + 32);
  counts->types = read_u32 (bytes + 36);
  counts->chars = read_u32 (bytes + 40);
  return counts->times <= 10000 && counts->types >= 1 && counts->types <= 256
         && counts->chars <= 10000 && counts->leaps <= 1000 && counts->utc_flags <= 256
         && counts->std_flags <= 256;
}

static gsize
block_bytes (const Counts *counts, gsize time_bytes)
{
  return counts->times * (time_bytes + 1) + counts->types * 6 + counts->chars
         + counts->leaps * (time_bytes + 4) + counts->std_flags + counts->utc_flags;
}

static int
type_offset (const char *types, guint index)
{
  return (int) read_u32 (types + index * 6);
}

static void
add_rule (OneZone *zone, const char *footer, gsize length, gint64 after)
{
  const char *end = length > 2 ? memchr (footer + 1, '\n', length - 1) : NULL;
  g_autofree char *text = NULL;

  if (!end || footer[0] != '\n')
    return;
  text = g_strndup (footer + 1, (gsize) (end - footer - 1));
  one_tzrule_extend (zone, text, after);
}

OneZone *
one_tzfile_read (const char *name, const char *bytes, gsize length)
{
  g_autoptr (OneZone) zone = NULL;
  Counts counts;
  gsize first;
  const char *times, *types;
  gint64 last = G_MININT64;

  if (!read_counts (bytes, length, &counts) || bytes[4] < '2')
    return NULL;
  first = HEADER_BYTES + block_bytes (&counts, 4);
  if (first > length || !read_counts (bytes + first, length - first, &counts)
      || length - first - HEADER_BYTES < block_bytes (&counts, 8))
    return NULL;
  times = bytes + first + HEADER_BYTES;
  types = times + counts.times * 9;
  zone = one_zone_new (name, type_offset (types, 0));
  for (guint32 i = 0; i < counts.times; i++) {
    guint8 type = (guint8) times[counts.times * 8 + i];

    if (type >= counts.types)
      return NULL;
    last = read_i64 (times + (gsize) i * 8);
    one_zone_add (zone, last, type_offset (types, type));
  }
  first += HEADER_BYTES + block_bytes (&counts, 8);
  add_rule (zone, bytes + first, length - first, last);
  one_zone_finish (zone);
  return g_steal_pointer (&zone);
}

/* Only names that stay inside the folder; "right/" counts leap seconds, which calendars do not. */
static gboolean
name_is_safe (const char *name)
{
  if (!g_ascii_isalpha (name[0]) || strlen (name) > MAX_NAME_BYTES
      || g_str_has_prefix (name, "right/"))
    return FALSE;
  for (const char *p = name; *p; p++)
    if (!g_ascii_isalnum (*p) && !strchr ("_+-/", *p))
      return FALSE;
  return TRUE;
}

static gsize
read_all (int fd, char *buffer, gsize size)
{
  gsize length = 0;

  while (length < size) {
    ssize_t n = read (fd, buffer + length, size - length);

    if (n <= 0)
      break;
    length += (gsize) n;
  }
  return length;
}

OneZone *
one_tzfile_load (const char *folder, const char *name)
{
  g_autofree char *path = NULL, *bytes = NULL;
  struct stat status;
  OneZone *zone = NULL;
  int fd;

  if (!name_is_safe (name))
    return NULL;
  path = g_build_filename (folder, name, NULL);
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0)
    return NULL;
  if (one_fstat (fd, &status) == 0 && S_ISREG (status.st_mode)
      && status.st_size <= MAX_FILE_BYTES) {
    gsize length;

    bytes = g_malloc ((gsize) status.st_size + 1);
    length = read_all (fd, bytes, (gsize) status.st_size);
    zone = one_tzfile_read (name, bytes, length);
  }
  close (fd);
  return zone;
}

char *
one_tzfile_dup_version (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "tzdata.zi", NULL);
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  char head[64] = "";

  if (fd < 0)
    return g_strdup ("");
  read_all (fd, head, sizeof head - 1);
  close (fd);
  if (!g_str_has_prefix (head, VERSION_LINE))
    return g_strdup ("");
  return g_strndup (head + strlen (VERSION_LINE), strcspn (head + strlen (VERSION_LINE), " \r\n"));
}
