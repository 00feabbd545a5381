/* SPDX-License-Identifier: MIT */
/* Series of the calendars by what people call them: their number in the list of `onectl explain`,
 * their title, or the person they are with. */
#pragma once

#include "ctl/context.h"

/* All series that the calendars have, in the order of `onectl explain` (transfer full). */
GVariant *one_find_series_get_all (OneContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The UID of the one that `word` means (transfer full). Fails with ONE_ERROR_NOT_FOUND or
 * ONE_ERROR_AMBIGUOUS. */
char *one_find_series_dup_uid (OneContext *context, const char *word,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether an error of oned's says that it does not know the word: it may be a title. */
gboolean one_find_series_is_unknown (const GError *error);
