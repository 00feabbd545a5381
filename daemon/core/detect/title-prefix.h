/* SPDX-License-Identifier: MIT */
/* Prefixes of titles, by programs: "Canceled: 1:1 Ada", "Annulé : …", "Accepted: …", "[EXTERNAL]
 * …". Microsoft's say in no other way that a meeting is cancelled, in the language of whoever did
 * it. Pure. */
#pragma once

#include <glib.h>
#include "model/calendar/event.h"

/* The title behind all of them, in `title`. `cancels` (nullable): whether one says that it is
 * cancelled. Nothing else left of a title: all of it. */
const char *one_title_prefix_skip (const char *title, gboolean *cancels);

/* Whether the event is cancelled: by its STATUS, or by its title while its time shows as free. */
gboolean one_title_prefix_cancels (const OneEvent *event);
