/* SPDX-License-Identifier: MIT */
/* From a meeting to its agenda: fetches what is remembered and lets core/compose decide. */
#pragma once

#include "engine/base/base.h"
#include "model/agenda.h"

/* (transfer full). With `rebuild`, a prepared agenda is composed, and kept, anew. */
OneAgenda *one_prepare_agenda (const OneBase *base, const OneMeeting *meeting, gboolean rebuild,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* From now on the agenda keeps its categories until the meeting. */
gboolean one_prepare_keep (const OneBase *base, const OneAgenda *agenda,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
