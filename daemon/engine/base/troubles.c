/* SPDX-License-Identifier: MIT */
#include "engine/base/troubles.h"

struct OneTroubles {
  GHashTable *own;      /* (owned) text of the subject, or path -> OneTrouble */
  GPtrArray *calendars; /* (owned) of OneTrouble, by source and line */
};

OneTroubles *
one_troubles_new (void)
{
  OneTroubles *troubles = g_new0 (OneTroubles, 1);

  troubles->own =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) one_trouble_free);
  troubles->calendars = g_ptr_array_new_with_free_func ((GDestroyNotify) one_trouble_free);
  return troubles;
}

void
one_troubles_free (OneTroubles *troubles)
{
  g_hash_table_unref (troubles->own);
  g_ptr_array_unref (troubles->calendars);
  g_free (troubles);
}

void
one_troubles_set (const OneBase *base, OneSubject subject, const char *source, guint line,
                  const char *what)
{
  GHashTable *own = base->troubles->own;
  const char *key = subject == ONE_SUBJECT_FILE ? source : one_words_format_subject (subject);
  const OneTrouble *known = g_hash_table_lookup (own, key);
  OneTrouble *trouble;

  if (!what) {
    g_hash_table_remove (own, key);
    return;
  }
  if (known && known->line == line && g_str_equal (known->what, what)
      && g_str_equal (known->source, source))
    return;
  trouble = one_trouble_new (source, line, what);
  trouble->since = one_base_now (base);
  trouble->about = subject;
  g_hash_table_insert (own, g_strdup (key), trouble);
  g_warning ("%s%s%s", source, *source ? ": " : "", what);
}

const char *
one_troubles_find (const OneBase *base, OneSubject subject)
{
  const OneTrouble *known =
      g_hash_table_lookup (base->troubles->own, one_words_format_subject (subject));

  return known ? known->what : NULL;
}

/* The instant at which a trouble like this was first seen. */
static gint64
first_seen (const OneBase *base, const OneTrouble *trouble)
{
  const GPtrArray *known = base->troubles->calendars;

  for (guint i = 0; i < known->len; i++) {
    const OneTrouble *other = known->pdata[i];

    if (other->line == trouble->line && g_str_equal (other->source, trouble->source)
        && g_str_equal (other->what, trouble->what))
      return other->since;
  }
  return one_base_now (base);
}

static int
by_source (gconstpointer a, gconstpointer b)
{
  const OneTrouble *const *x = a, *const *y = b;
  int order = g_strcmp0 ((*x)->source, (*y)->source);

  return order != 0 ? order : (int) (*x)->line - (int) (*y)->line;
}

void
one_troubles_set_calendars (const OneBase *base, const GPtrArray *troubles)
{
  GPtrArray *now = g_ptr_array_new_with_free_func ((GDestroyNotify) one_trouble_free);

  for (guint i = 0; i < troubles->len; i++) {
    OneTrouble *trouble = one_trouble_dup (troubles->pdata[i]);

    trouble->since = first_seen (base, trouble);
    g_ptr_array_add (now, trouble);
  }
  g_ptr_array_sort (now, by_source);
  g_ptr_array_unref (base->troubles->calendars);
  base->troubles->calendars = now;
}

static int
by_age (gconstpointer a, gconstpointer b)
{
  const OneTrouble *const *x = a, *const *y = b;

  if ((*x)->since != (*y)->since)
    return (*x)->since < (*y)->since ? -1 : 1;
  return g_strcmp0 ((*x)->what, (*y)->what);
}

GPtrArray *
one_troubles_list (const OneBase *base)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) one_trouble_free);
  const GPtrArray *calendars = base->troubles->calendars;
  GHashTableIter iter;
  gpointer trouble;

  g_hash_table_iter_init (&iter, base->troubles->own);
  while (g_hash_table_iter_next (&iter, NULL, &trouble))
    g_ptr_array_add (list, one_trouble_dup (trouble));
  g_ptr_array_sort (list, by_age);
  for (guint i = 0; i < calendars->len; i++)
    g_ptr_array_add (list, one_trouble_dup (calendars->pdata[i]));
  return list;
}
