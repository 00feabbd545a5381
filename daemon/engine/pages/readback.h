/* SPDX-License-Identifier: MIT */
/* Pages that the user saved -> what they say. A page is read when it was saved, when oned starts
 * and it was saved in between, and when it is asked for; each reading is one step of `undo`. */
#pragma once

#include "engine/base.h"
#include "engine/pages/taken.h"
#include "model/meeting.h"

/* Hears of all pages from now on, and reads those that were saved meanwhile. */
void one_readback_start (OneEngine *engine);

/* The path of the page that the meeting has, or else may get: one that is no other meeting's.
 * `exists`: it is there already. (transfer full) */
char *one_readback_choose (OneEngine *engine, const OneMeeting *meeting, gboolean *exists,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The page of the meeting was made at `path`; what `text` says is not news. */
gboolean one_readback_keep (OneEngine *engine, const OneMeeting *meeting, const char *path,
                            const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads the page of a meeting. (transfer full) NULL with an error if it has none (NOT_FOUND), or
 * it cannot be read. */
OneTaken *one_readback_run (OneEngine *engine, gint64 meeting,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
