/* SPDX-License-Identifier: MIT */
/* The file of the cache: this head, a directory (OneDecoder), and then what it names, each at a
 * multiple of eight bytes. For those who write and read it. */
#pragma once

#include <glib.h>

#define ONE_CACHE_VERSION 2
#define ONE_CACHE_NAME "calendars.cache"
#define ONE_CACHE_MAGIC "oned cal"

typedef struct {
  char magic[8];
  guint64 size;      /* of the whole file */
  guint64 directory; /* its size */
  guint64 sum;       /* of the directory */
} OneCacheHead;
