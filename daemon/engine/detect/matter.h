/* SPDX-License-Identifier: MIT */
/* Input of a judgement, as it is now. Inner part of the room. */
#pragma once

#include "core/detect/detect.h"
#include "engine/base/base.h"
#include "engine/detect/spoken-of.h"

typedef struct {
  GHashTable *tracked; /* (owned) */
  GPtrArray *readings; /* (owned) of OneReading: all that can have a say */
  gboolean is_partial; /* they are the relevant ones alone; `me` is configured, or in the note */
} OneMatter;

/* `asked` is asked while it is looked for, too. */
OneMatter one_matter_open (const OneBase *base, OneSpokenOf *asked);
void one_matter_close (OneMatter *matter);

/* Borrowed from all of these, and from the settings in force. */
OneDetectInput one_matter_get_input (const OneMatter *matter, const OneBase *base,
                                     OneSpokenOf *asked, char *const *me);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OneMatter, one_matter_close)
