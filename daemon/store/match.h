/* SPDX-License-Identifier: MIT */
/* Which meetings are in the store just as the calendars have them: as a rule nearly all of them,
 * and then nothing is to be asked or written one by one. */
#pragma once

#include "model/meeting.h"
#include "store/store.h"

/* One walk over the rows that start in [from, to): a meeting for which one_meetings_upsert would
 * write nothing gets its id, state, moved_from and logged as that would fill them in. The others
 * stay as they are. `meetings`: set of OneMeeting, by identity; each has its person. */
gboolean one_match_meetings (OneStore *store, GHashTable *meetings, gint64 from, gint64 to,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) of gint64, in no order: the ids of the meetings that start in [from, to) and are
 * in a calendar, as far as the store knows. */
GArray *one_match_list_ids (OneStore *store, gint64 from, gint64 to,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
