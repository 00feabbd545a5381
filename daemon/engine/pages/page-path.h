/* SPDX-License-Identifier: MIT */
/* Where pages lie. Inner part of the room. */
#pragma once

#include "engine/base/base.h"
#include "model/meeting.h"
#include "store/pages.h"

/* Among `files` (of OnePageFile) that of a meeting, or at a path. (borrowed) NULL for none. */
const OnePageFile *one_page_path_find_meeting (const GPtrArray *files, gint64 meeting);
const OnePageFile *one_page_path_find (const GPtrArray *files, const char *path);

/* The path of the page that the meeting has, or else may get: one that is no other meeting's.
 * `exists`: it is there already. (transfer full) */
char *one_page_path_choose (const OneBase *base, const OneMeeting *meeting, gboolean *exists,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
