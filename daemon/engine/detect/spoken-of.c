/* SPDX-License-Identifier: MIT */
#include "engine/detect/spoken-of.h"

#include <string.h>

#include "store/people.h"

struct OneSpokenOf {
  const OneBase *base;
  OneKnown question;
  GHashTable *known; /* (owned, nullable) set of addresses; NULL: to be asked of the store */
  guint64 changes;   /* of the store, when it was asked */
  guint64 same; /* likewise and one more, when all answers were found to be the same; 0: never */
  GHashTable *asked; /* (owned) address (owned) -> GINT_TO_POINTER of whether it was known */
};

static GHashTable *
list_known (const OneBase *base)
{
  g_autoptr (GError) error = NULL;
  GHashTable *known = one_people_list_known (base->store, &error);

  if (known)
    return known;
  g_debug ("who is known cannot be told: %s", error->message);
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
look (OneSpokenOf *spoken_of)
{
  guint64 changes = one_store_get_changes (spoken_of->base->store);

  if (spoken_of->known && spoken_of->changes == changes)
    return;
  g_clear_pointer (&spoken_of->known, g_hash_table_unref);
  spoken_of->known = list_known (spoken_of->base);
  spoken_of->changes = changes;
}

static gboolean
has (const char *address, gpointer data)
{
  OneSpokenOf *spoken_of = data;
  gboolean known;

  look (spoken_of);
  known = g_hash_table_contains (spoken_of->known, address);
  if (!g_hash_table_contains (spoken_of->asked,
                              address)) /* else what was judged would be forgotten */
    g_hash_table_insert (spoken_of->asked, g_strdup (address), GINT_TO_POINTER (known));
  return known;
}

OneSpokenOf *
one_spoken_of_new (const OneBase *base)
{
  OneSpokenOf *spoken_of = g_new0 (OneSpokenOf, 1);

  spoken_of->base = base;
  spoken_of->question = (OneKnown){ has, spoken_of };
  spoken_of->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return spoken_of;
}

void
one_spoken_of_free (OneSpokenOf *spoken_of)
{
  g_hash_table_unref (spoken_of->asked);
  g_clear_pointer (&spoken_of->known, g_hash_table_unref);
  g_free (spoken_of);
}

const OneKnown *
one_spoken_of_get_known (OneSpokenOf *spoken_of)
{
  return &spoken_of->question;
}

gboolean
one_spoken_of_has_changed (OneSpokenOf *spoken_of)
{
  GHashTableIter iter;
  gpointer address, was;

  if (g_hash_table_size (spoken_of->asked) == 0
      || spoken_of->same == one_store_get_changes (spoken_of->base->store) + 1)
    return FALSE;
  look (spoken_of);
  g_hash_table_iter_init (&iter, spoken_of->asked);
  while (g_hash_table_iter_next (&iter, &address, &was))
    if (g_hash_table_contains (spoken_of->known, address) != GPOINTER_TO_INT (was))
      return TRUE;
  spoken_of->same = spoken_of->changes + 1;
  return FALSE;
}

void
one_spoken_of_forget (OneSpokenOf *spoken_of)
{
  g_hash_table_remove_all (spoken_of->asked);
  g_clear_pointer (&spoken_of->known, g_hash_table_unref);
  spoken_of->same = 0;
}

char *
one_spoken_of_format (const OneSpokenOf *spoken_of)
{
  g_autoptr (GList) asked = g_hash_table_get_keys (spoken_of->asked);
  GString *lines = g_string_new (NULL);

  asked = g_list_sort (asked, (GCompareFunc) strcmp);
  for (const GList *one = asked; one; one = one->next)
    g_string_append_printf (lines, "%s%c%s", lines->len > 0 ? "\n" : "",
                            g_hash_table_lookup (spoken_of->asked, one->data) ? '+' : '-',
                            (const char *) one->data);
  return g_string_free (lines, FALSE);
}

void
one_spoken_of_parse (OneSpokenOf *spoken_of, char *const *lines)
{
  for (; *lines; lines++)
    if (**lines == '+' || **lines == '-')
      g_hash_table_insert (spoken_of->asked, g_strdup (*lines + 1),
                           GINT_TO_POINTER (**lines == '+'));
  spoken_of->same = 0;
}
