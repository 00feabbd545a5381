/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops.h"

#include "engine/base/lookup.h"
#include "engine/base/user-change.h"
#include "engine/cycle.h"
#include "engine/state.h"
#include "model/base/text.h"
#include "store/meetings.h"
#include "store/people.h"
#include "store/person-merge.h"
#include "store/promises.h"
#include "wire/error.h"

#define NAME_MAX_CHARACTERS 100

static OnePersonView *
view_person (OneEngine *engine, const OnePerson *person, GError **error)
{
  g_autoptr (OneMeeting) next = one_lookup_next (&engine->base, person->id, NULL);
  OnePersonView *view;
  guint open;
  OneMet met;

  if (!one_promises_count_open (engine->base.store, person->id, &open, error)
      || !one_meetings_get_met (engine->base.store, person->id, &met, error))
    return NULL;
  view = g_new0 (OnePersonView, 1);
  view->person = one_person_dup (person);
  if (!person->role_is_set)
    view->person->role = engine->base.settings->role;
  view->last_met = met.last;
  view->held = met.held;
  view->held_since = met.first;
  view->next_meeting = next ? next->start : 0;
  view->open_actions = open;
  return view;
}

GPtrArray *
one_ops_person_list (OneEngine *engine, GError **error)
{
  g_autoptr (GPtrArray) people = one_people_list (engine->base.store, error);
  g_autoptr (GPtrArray) views =
      g_ptr_array_new_with_free_func ((GDestroyNotify) one_person_view_free);

  for (guint i = 0; people && i < people->len; i++) {
    OnePersonView *view = view_person (engine, people->pdata[i], error);

    if (!view)
      return NULL;
    g_ptr_array_add (views, view);
  }
  return people ? g_steal_pointer (&views) : NULL;
}

OnePersonView *
one_ops_person_get (OneEngine *engine, const char *who, GError **error)
{
  g_autoptr (OnePerson) person = one_lookup_person (&engine->base, who, error);

  return person ? view_person (engine, person, error) : NULL;
}

static gboolean
change_role (OneEngine *engine, gint64 id, const char *word, GError **error)
{
  OneRole role;

  if (one_words_parse_role (word, &role))
    return one_people_set_role (engine->base.store, id, role, error);
  g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID,
               "no role '%s' (manager, report, peer, mentor, skip-level)", word);
  return FALSE;
}

static gboolean
change_name (OneEngine *engine, gint64 id, const char *name, GError **error)
{
  g_autofree char *clean = one_text_clean (name, -1, NAME_MAX_CHARACTERS);

  if (*clean)
    return one_people_set_name (engine->base.store, id, clean, error);
  g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, "the name is empty");
  return FALSE;
}

static gboolean
add_address (OneEngine *engine, gint64 id, const char *address, GError **error)
{
  const char *const *me = one_detector_get_me (engine->detector, NULL);

  for (guint i = 0; me[i]; i++)
    if (g_ascii_strcasecmp (me[i], address) == 0) {
      g_set_error (error, ONE_ERROR, ONE_ERROR_REFUSED, "'%s' is an address of yours", address);
      return FALSE;
    }
  return one_people_add_address (engine->base.store, id, address, error);
}

static gboolean
merge_person (OneEngine *engine, gint64 id, const char *who, GError **error)
{
  g_autoptr (OnePerson) other = one_lookup_person (&engine->base, who, error);

  return other && one_person_merge (engine->base.store, id, other->id, error);
}

/* Makes all of the changes, or none. */
static gboolean
change_person (OneEngine *engine, const OnePerson *person, const OnePersonChanges *changes,
               GError **error)
{
  g_autofree char *what =
      g_strdup_printf ("%s %s", changes->merge ? "merge into" : "changes to", person->name);
  g_autoptr (OneTransaction) all = one_user_change_begin (&engine->base, what, error);
  gint64 id = person->id;

  return all && (!changes->role || change_role (engine, id, changes->role, error))
         && (!changes->name || change_name (engine, id, changes->name, error))
         && (!changes->address || add_address (engine, id, changes->address, error))
         && (!changes->merge || merge_person (engine, id, changes->merge, error))
         && one_transaction_commit (all, error);
}

OnePersonView *
one_ops_person_set (OneEngine *engine, const char *who, const OnePersonChanges *changes,
                    GError **error)
{
  g_autoptr (OnePerson) person = one_lookup_person (&engine->base, who, error);
  g_autoptr (OnePerson) changed = NULL;

  if (!person || !change_person (engine, person, changes, error))
    return NULL;
  one_cycle_rejudge (engine);
  changed = one_lookup_get (&engine->base, person->id, error);
  return changed ? view_person (engine, changed, error) : NULL;
}
