/* SPDX-License-Identifier: MIT */
/* No id is given twice, across a restore too: a page may still have the tag of something that the
 * older store does not know. Inner part of the store. */
#pragma once

#include "store/db/store.h"

/* Makes `copy` go on counting where `store` is, for each kind of id of which `store` gave more. */
gboolean one_backup_ids_keep (OneStore *store, OneStore *copy,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
