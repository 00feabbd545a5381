/* SPDX-License-Identifier: MIT */
/* Finds the person that WHO means. Inner part of the store. */
#pragma once

#include "model/person.h"

/* By name without regard to case, then by id. */
void one_who_match_sort (GPtrArray *people);

/* The first person called exactly so, ignoring case; NULL if nobody is. (transfer none) */
const OnePerson *one_who_match_find_name (const GPtrArray *people, const char *name);

/* See one_people_find. (transfer none) */
const OnePerson *one_who_match_find (const GPtrArray *people, const char *who,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
