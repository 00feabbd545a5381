/* SPDX-License-Identifier: MIT */
/* Two people who turn out to be one. */
#pragma once

#include "store/db/store.h"

/* Everything of `from` becomes `id`'s: addresses, meetings, points, actions; also the name and the
 * role where `id` has none set. `from` is no more. INVALID if both are the same, NOT_FOUND. */
gboolean one_person_merge (OneStore *store, gint64 id, gint64 from,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
