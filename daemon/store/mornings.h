/* SPDX-License-Identifier: MIT */
/* The rows of model/morning.h: one a day on which promises of mine were told. */
#pragma once

#include "model/morning.h"
#include "store/db/store.h"

/* Writes the row of its day, in the place of the one that is there. */
gboolean one_mornings_set (OneStore *store, const OneMorning *morning,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* NULL without an error when there is none. */
OneMorning *one_mornings_find (OneStore *store, const GDate *day,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) of OneMorning, by day: those of `since` and later, and those that can be on a
 * screen or are still to be shown (intent, shown) whatever their day. */
GPtrArray *one_mornings_list (OneStore *store, const GDate *since,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* It counts as never shown. */
gboolean one_mornings_del (OneStore *store, const GDate *day,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Forgets rows of days before `before` that cannot be on a screen, but for the newest `keep`. How
 * many, or -1. */
int one_mornings_prune (OneStore *store, const GDate *before, guint keep,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
