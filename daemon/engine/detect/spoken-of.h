/* SPDX-License-Identifier: MIT */
/* Tells a judgement which addresses the user has spoken of: none of them is taken for a room. It
 * remembers which addresses it was asked about. What the user says of any other address changes no
 * judgement, so nothing is judged anew for it. */
#pragma once

#include "core/detect/participants.h"
#include "engine/base/base.h"

typedef struct OneSpokenOf OneSpokenOf;

/* `base` is borrowed and outlives it. Nothing was asked yet. */
OneSpokenOf *one_spoken_of_new (const OneBase *base);
void one_spoken_of_free (OneSpokenOf *spoken_of);

/* (borrowed) The question of a judgement. What the store cannot tell is nobody known. */
const OneKnown *one_spoken_of_get_known (OneSpokenOf *spoken_of);

/* Whether one about whom was asked is known now and was not then, or the other way round. Costs
 * next to nothing while nobody was asked about, or nothing was written. */
gboolean one_spoken_of_has_changed (OneSpokenOf *spoken_of);

/* Forgets who was asked about. */
void one_spoken_of_forget (OneSpokenOf *spoken_of);

/* (transfer full) Those who were asked about, in lines: "+" before an address that is known, "-"
 * before another one; sorted. */
char *one_spoken_of_format (const OneSpokenOf *spoken_of);
/* Takes over such lines as if it had been asked; `lines` is NULL-terminated. */
void one_spoken_of_parse (OneSpokenOf *spoken_of, char *const *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneSpokenOf, one_spoken_of_free)
