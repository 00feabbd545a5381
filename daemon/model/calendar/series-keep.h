/* SPDX-License-Identifier: MIT */
/* Keeps the changes of a series that its newest reading may lack. */
#pragma once

#include "model/calendar/event.h"

/* Joins two states of the same series; `now`, the newer one, may lack events. If only one of them
 * has an occurrence changed, the change stays; if both have, that of `now` does. Everything else is
 * as in the newest that has a master. Takes both, (transfer full), and returns (transfer full). */
OneSeries *one_series_keep_changes (OneSeries *now, OneSeries *known);
