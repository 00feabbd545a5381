/* SPDX-License-Identifier: MIT */
#include "store/who-match.h"

#include <string.h>

#include "model/base/compare.h"
#include "wire/error.h"
#include "wire/fold.h"
#include "wire/near.h"

#define CANDIDATES_MAX 6

typedef enum {
  FIT_NONE,
  FIT_MAILBOX_BEGINNING, /* of what stands before the @, or of a word in it */
  FIT_MAILBOX,           /* what stands before the @ */
  FIT_BEGINNING,         /* of the name or of a word in it */
  FIT_EXACT,             /* the whole name, or an address */
} Fit;

static char *
person_match_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (composed, -1);
}

static int
person_match_compare (gconstpointer a, gconstpointer b)
{
  const OnePerson *first = *(const OnePerson *const *) a;
  const OnePerson *second = *(const OnePerson *const *) b;
  g_autofree char *one = person_match_fold (first->name);
  g_autofree char *two = person_match_fold (second->name);
  int order = strcmp (one, two);

  return order != 0 ? order : one_compare_int64 (first->id, second->id);
}

void
one_who_match_sort (GPtrArray *people)
{
  g_ptr_array_sort (people, person_match_compare);
}

/* Best address fit: FIT_EXACT, FIT_MAILBOX, FIT_MAILBOX_BEGINNING or FIT_NONE. */
static Fit
person_match_fit_address (const OnePerson *person, const char *who)
{
  Fit best = FIT_NONE;

  for (char **address = person->addresses; *address; address++) {
    g_autofree char *folded = one_fold_text (*address);
    g_autofree char *mailbox = g_strndup (folded, strcspn (folded, "@"));

    if (g_str_equal (folded, who))
      return FIT_EXACT;
    if (g_str_equal (mailbox, who))
      best = FIT_MAILBOX;
    else if (best == FIT_NONE && strchr (folded, '@') && one_fold_begins_word (who, mailbox))
      best = FIT_MAILBOX_BEGINNING;
  }
  return best;
}

static Fit
person_match_fit (const OnePerson *person, const char *who)
{
  g_autofree char *name = one_fold_text (person->name);
  Fit address;

  if (g_str_equal (name, who))
    return FIT_EXACT;
  address = person_match_fit_address (person, who);
  if (address == FIT_EXACT)
    return FIT_EXACT;
  return one_fold_begins_word (who, person->name) ? FIT_BEGINNING : address;
}

const OnePerson *
one_who_match_find_name (const GPtrArray *people, const char *name)
{
  g_autofree char *wanted = person_match_fold (name);

  for (guint i = 0; i < people->len; i++) {
    const OnePerson *person = g_ptr_array_index (people, i);
    g_autofree char *folded = person_match_fold (person->name);

    if (g_str_equal (folded, wanted))
      return person;
  }
  return NULL;
}

static gboolean
person_match_has_namesake (const GPtrArray *people, const OnePerson *person)
{
  for (guint i = 0; i < people->len; i++) {
    const OnePerson *other = g_ptr_array_index (people, i);

    if (other != person && g_str_equal (other->name, person->name))
      return TRUE;
  }
  return FALSE;
}

/* "Ada Abbott, Ann Smith or Anna Braun"; namesakes with their address. */
static char *
person_match_format_candidates (const GPtrArray *people)
{
  GString *text = g_string_new (NULL);
  guint shown = MIN (people->len, CANDIDATES_MAX);

  for (guint i = 0; i < shown; i++) {
    const OnePerson *person = g_ptr_array_index (people, i);

    if (i > 0)
      g_string_append (text, i + 1 == people->len ? " or " : ", ");
    g_string_append (text, person->name);
    if (person->addresses[0] && person_match_has_namesake (people, person))
      g_string_append_printf (text, " <%s>", person->addresses[0]);
  }
  if (shown < people->len)
    g_string_append_printf (text, " or %u others", people->len - shown);
  return g_string_free (text, FALSE);
}

static GPtrArray *
person_match_list (const GPtrArray *people, const char *who, Fit wanted)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < people->len; i++)
    if (person_match_fit (g_ptr_array_index (people, i), who) == wanted)
      g_ptr_array_add (found, g_ptr_array_index (people, i));
  return found;
}

/* The person one of whose names, or all of them, is nearest; NULL if none is near. */
static const OnePerson *
person_match_find_near (const GPtrArray *people, const char *who)
{
  const OnePerson *near = NULL;
  guint best = one_near_limit (who);

  for (guint i = 0; i < people->len; i++) {
    const OnePerson *person = g_ptr_array_index (people, i);
    g_autofree char *name = one_fold_text (person->name);
    g_auto (GStrv) words = g_strsplit (name, " ", -1);
    guint distance = one_near_distance (who, name);

    for (char **word = words; *word; word++)
      distance = MIN (distance, one_near_distance (who, *word));
    if (distance < best) {
      best = distance;
      near = person;
    }
  }
  return near;
}

static void
person_match_set_unknown (GError **error, const GPtrArray *people, const char *who,
                          const char *folded)
{
  const OnePerson *near = person_match_find_near (people, folded);

  if (near)
    g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND, "no person '%s': did you mean %s?", who,
                 near->name);
  else
    g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND, "no person '%s'", who);
}

const OnePerson *
one_who_match_find (const GPtrArray *people, const char *who, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_utf8_make_valid (who, -1));
  g_autofree char *folded = one_fold_text (trimmed);
  g_autofree char *candidates = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  if (!*folded) {
    g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID, "no name given");
    return NULL;
  }
  for (Fit fit = FIT_EXACT; found->len == 0 && fit > FIT_NONE; fit--) {
    g_ptr_array_unref (found);
    found = person_match_list (people, folded, fit);
  }
  if (found->len == 1)
    return g_ptr_array_index (found, 0);
  if (found->len == 0) {
    person_match_set_unknown (error, people, trimmed, folded);
    return NULL;
  }
  candidates = person_match_format_candidates (found);
  g_set_error (error, ONE_ERROR, ONE_ERROR_AMBIGUOUS, "'%s' could be %s", trimmed, candidates);
  return NULL;
}
