/* SPDX-License-Identifier: MIT */
/* `--private`: what may be shown to others. Names become "Person A", addresses, texts, titles,
 * places, links and paths something that says no more than that they are there. The same thing has
 * the same pseudonym in every record and every call, until a person is added. */
#pragma once

#include <glib.h>

typedef struct {
  GPtrArray *words;       /* (owned) of char*: names and addresses, longest first */
  GHashTable *pseudonyms; /* (owned) word (lent by `words`) -> index of the person + 1 */
} OneMask;

/* `people` is what ListPeople answers. */
OneMask *one_mask_new (GVariant *people);
void one_mask_free (OneMask *mask);

/* A record, a list of records, or a tuple of them, with everything private replaced. Given. */
GVariant *one_mask_value (const OneMask *mask, GVariant *value);

/* A sentence of oned's, with the names and addresses in it replaced. */
char *one_mask_sentence (const OneMask *mask, const char *sentence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneMask, one_mask_free)
