/* SPDX-License-Identifier: MIT */
/* The format of the cache file: this head, a directory (OneDecoder), and the parts that it names,
 * each at a multiple of eight bytes. */
#pragma once

#include <glib.h>

#define ONE_CACHE_VERSION 2
#define ONE_CACHE_NAME "calendars.cache"
#define ONE_CACHE_MAGIC "oned cal"

typedef struct {
  char magic[8];
  guint64 size;      /* of the whole file */
  guint64 directory; /* size of the directory */
  guint64 sum;       /* checksum of the directory */
} OneCacheHead;
