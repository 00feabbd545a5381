/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops.h"

#include "core/agenda/neglect.h"
#include "engine/base/lookup.h"
#include "engine/base/prepare.h"
#include "engine/base/setup.h"
#include "engine/state.h"
#include "store/people.h"
#include "store/touches.h"
#include "wire/error.h"

/* Set of gint64* (borrowed): the meetings in which it came up. */
static GHashTable *
list_touched (const OneHistory *history, const char *category)
{
  GHashTable *meetings = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < history->touches->len; i++) {
    OneTouch *touch = history->touches->pdata[i];

    if (g_str_equal (touch->category, category))
      g_hash_table_add (meetings, &touch->meeting);
  }
  return meetings;
}

/* Set of gint64* (borrowed): the meetings that had it on their agenda. */
static GHashTable *
list_proposed (const OneHistory *history, const char *category)
{
  GHashTable *meetings = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < history->proposals->len; i++) {
    OneProposal *proposal = history->proposals->pdata[i];

    if (g_str_equal (proposal->category, category))
      g_hash_table_add (meetings, &proposal->meeting);
  }
  return meetings;
}

/* The category as of `as_of`, with a cell for each meeting that was held. */
static OneCoverageRow *
cover_category (const OneHistory *history, const OneMeeting *as_of, const OneCategory *category)
{
  g_autoptr (GHashTable) touched = list_touched (history, category->id);
  g_autoptr (GHashTable) proposed = list_proposed (history, category->id);
  OneCoverageRow *row = g_new0 (OneCoverageRow, 1);

  row->category = g_strdup (category->id);
  row->title = g_strdup (category->title);
  row->limits = category->limits;
  row->cells = g_array_new (FALSE, TRUE, sizeof (OneCoverageCell));
  row->neglect = one_neglect_get (history, as_of, category->id, &category->limits);
  for (guint i = 0; i < history->past->len; i++) {
    const OnePast *past = &g_array_index (history->past, OnePast, i);
    OneCoverageCell cell = { .meeting = past->meeting, .start = past->start };

    if (past->state != ONE_MEETING_HELD || past->start >= as_of->start)
      continue;
    cell.known = past->noted;
    cell.touched = g_hash_table_contains (touched, &past->meeting);
    cell.proposed = g_hash_table_contains (proposed, &past->meeting);
    g_array_append_val (row->cells, cell);
  }
  return row;
}

static void
count_meetings (OneCoverage *coverage, const OneHistory *history, const OneMeeting *as_of)
{
  for (guint i = 0; i < history->past->len; i++) {
    const OnePast *past = &g_array_index (history->past, OnePast, i);
    gboolean held = past->state == ONE_MEETING_HELD && past->start < as_of->start;

    coverage->held += held;
    coverage->unknown += held && !past->noted;
  }
}

OneCoverage *
one_ops_coverage_get (OneEngine *engine, const OnePerson *person, GError **error)
{
  const OneCatalogue *catalogue = one_setup_get_catalogue (&engine->base, person->role);
  g_autoptr (OneMeeting) next = one_lookup_next (&engine->base, person->id, NULL);
  OneMeeting as_of = { .start = next ? next->start : one_base_now (&engine->base) };
  g_autoptr (OneHistory) history =
      one_prepare_history (&engine->base, person->id, as_of.start, error);
  OneCoverage *coverage;

  if (!history)
    return NULL;
  coverage = g_new0 (OneCoverage, 1);
  coverage->person = g_strdup (person->name);
  count_meetings (coverage, history, &as_of);
  coverage->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) one_coverage_row_free);
  for (guint i = 0; i < catalogue->categories->len; i++) {
    const OneCategory *category = catalogue->categories->pdata[i];

    if (category->rule == ONE_RULE_CORE && category->enabled)
      g_ptr_array_add (coverage->rows, cover_category (history, &as_of, category));
  }
  return coverage;
}

GPtrArray *
one_ops_coverage_list (OneEngine *engine, const char *who, GError **error)
{
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) one_coverage_free);

  if (*who == '\0')
    people = one_people_list (engine->base.store, error);
  else {
    OnePerson *person = one_lookup_person (&engine->base, who, error);

    people = person ? g_ptr_array_new_with_free_func ((GDestroyNotify) one_person_free) : NULL;
    if (person)
      g_ptr_array_add (people, person);
  }
  for (guint i = 0; people && i < people->len; i++) {
    OnePerson *person = people->pdata[i];
    OneCoverage *coverage;

    if (!person->role_is_set)
      person->role = engine->base.settings->role;
    coverage = one_ops_coverage_get (engine, person, error);
    if (!coverage)
      return NULL;
    g_ptr_array_add (list, coverage);
  }
  return people ? g_steal_pointer (&list) : NULL;
}

const OneCatalogue *
one_ops_coverage_list_categories (OneEngine *engine, const char *word, GError **error)
{
  OneRole role = ONE_ROLE_MANAGER;

  if (*word == '\0' || one_words_parse_role (word, &role))
    return one_setup_get_catalogue (&engine->base, role);
  g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID,
               "no role '%s' (manager, report, peer, mentor, skip-level)", word);
  return NULL;
}
