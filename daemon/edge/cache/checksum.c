/* SPDX-License-Identifier: MIT */
#include "edge/cache/checksum.h"

#include <string.h>

#define ODD                                                                                        \
  G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) /* an odd factor has an inverse, so no step loses a bit  \
                                           */

static guint64
step (guint64 sum, guint64 word)
{
  sum = (sum ^ word) * ODD;
  return sum ^ (sum >> 32);
}

/* Four independent sums, which the processor can add side by side. */
guint64
one_checksum (const guint8 *bytes, gsize size)
{
  guint64 sums[4] = { ODD, ODD + 2, ODD + 4, ODD + 6 };
  guint64 words[4] = { 0 };
  guint64 sum = step (ODD, size);

  for (; size >= sizeof words; size -= sizeof words, bytes += sizeof words) {
    memcpy (words, bytes, sizeof words);
    for (guint i = 0; i < 4; i++)
      sums[i] = step (sums[i], words[i]);
  }
  memset (words, 0, sizeof words);
  memcpy (words, bytes, size);
  for (guint i = 0; i < 4; i++)
    sum = step (sum, step (sums[i], words[i]));
  return sum;
}
