/* SPDX-License-Identifier: MIT */
/* Where lines end, a block of bytes at a time. */
#pragma once

#include <glib.h>
#include <string.h>

#if defined(__SSE2__) && !defined(ONE_NEWLINES_PLAIN)
#include <emmintrin.h>
#endif

#define ONE_NEWLINES_BLOCK 64 /* bytes: one for each bit of what is found */

#if defined(__SSE2__) && !defined(ONE_NEWLINES_PLAIN)

static inline guint64
one_newlines_find (const char *block, char line_end)
{
  const __m128i end = _mm_set1_epi8 (line_end);
  guint64 ends = 0;

  for (guint i = 0; i < ONE_NEWLINES_BLOCK; i += 16) {
    __m128i here = _mm_loadu_si128 ((const __m128i *) (const void *) (block + i));

    ends |= (guint64) (guint) _mm_movemask_epi8 (_mm_cmpeq_epi8 (here, end)) << i;
  }
  return ends;
}

#else

static inline guint64
one_newlines_find (const char *block, char line_end)
{
  guint64 ends = 0;
  const char *end = block;

  while ((end = memchr (end, line_end, (gsize) (block + ONE_NEWLINES_BLOCK - end)))) {
    ends |= G_GUINT64_CONSTANT (1) << (end - block);
    end++;
  }
  return ends;
}

#endif
