/* SPDX-License-Identifier: MIT */
/* The rows of model/asking.h: one for a point that is asked at once, until it is closed. */
#pragma once

#include "model/asking.h"
#include "store/db/store.h"

/* Writes the row of its point, in the place of the one that is there. */
gboolean one_askings_set (OneStore *store, const OneAsking *asking,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* NULL without an error when there is none. */
OneAsking *one_askings_find (OneStore *store, gint64 point,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) of OneAsking, by point. */
GPtrArray *one_askings_list (OneStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* It counts as never shown. */
gboolean one_askings_del (OneStore *store, gint64 point, GError **error) G_GNUC_WARN_UNUSED_RESULT;
