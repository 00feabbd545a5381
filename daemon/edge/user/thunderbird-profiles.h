/* SPDX-License-Identifier: MIT */
/* Thunderbird's calendars, by the profiles.ini and the prefs.js of its profiles: which there are,
 * under what names, and whose they are. */
#pragma once

#include "model/calendar/found.h"

/* `folder` is the one with profiles.ini. Adds the calendars that are switched on and have been on
 * this machine, the addresses of their owner, and the places where more may come. */
void one_thunderbird_profiles_find (const char *folder, OneFoundAll *found);
