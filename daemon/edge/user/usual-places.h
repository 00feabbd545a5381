/* SPDX-License-Identifier: MIT */
/* Finds calendars in the usual places, each as its owner knows it. */
#pragma once

#include "model/calendar/found.h"

/* Finds what is there: file storages of vdirsyncer, khal's calendars, ~/.calendars and its like,
 * without symbolic links, none beneath another; and each calendar of Evolution's, of GNOME's
 * accounts and of Thunderbird's, and those that the user subscribed to. Sorted by path. (transfer
 * full) */
OneFoundAll *one_usual_places_find (void);
