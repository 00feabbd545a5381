/* SPDX-License-Identifier: MIT */
/* The words of a series' events, read once it is known that somebody wants to hear them. */
#pragma once

#include "reader/expand/group.h"
#include "reader/parse/file-context.h"

/* Reads the words of `events` (of OneEvent), each from its VEVENT in `taken`. Where the master has
 * somebody's answer outstanding that a copy of the same SEQUENCE has, it gets it from there. */
void one_event_words_read (OneFileContext *context, const OneGroup *group, const GPtrArray *taken,
                           const GPtrArray *events);
