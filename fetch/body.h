/* SPDX-License-Identifier: MIT */
/* The body of an answer on its way into a file: bounded, and a calendar or nothing. It is not kept
 * in memory. */
#pragma once

#include "wire/words.h"

#define ONE_BODY_MOST (48 << 20) /* bytes, unpacked: as much as oned reads of a store */

typedef struct OneBody OneBody;

/* Writes to `fd` (borrowed). (transfer full) */
OneBody *one_body_new (int fd);

/* FALSE if it is to end here: it is too large, no calendar, or cannot be written. */
gboolean one_body_take (OneBody *body, const char *bytes, gsize length);

/* Judges it when no more comes: ONE_FEED_NEW for a whole calendar, or why it is none.
 * After one_body_take has failed, that reason. */
OneFeedAnswer one_body_judge (const OneBody *body);

/* Whether one_body_take has failed. */
gboolean one_body_is_refused (const OneBody *body);

/* The first bytes, a few thousand. (borrowed) */
const char *one_body_get_head (const OneBody *body);
/* The checksum of all of it. (transfer full) */
char *one_body_dup_sum (const OneBody *body);

void one_body_free (OneBody *body);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneBody, one_body_free)
