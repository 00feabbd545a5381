/* SPDX-License-Identifier: MIT */
/* The user's decisions about whole series, by UID. */
#pragma once

#include "store/db/store.h"

/* Makes it a one-on-one with this address. INVALID if that is none. */
gboolean one_series_choices_track (OneStore *store, const char *uid, const char *address,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Makes it no one-on-one. */
gboolean one_series_choices_ignore (OneStore *store, const char *uid,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) UID -> address, both owned by the table; "" for an ignored one. */
GHashTable *one_series_choices_list (OneStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
