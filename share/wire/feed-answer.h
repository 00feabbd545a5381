/* SPDX-License-Identifier: MIT */
/* The answers to oned-fetch, as oned, onectl and oned-fetch itself tell them. None of these texts
 * has a part of an address in it. */
#pragma once

#include "wire/words.h"

/* Whether the calendar came, or is as before. */
gboolean one_feed_answer_is_good (OneFeedAnswer answer);

/* Whether to ask again may help by itself: one such answer is no trouble yet. */
gboolean one_feed_answer_may_pass (OneFeedAnswer answer);

/* One clause that says what happened. Its translation is gettext's for the English text. */
const char *one_feed_answer_get_text (OneFeedAnswer answer);

/* The fix, likewise; NULL for an answer that needs none. */
const char *one_feed_answer_get_mend (OneFeedAnswer answer);
