/* SPDX-License-Identifier: MIT */
/* Which occurrences are one-on-ones, with whom, and why (not). Pure.
 *
 * Where a calendar knows the other one only by name (a title such as "1:1 Ada"), the address is
 * "name:" and the name in lower case. No mail address looks like that, because one that can be
 * written to holds an "@"; and it stays the same as long as the name does. */
#pragma once

#include <glib.h>
#include "core/detect/participants.h"
#include "core/detect/series-merge.h"
#include "model/meeting.h"
#include "model/settings.h"

typedef struct {
  gboolean one_on_one;
  char *reason;          /* (owned) one clause, translated, no full stop */
  char *address;         /* (owned) the other one's; "" if it is no one-on-one */
  char *name;            /* (owned) as the calendar writes it; "" if unknown */
  OneMeetingState state; /* planned, cancelled or declined (by me) */
  gboolean other_declined;
  gboolean with_me; /* I am among its people */
  char **others;    /* (owned) the addresses of the two that meet without me; NULL if they do not */
} OneVerdict;

/* The user's own facts, besides the calendars. */
typedef struct {
  const char *const *me;       /* (borrowed) my addresses, lower case; empty: unknown */
  const OneSettings *settings; /* (borrowed) rooms and titles */
  GHashTable *tracked; /* (borrowed, nullable) char* uid -> char* address; "" for an ignored one */
  const OneKnown *known; /* (borrowed, nullable) */
} OneDetectInput;

/* The verdict on one occurrence; or, with NULL for it, on the series as its master has it. */
OneVerdict *one_detect_judge (const OneDetectInput *input, const OneMergedSeries *merged,
                              const OneMergedOccurrence *occurrence);

/* (transfer full) of OneMeeting, by start: all one-on-ones of all series, with id and person 0,
 * `moved_from` as the series has it, cancelled and declined ones too, with their state. Among
 * several with the same address, start and end one stays: one that will take place, then a tracked
 * one, then the higher SEQUENCE, then the first uid. `merged`: of OneMergedSeries. `doubled`
 * (nullable): a set of char* (owned); gets the uids of all such. */
GPtrArray *one_detect_meetings (const OneDetectInput *input, const GPtrArray *merged,
                                GHashTable *doubled);

/* (transfer container) Set of OneReading: those that can change what one_detect_meetings returns,
 * as far as these rules go. Left out are readings without troubles whose series have no one-on-one
 * and are in no other file. `merged`: of `readings`. */
GHashTable *one_detect_relevant_list (const OneDetectInput *input, const GPtrArray *readings,
                                      const GPtrArray *merged);

/* (transfer full) A text that changes whenever a verdict can change while the calendars stay the
 * same; `me` is not in it, nor who is known. */
char *one_detect_relevant_dup_rules (const OneDetectInput *input);

/* My addresses, if none is configured: those of the accounts that calendars are of, and a guess,
 * the one that meets the most others in events of two people; among equals the one in the most
 * events of any size. It must be in more than half of the events of two, and meet two others or be
 * in three events. (transfer full) NULL-terminated; NULL if there is none. Of two that are equal,
 * none is taken. `settings`: for the rooms. */
char **one_detect_me (const GPtrArray *merged, const OneSettings *settings);

void one_verdict_free (OneVerdict *verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneVerdict, one_verdict_free)
