/* SPDX-License-Identifier: MIT */
#include "ctl/complete/offer-list.h"

#include <string.h>
#include "wire/fold.h"

static void
offer_free (gpointer data)
{
  OneOffer *offer = data;

  g_free (offer->word);
  g_free (offer->text);
  g_free (offer);
}

static void
offer_list_put (OneOfferList *list, const char *word, const char *text)
{
  OneOffer *offer = g_new0 (OneOffer, 1);

  offer->word = g_strdup (word);
  offer->text = g_strdup (text);
  g_ptr_array_add (list->offers, offer);
}

OneOfferList *
one_offer_list_new (const OneSlot *slot, gboolean literal)
{
  OneOfferList *list = g_new0 (OneOfferList, 1);

  list->slot = slot;
  list->literal = literal;
  list->offers = g_ptr_array_new_with_free_func (offer_free);
  return list;
}

GPtrArray *
one_offer_list_end (OneOfferList *list)
{
  GPtrArray *offers = list->offers;

  g_free (list);
  return offers;
}

void
one_offer_list_add (OneOfferList *list, const char *word, const char *text)
{
  const char *typed = list->slot->typed;

  if (*word && g_ascii_strncasecmp (word, typed, strlen (typed)) == 0)
    offer_list_put (list, word, text);
}

gboolean
one_offer_list_add_name (OneOfferList *list, const char *name, const char *text)
{
  const char *typed = list->slot->typed;
  g_autofree char *lower_name = g_utf8_casefold (name, -1);
  g_autofree char *lower_typed = g_utf8_casefold (typed, -1);
  g_autofree char *folded = NULL;

  if (!*name || (*typed && !one_fold_begins_word (typed, name)))
    return FALSE;
  if (!list->literal || strstr (lower_name, lower_typed)) {
    offer_list_put (list, name, text);
    return TRUE;
  }
  folded = one_fold_text (name);
  offer_list_put (list, folded, name);
  return TRUE;
}

void
one_offer_list_add_files (OneOfferList *list)
{
  offer_list_put (list, "", "files");
}
