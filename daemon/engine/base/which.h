/* SPDX-License-Identifier: MIT */
/* WHO and WHICH: from the user's words to a person, to meetings. */
#pragma once

#include "engine/base.h"
#include "model/meeting.h"
#include "model/person.h"

/* All (transfer full); NULL with ONE_ERROR_NOT_FOUND or ONE_ERROR_AMBIGUOUS. */
OnePerson *one_which_person (OneEngine *engine, const char *who, GError **error);
OnePerson *one_which_get (OneEngine *engine, gint64 person, GError **error);

/* Meetings that start in [from, to), of one person or of all with 0, by start: what the calendars
 * have, and what only the store still has. */
GPtrArray *one_which_list (OneEngine *engine, gint64 person, gint64 from, gint64 to,
                           GError **error);

/* One meeting by id. */
OneMeeting *one_which_meeting (OneEngine *engine, gint64 id, GError **error);

/* What an agenda is asked for: "" is what is left of today, or else the next; a day is all of that
 * day; WHO is the one going on or the next with them. Of OneMeeting, never empty. */
GPtrArray *one_which_ahead (OneEngine *engine, const char *which, GError **error);

/* What is logged: "" and WHO are the meeting going on or the last one that was not called off; a
 * day is that day's only one. With WHO and no meeting: NULL without an error, and `person` is set.
 */
OneMeeting *one_which_past (OneEngine *engine, const char *which, OnePerson **person,
                            GError **error);

/* The meeting going on or the next one, among those that will happen; of one person or of all with
 * 0. NULL without an error for none. */
OneMeeting *one_which_next (OneEngine *engine, gint64 person, GError **error);
