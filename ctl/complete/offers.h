/* SPDX-License-Identifier: MIT */
/* The words that fit what is being typed, in any case and without accents, with a text beside each.
 * Asks oned for names, ids and categories, if it runs already. */
#pragma once

#include "ctl/complete/offer-list.h"

/* Offers for `slot`, as a list of OneOffer (transfer full). With `literal` the shell itself leaves
 * out words in which the typed letters, in any case, do not stand: "tomas" then gets "tomas novak".
 * Fails if oned is needed and cannot be asked. */
GPtrArray *one_offers_list (OneContext *context, const OneSlot *slot, gboolean literal,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
