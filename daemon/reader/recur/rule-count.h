/* SPDX-License-Identifier: MIT */
/* Rules that happen equally often in each of their periods, such as each second Friday: their COUNT
 * need not be walked. */
#pragma once

#include "reader/recur/rule.h"

/* How many instances each period has, if it is always the same number; else 0. The rule has in it
 * what it takes from DTSTART, see recur.h. */
guint32 one_rule_count_get (const OneRule *rule);
