/* SPDX-License-Identifier: MIT */
/* Events -> occurrences in the window -> one-on-ones, with their rows in the store. */
#pragma once

#include "engine/base.h"

/* It was all judged in an earlier life, and the store has kept what came of it: then whose
 * calendars these are is known again. Else FALSE. */
gboolean one_judge_recall (OneEngine *engine);

/* Everything; what is known to say nothing is not looked at. */
void one_judge_all (OneEngine *engine, gint64 now);

/* The series in which something is new; everything where that cannot be told from the rest. */
void one_judge_news (OneEngine *engine, gint64 now);
