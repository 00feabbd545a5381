/* SPDX-License-Identifier: MIT */
/* Who takes part in an event, by the ATTENDEE and ORGANIZER lines as the producers mean them. */
#pragma once

#include <glib.h>
#include "model/calendar/event.h"
#include "model/settings.h"

/* The answers on somebody's lines; one can be older than another. */
typedef struct {
  gboolean yes; /* one accepts, perhaps, or invites */
  gboolean no;  /* one declines */
} OneAnswer;

/* A person by one address. */
typedef struct {
  char *address; /* (owned) lower case; or "name:…", see one_participants_address; "" if unknown */
  const char *name;  /* (borrowed) from the event; "" if none */
  gboolean declined; /* on each ATTENDEE line of that address that answers */
  OneAnswer answer;
} OneParticipant;

typedef struct {
  GArray *others;          /* (owned) of OneParticipant, each once, as written: who is not me */
  GArray *mine;            /* (owned) of OneParticipant: my addresses among the people */
  gboolean me;             /* I am among the people */
  gboolean me_declined;    /* with each of my addresses */
  gboolean group;          /* a list or group is invited */
  const OneAttendee *room; /* (borrowed) from the event: the last that was taken for a room by what
                              it is called; NULL for none */
} OneParticipants;

/* Whom the user has spoken of to oned. */
typedef struct {
  gboolean (*has) (const char *address, gpointer data); /* as OneParticipant has it */
  gpointer data;
} OneKnown;

typedef struct {
  const OneEvent *event;       /* (borrowed) */
  const OneSeries *series;     /* (borrowed) that it is of */
  const GPtrArray *copies;     /* (borrowed, nullable) of OneEvent: the same in other calendars */
  const char *const *me;       /* (borrowed, nullable) my addresses, lower case; NULL or empty: then
                                  everybody is an other */
  const OneSettings *settings; /* (borrowed) */
  const OneKnown *known;       /* (borrowed, nullable) NULL: nobody */
} OneInvitation;

/* Whom it invites. Nobody is taken for a room by a name that people have, or that is also the
 * place's, who is me, invites, has answered, or would be the last other one; nobody at all who is
 * known is. `known` is asked only about those who would be. */
OneParticipants *one_participants_new (const OneInvitation *invitation);
/* Whoever has not answered is given the answer in `event`, another copy of the same. */
void one_participants_learn (OneParticipants *people, const OneEvent *event);
void one_participants_free (OneParticipants *people);

/* Whether the event says anything about people: an override that does not has those of its master.
 */
gboolean one_participants_are_named (const OneEvent *event);

/* The address of somebody of whom only a name is known: "name:" and the name, folded. */
char *one_participants_address (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneParticipants, one_participants_free)
