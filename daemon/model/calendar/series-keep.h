/* SPDX-License-Identifier: MIT */
/* Keeps of a series what may be missing in its newest reading. */
#pragma once

#include "model/calendar/event.h"

/* Joins two states of the same series, the newer of which may lack events: an occurrence that is
 * changed in only one of them is so; one that is changed in both is as `now` has it. All else is as
 * the newer one with a master says. Both (transfer full); (transfer full). */
OneSeries *one_series_keep_changes (OneSeries *now, OneSeries *known);
