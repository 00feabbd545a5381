/* SPDX-License-Identifier: MIT */
/* The calendars that the user subscribed to, as oned-fetch left them (wire/feed.h). Their addresses
 * are never opened here. */
#pragma once

#include "model/calendar/found.h"

/* Adds each that has come already, by the name of its subscription, and what is wrong with them.
 * `folder` may be missing. */
void one_feeds_find (const char *folder, OneFoundAll *found);
