/* SPDX-License-Identifier: MIT */
#include "core/detect/detect.h"

#include "core/detect/participants.h"
#include "model/base/compare.h"
#include <string.h>

#define MIN_OTHERS 2
#define MIN_EVENTS 3

/* Counts for one address. */
typedef struct {
  GHashTable *others; /* (owned) set of char* (borrowed): met in events of two */
  guint pairs;        /* events of two people it is in */
  guint events;       /* events of any size it is in */
} Tally;

static void
tally_free (Tally *tally)
{
  g_hash_table_unref (tally->others);
  g_free (tally);
}

static Tally *
tallies_get (GHashTable *tallies, const char *address)
{
  Tally *tally = g_hash_table_lookup (tallies, address);

  if (tally)
    return tally;
  tally = g_new0 (Tally, 1);
  tally->others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_insert (tallies, g_strdup (address), tally);
  return tally;
}

static void
tallies_add_pair (GHashTable *tallies, const char *address, const char *other)
{
  Tally *tally = tallies_get (tallies, address);

  tally->pairs++;
  g_hash_table_add (tally->others, g_strdup (other));
}

/* Returns whether it is an event of two. */
static gboolean
tallies_add (GHashTable *tallies, const OneParticipants *people)
{
  const OneParticipant *others = (const OneParticipant *) people->others->data; /* NULL for none */
  guint n = people->others->len;

  for (guint i = 0; i < n; i++)
    if (strchr (others[i].address, '@'))
      tallies_get (tallies, others[i].address)->events++;
  if (n != 2 || people->group || !strchr (others[0].address, '@')
      || !strchr (others[1].address, '@'))
    return FALSE;
  tallies_add_pair (tallies, others[0].address, others[1].address);
  tallies_add_pair (tallies, others[1].address, others[0].address);
  return TRUE;
}

static int
tally_compare (const Tally *a, const Tally *b)
{
  guint left = g_hash_table_size (a->others);
  guint right = g_hash_table_size (b->others);

  if (left != right)
    return one_compare_int64 (left, right);
  return one_compare_int64 (a->events, b->events);
}

/* The one ahead of all others; NULL if two are equal. */
static const char *
tallies_find_first (GHashTable *tallies)
{
  GHashTableIter iter;
  gpointer address, tally;
  const char *best = NULL;
  const Tally *most = NULL;
  gboolean tie = FALSE;

  g_hash_table_iter_init (&iter, tallies);
  while (g_hash_table_iter_next (&iter, &address, &tally)) {
    int order = most ? tally_compare (tally, most) : 1;

    tie = order == 0 || (order < 0 && tie);
    if (order > 0) {
      best = address;
      most = tally;
    }
  }
  return tie ? NULL : best;
}

/* The address that most events of two have in common. NULL if none stands out. */
static char *
infer_me (const GPtrArray *merged, const OneSettings *settings)
{
  g_autoptr (GHashTable) tallies =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) tally_free);
  const char *first;
  const Tally *tally;
  guint pairs = 0;

  for (guint i = 0; i < merged->len; i++) {
    const OneMergedSeries *series = g_ptr_array_index (merged, i);
    g_autoptr (OneParticipants) people = NULL;

    if (!series->master)
      continue;
    people = one_participants_new (&(OneInvitation){
        .event = series->master, .series = series->series, .settings = settings });
    pairs += tallies_add (tallies, people);
  }
  first = tallies_find_first (tallies);
  tally = first ? g_hash_table_lookup (tallies, first) : NULL;
  if (!tally || 2 * tally->pairs <= pairs
      || (g_hash_table_size (tally->others) < MIN_OTHERS && tally->events < MIN_EVENTS))
    return NULL;
  return g_strdup (first);
}

char **
one_detect_me (const GPtrArray *merged, const OneSettings *settings)
{
  GPtrArray *accounts = settings->found->me;
  g_autofree char *inferred = infer_me (merged, settings);
  g_autoptr (GStrvBuilder) me = g_strv_builder_new ();

  for (guint i = 0; i < accounts->len; i++)
    g_strv_builder_add (me, accounts->pdata[i]);
  if (inferred && !g_ptr_array_find_with_equal_func (accounts, inferred, g_str_equal, NULL))
    g_strv_builder_add (me, inferred);
  return accounts->len > 0 || inferred ? g_strv_builder_end (me) : NULL;
}
