/* SPDX-License-Identifier: MIT */
/* Single values that oned remembers about itself, such as the instant of its first sight of the
 * calendars (ONE_META_FIRST_SIGHT: before it, nothing is ever reminded of). */
#pragma once

#include "store/db/store.h"

#define ONE_META_FIRST_SIGHT "first-sight" /* UTC seconds, decimal */
/* The name of the newest backup when this store was begun where none was; its restore ends it. */
#define ONE_META_MISSING "missing"
/* Tells of which cache the meetings are here: see engine/detect/verdict-note.c. */
#define ONE_META_STOCK "stock"

/* (transfer full) NULL without an error when it was never set. */
char *one_meta_find (OneStore *store, const char *key, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same again writes nothing. */
gboolean one_meta_set (OneStore *store, const char *key, const char *value,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same for whole numbers; `fallback` when it was never set. */
gboolean one_meta_get_int (OneStore *store, const char *key, gint64 fallback, gint64 *value,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean one_meta_set_int (OneStore *store, const char *key, gint64 value,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
