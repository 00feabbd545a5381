/* SPDX-License-Identifier: MIT */
#include "ctl/health/me-hint.h"

#include "ctl/bus/unpack.h"

/* The hints that a stranger's meetings give. */
typedef struct {
  GHashTable *others; /* (owned) set of char* (owned) */
  guint series;
  char *title; /* (owned) of the first */
} Tally;

static void
tally_free (Tally *tally)
{
  g_hash_table_unref (tally->others);
  g_free (tally->title);
  g_free (tally);
}

static void
hint_count (GHashTable *tallies, const char *address, const char *other, const char *title)
{
  Tally *tally = g_hash_table_lookup (tallies, address);

  if (!tally) {
    tally = g_new0 (Tally, 1);
    tally->others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    tally->title = g_strdup (title);
    g_hash_table_insert (tallies, g_strdup (address), tally);
  }
  tally->series++;
  g_hash_table_add (tally->others, g_strdup (other));
}

/* (transfer full) char* address -> Tally, of all who meet without me. */
static GHashTable *
hint_count_all (GVariant *events)
{
  GHashTable *tallies =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) tally_free);

  for (gsize i = 0; i < g_variant_n_children (events); i++) {
    g_autoptr (GVariant) event = g_variant_get_child_value (events, i);
    g_auto (GStrv) others = one_unpack_strings (event, "others");
    const char *title = one_unpack_string (event, "summary");

    if (g_strv_length (others) != 2)
      continue;
    hint_count (tallies, others[0], others[1], title);
    hint_count (tallies, others[1], others[0], title);
  }
  return tallies;
}

static void
hint_remove_people (GHashTable *tallies, GVariant *people)
{
  for (gsize i = 0; i < g_variant_n_children (people); i++) {
    g_autoptr (GVariant) person = g_variant_get_child_value (people, i);
    g_auto (GStrv) addresses = one_unpack_strings (person, "addresses");

    for (guint j = 0; addresses[j]; j++)
      g_hash_table_remove (tallies, addresses[j]);
  }
}

static int
hint_compare (gconstpointer a, gconstpointer b)
{
  const OneMeHint *left = *(const OneMeHint *const *) a;
  const OneMeHint *right = *(const OneMeHint *const *) b;

  if (left->series != right->series)
    return left->series > right->series ? -1 : 1;
  return g_strcmp0 (left->address, right->address);
}

GPtrArray *
one_me_hint_list (GVariant *events, GVariant *people)
{
  g_autoptr (GHashTable) tallies = hint_count_all (events);
  GPtrArray *hints = g_ptr_array_new_with_free_func ((GDestroyNotify) one_me_hint_free);
  guint enough = one_me_hint_is_seen (events) ? 2 : 1;
  GHashTableIter iter;
  gpointer address, value;

  hint_remove_people (tallies, people);
  g_hash_table_iter_init (&iter, tallies);
  while (g_hash_table_iter_next (&iter, &address, &value)) {
    Tally *tally = value;
    OneMeHint *hint;

    if (g_hash_table_size (tally->others) < enough)
      continue;
    hint = g_new0 (OneMeHint, 1);
    hint->address = g_strdup (address);
    hint->series = tally->series;
    hint->title = g_strdup (tally->title);
    g_ptr_array_add (hints, hint);
  }
  g_ptr_array_sort (hints, hint_compare);
  return hints;
}

gboolean
one_me_hint_is_seen (GVariant *events)
{
  for (gsize i = 0; i < g_variant_n_children (events); i++) {
    g_autoptr (GVariant) event = g_variant_get_child_value (events, i);

    if (one_unpack_bool (event, "with_me"))
      return TRUE;
  }
  return FALSE;
}

void
one_me_hint_free (OneMeHint *hint)
{
  g_free (hint->address);
  g_free (hint->title);
  g_free (hint);
}
