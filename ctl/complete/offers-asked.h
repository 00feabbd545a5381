/* SPDX-License-Identifier: MIT */
/* Asks oned for people, meetings, promises, categories, series. Inner part of the offers. Each
 * fails if oned cannot be asked. */
#pragma once

#include "ctl/complete/offer-list.h"

/* By name; somebody whose name is not what was typed, but whose address is, by address. */
gboolean one_offers_asked_people (OneContext *context, OneOfferList *list,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Ids of meetings, a fortnight each way; only once "m" was typed. */
gboolean one_offers_asked_meetings (OneContext *context, OneOfferList *list,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Ids of actions and points: closed ones for `reopen`, else open ones; each once. */
gboolean one_offers_asked_ids (OneContext *context, OneOfferList *list,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean one_offers_asked_categories (OneContext *context, OneOfferList *list,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One-on-ones for `ignore`, other series for `track`, all of them otherwise. */
gboolean one_offers_asked_series (OneContext *context, OneOfferList *list,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
