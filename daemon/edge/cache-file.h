/* SPDX-License-Identifier: MIT */
/* The file of the cache, inner part: a head with the length and the sum of the directory, the
 * directory, and then what it names, each at a multiple of eight bytes. */
#pragma once

#include "model/body.h"

#define ONE_CACHE_VERSION 1
#define ONE_CACHE_NAME "calendars.cache"

/* Finds the directory. FALSE if it is not there whole. */
gboolean one_cache_file_parse_head (GBytes *bytes, OneBody *directory);
