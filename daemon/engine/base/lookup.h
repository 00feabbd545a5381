/* SPDX-License-Identifier: MIT */
/* WHO and WHICH: from the user's words to a person, to meetings. */
#pragma once

#include "engine/base/base.h"
#include "model/meeting.h"
#include "model/person.h"

/* (transfer full) NULL with ONE_ERROR_NOT_FOUND or ONE_ERROR_AMBIGUOUS. */
OnePerson *one_lookup_person (const OneBase *base, const char *who, GError **error);
OnePerson *one_lookup_get (const OneBase *base, gint64 person, GError **error);

/* Meetings that start in [from, to), of one person or of all with 0, by start: what the calendars
 * have, and what only the store still has. */
GPtrArray *one_lookup_list (const OneBase *base, gint64 person, gint64 from, gint64 to,
                            GError **error);

/* One meeting by id. */
OneMeeting *one_lookup_meeting (const OneBase *base, gint64 id, GError **error);

/* Finds the meetings of an agenda: "" is the rest of today, or else the next; a day is all of
 * that day; WHO is the one going on or the next with them. (transfer full) of OneMeeting, never
 * empty. */
GPtrArray *one_lookup_ahead (const OneBase *base, const char *which, GError **error);

/* Finds the meeting that is logged: "" and WHO are the one going on or the last one that was not
 * called off; a day is that day's only one. AMBIGUOUS for several on that day, and for several at
 * one time of which not all but one were logged. With WHO and no meeting: NULL without an error,
 * and `person` is set. */
OneMeeting *one_lookup_past (const OneBase *base, const char *which, OnePerson **person,
                             GError **error);

/* Meetings of a day (YYYY-MM-DD) that began and are not called off. (transfer full) of OneMeeting,
 * never empty. REFUSED if none has begun yet. */
GPtrArray *one_lookup_begun_on (const OneBase *base, const char *which, GError **error);

/* The meeting going on or the next one, among those that will happen; of one person or of all with
 * 0. NULL without an error for none. */
OneMeeting *one_lookup_next (const OneBase *base, gint64 person, GError **error);

/* Meetings that will happen at the same time as `meeting` and are not over, by start. */
GPtrArray *one_lookup_overlaps (const OneBase *base, const OneMeeting *meeting, GError **error);
