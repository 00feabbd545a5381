/* SPDX-License-Identifier: MIT */
#include "engine/detect/acquaintance.h"

#include <string.h>

#include "store/people.h"

struct OneAcquaintance {
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
look (OneAcquaintance *acquaintance)
{
  guint64 changes = one_store_get_changes (acquaintance->base->store);

  if (acquaintance->known && acquaintance->changes == changes)
    return;
  g_clear_pointer (&acquaintance->known, g_hash_table_unref);
  acquaintance->known = list_known (acquaintance->base);
  acquaintance->changes = changes;
}

static gboolean
has (const char *address, gpointer data)
{
  OneAcquaintance *acquaintance = data;
  gboolean known;

  look (acquaintance);
  known = g_hash_table_contains (acquaintance->known, address);
  if (!g_hash_table_contains (acquaintance->asked,
                              address)) /* else what was judged would be forgotten */
    g_hash_table_insert (acquaintance->asked, g_strdup (address), GINT_TO_POINTER (known));
  return known;
}

OneAcquaintance *
one_acquaintance_new (const OneBase *base)
{
  OneAcquaintance *acquaintance = g_new0 (OneAcquaintance, 1);

  acquaintance->base = base;
  acquaintance->question = (OneKnown){ has, acquaintance };
  acquaintance->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return acquaintance;
}

void
one_acquaintance_free (OneAcquaintance *acquaintance)
{
  g_hash_table_unref (acquaintance->asked);
  g_clear_pointer (&acquaintance->known, g_hash_table_unref);
  g_free (acquaintance);
}

const OneKnown *
one_acquaintance_get_known (OneAcquaintance *acquaintance)
{
  return &acquaintance->question;
}

gboolean
one_acquaintance_has_changed (OneAcquaintance *acquaintance)
{
  GHashTableIter iter;
  gpointer address, was;

  if (g_hash_table_size (acquaintance->asked) == 0
      || acquaintance->same == one_store_get_changes (acquaintance->base->store) + 1)
    return FALSE;
  look (acquaintance);
  g_hash_table_iter_init (&iter, acquaintance->asked);
  while (g_hash_table_iter_next (&iter, &address, &was))
    if (g_hash_table_contains (acquaintance->known, address) != GPOINTER_TO_INT (was))
      return TRUE;
  acquaintance->same = acquaintance->changes + 1;
  return FALSE;
}

void
one_acquaintance_forget (OneAcquaintance *acquaintance)
{
  g_hash_table_remove_all (acquaintance->asked);
  g_clear_pointer (&acquaintance->known, g_hash_table_unref);
  acquaintance->same = 0;
}

char *
one_acquaintance_format (const OneAcquaintance *acquaintance)
{
  g_autoptr (GList) asked = g_hash_table_get_keys (acquaintance->asked);
  GString *lines = g_string_new (NULL);

  asked = g_list_sort (asked, (GCompareFunc) strcmp);
  for (const GList *one = asked; one; one = one->next)
    g_string_append_printf (lines, "%s%c%s", lines->len > 0 ? "\n" : "",
                            g_hash_table_lookup (acquaintance->asked, one->data) ? '+' : '-',
                            (const char *) one->data);
  return g_string_free (lines, FALSE);
}

void
one_acquaintance_parse (OneAcquaintance *acquaintance, char *const *lines)
{
  for (; *lines; lines++)
    if (**lines == '+' || **lines == '-')
      g_hash_table_insert (acquaintance->asked, g_strdup (*lines + 1),
                           GINT_TO_POINTER (**lines == '+'));
  acquaintance->same = 0;
}
