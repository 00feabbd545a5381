/* SPDX-License-Identifier: MIT */
/* Tells a judgement which addresses the user has spoken of: none of them is taken for a room. It
 * remembers which addresses it was asked about. What the user says of any other address changes no
 * judgement, so nothing is judged anew for it. */
#pragma once

#include "core/detect/participants.h"
#include "engine/base/base.h"

typedef struct OneAcquaintance OneAcquaintance;

/* `base` is borrowed and outlives it. Nothing was asked yet. */
OneAcquaintance *one_acquaintance_new (const OneBase *base);
void one_acquaintance_free (OneAcquaintance *acquaintance);

/* (borrowed) The question of a judgement. What the store cannot tell is nobody known. */
const OneKnown *one_acquaintance_get_known (OneAcquaintance *acquaintance);

/* Whether one about whom was asked is known now and was not then, or the other way round. Costs
 * next to nothing while nobody was asked about, or nothing was written. */
gboolean one_acquaintance_has_changed (OneAcquaintance *acquaintance);

/* Forgets who was asked about. */
void one_acquaintance_forget (OneAcquaintance *acquaintance);

/* (transfer full) Those who were asked about, in lines: "+" before an address that is known, "-"
 * before another one; sorted. */
char *one_acquaintance_format (const OneAcquaintance *acquaintance);
/* Takes over such lines as if it had been asked; `lines` is NULL-terminated. */
void one_acquaintance_parse (OneAcquaintance *acquaintance, char *const *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneAcquaintance, one_acquaintance_free)
