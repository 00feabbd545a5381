/* SPDX-License-Identifier: MIT */
/* Days as the user lives them, in the zone in force. */
#pragma once

#include "engine/base/base.h"

/* The user's day at an instant. */
GDate one_today_get (const OneBase *base, gint64 at);

/* Midnight at the beginning of a day, and of the next one, UTC seconds. */
void one_today_bounds (const OneBase *base, const GDate *day, gint64 *from, gint64 *to);
