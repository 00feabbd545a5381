/* SPDX-License-Identifier: MIT */
/* The user's changes on a page -> the same changes as by onectl. */
#pragma once

#include "core/page/page-changes.h"
#include "engine/base/base.h"
#include "model/meeting.h"

/* Carries out the changes (of OnePageChange) of that meeting's page, within the transaction that is
 * open. Lines get the rows that they became. */
gboolean one_page_apply_changes (const OneBase *base, const OneMeeting *meeting,
                                 const GArray *changes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
