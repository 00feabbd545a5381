/* SPDX-License-Identifier: MIT */
/* Which person WHO means. Inner part of the store. */
#pragma once

#include "model/person.h"

/* By name without regard to case, then by id. */
void one_person_match_sort (GPtrArray *people);

/* (lent) The first who is called exactly so, without regard to case; NULL if nobody is. */
const OnePerson *one_person_match_find_name (const GPtrArray *people, const char *name);

/* (lent) See one_people_find. */
const OnePerson *one_person_match_find (const GPtrArray *people, const char *who,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
