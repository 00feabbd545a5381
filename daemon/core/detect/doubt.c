/* SPDX-License-Identifier: MIT */
#include "core/detect/doubt.h"

#include "model/base/instant.h"

#define PATIENCE (10 * 60) /* seconds of somebody writing, until it is a trouble */
#define DISBELIEF ONE_DAY
#define FEW 3 /* series that a person may well delete by hand */

static const gint64 pauses[] = { 2, 10, 60 }; /* seconds */

OneDoubtVerdict
one_doubt_judge (const OneDoubtFacts *facts, gint64 *next)
{
  guint few = facts->is_cache ? 0 : FEW;

  *next = 0;
  if (facts->busy) {
    *next = facts->now + pauses[MIN (facts->tries, G_N_ELEMENTS (pauses) - 1)];
    return facts->now - facts->since < PATIENCE ? ONE_DOUBT_WAIT : ONE_DOUBT_OFFLINE;
  }
  if (facts->refused)
    return ONE_DOUBT_OFFLINE;
  if (facts->holds > 0 || facts->known <= few || facts->now - facts->since >= DISBELIEF)
    return ONE_DOUBT_NONE;
  *next = facts->since + DISBELIEF;
  return ONE_DOUBT_OFFLINE;
}
