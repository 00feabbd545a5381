/* SPDX-License-Identifier: MIT */
/* `--private`: replaces names by "Person A" and addresses, texts, titles, places, links and paths
 * by words that say only that they are there. A thing has the same pseudonym in every record and
 * every call, until a person is added. */
#pragma once

#include <glib.h>

typedef struct {
  GPtrArray *words;   /* (owned) of char*: names and addresses, the longest first */
  GHashTable *people; /* (owned) word (borrowed from `words`) -> number of the person, from 1 */
} OnePseudonyms;

/* `people` is the answer to ListPeople. */
OnePseudonyms *one_pseudonyms_new (GVariant *people);
void one_pseudonyms_free (OnePseudonyms *pseudonyms);

/* Replaces all that is private in a record, a list of records, or a tuple of them. (transfer full)
 */
GVariant *one_pseudonyms_replace (const OnePseudonyms *pseudonyms, GVariant *value);

/* Replaces the names and addresses in a sentence of oned's. (transfer full) */
char *one_pseudonyms_replace_in (const OnePseudonyms *pseudonyms, const char *sentence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePseudonyms, one_pseudonyms_free)
