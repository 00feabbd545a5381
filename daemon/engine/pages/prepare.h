/* SPDX-License-Identifier: MIT */
/* From a meeting to its agenda: fetches what is remembered and lets core/compose decide. */
#pragma once

#include "engine/base.h"
#include "model/agenda.h"

/* (transfer full). With `rebuild`, a prepared agenda is composed, and kept, anew. */
OneAgenda *one_prepare_agenda (OneEngine *engine, const OneMeeting *meeting, gboolean rebuild,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* From now on the agenda keeps its categories until the meeting. */
gboolean one_prepare_keep (OneEngine *engine, const OneAgenda *agenda,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Makes the page of the meeting if there is none yet. `path` is (transfer full). */
gboolean one_prepare_page (OneEngine *engine, const OneMeeting *meeting, char **path,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
