/* SPDX-License-Identifier: MIT */
/* Collects offers: adds a word only if it fits what was typed. Pure. Inner part of the offers. */
#pragma once

#include "ctl/complete/slot.h"

typedef struct {
  char *word; /* (owned) instead of what was typed; "" for the files that the shell knows */
  char *text; /* (owned) beside it; may be empty */
} OneOffer;

typedef struct {
  const OneSlot *slot; /* (borrowed) */
  gboolean literal;
  GPtrArray *offers; /* (owned) of OneOffer */
} OneOfferList;

OneOfferList *one_offer_list_new (const OneSlot *slot, gboolean literal);
GPtrArray *one_offer_list_end (OneOfferList *list); /* frees the list (transfer full) */

/* A word of ours: it must begin with what was typed, in any case. */
void one_offer_list_add (OneOfferList *list, const char *word, const char *text);

/* Somebody's name or a title: a word of it must begin so, without accents. FALSE if none does. */
gboolean one_offer_list_add_name (OneOfferList *list, const char *name, const char *text);

void one_offer_list_add_files (OneOfferList *list);
