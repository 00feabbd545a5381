/* SPDX-License-Identifier: MIT */
/* A roll-call: which of the files that are known of a source are there. Costs the least when they
 * are called in the order of their inodes, because a table lies in that order. */
#pragma once

#include "edge/known.h"

typedef struct OneRoll OneRoll;

/* `known` is borrowed for its life. */
OneRoll *one_roll_new (const OneKnownView *known);

/* A file of that name is there, and that is its stamp. TRUE if it is known so, and can be relied on
 * to be as it was when it was read. */
gboolean one_roll_call (OneRoll *roll, const char *name, const OneStamp *stamp);

/* Nobody can tell: all whose names begin so count as there. */
void one_roll_excuse (OneRoll *roll, const char *prefix);

/* Adds the names (borrowed from `known`) of those that were not called. */
void one_roll_list_missing (const OneRoll *roll, GPtrArray *names);

void one_roll_free (OneRoll *roll);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneRoll, one_roll_free)
