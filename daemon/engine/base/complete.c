/* SPDX-License-Identifier: MIT */
#include "engine/base/complete.h"

#include "store/people.h"

/* Fills in the person's present name and role. `person`: (nullable) */
static OneMeeting *
complete_with (const OneBase *base, OneMeeting *meeting, const OnePerson *person)
{
  if (person) {
    g_free (meeting->name);
    meeting->name = g_strdup (person->name);
    meeting->role = person->role_is_set ? person->role : base->settings->role;
  }
  return meeting;
}

OneMeeting *
one_complete_meeting (const OneBase *base, OneMeeting *meeting)
{
  g_autoptr (OnePerson) person = one_people_get (base->store, meeting->person, NULL);

  return complete_with (base, meeting, person);
}

/* `known`: gint64 id of a person (in the person) -> OnePerson (owned), so that each is asked for
 * once. */
static const OnePerson *
find_known (const OneBase *base, GHashTable *known, gint64 id)
{
  OnePerson *person = g_hash_table_lookup (known, &id);

  if (!person && (person = one_people_get (base->store, id, NULL)))
    g_hash_table_insert (known, &person->id, person);
  return person;
}

void
one_complete_list (const OneBase *base, const GPtrArray *meetings)
{
  g_autoptr (GHashTable) known =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) one_person_free);

  for (guint i = 0; i < meetings->len; i++) {
    OneMeeting *meeting = meetings->pdata[i];

    complete_with (base, meeting, find_known (base, known, meeting->person));
  }
}
