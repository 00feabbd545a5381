/* SPDX-License-Identifier: MIT */
/* Who takes part in an event, by the ATTENDEE and ORGANIZER lines as the producers mean them. */
#pragma once

#include <glib.h>
#include "model/event.h"
#include "model/settings.h"

/* A person who is not me. */
typedef struct {
  char *address; /* (owned) lower case; or "name:…", see one_participants_address; "" if unknown */
  const char *name;  /* (borrowed) from the event; "" if none */
  gboolean declined; /* on each ATTENDEE line of that address */
} OneParticipant;

typedef struct {
  GArray *others;       /* (owned) of OneParticipant, each once, as written */
  gboolean me;          /* I am among the people */
  gboolean me_declined; /* on each of my ATTENDEE lines */
  gboolean group;       /* a list or group is invited */
  const char *room;     /* (borrowed) from the event: name or address of the last that was taken for
                           a room by what it is called; NULL for none */
} OneParticipants;

/* The people of `event`, which is of `series`. Nobody is taken for a room by a name that is also
 * the place's who is me, invites, has answered, or would be the last other one. `me`: my addresses,
 * lower case; NULL or empty: then everybody is an other. */
OneParticipants *one_participants_new (const OneEvent *event, const OneSeries *series,
                                       const char *const *me, const OneSettings *settings);
void one_participants_free (OneParticipants *people);

/* Whether the event says anything about people: an override that does not has those of its master.
 */
gboolean one_participants_are_named (const OneEvent *event);

/* The address of somebody of whom only a name is known: "name:" and the name, folded. */
char *one_participants_address (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneParticipants, one_participants_free)
