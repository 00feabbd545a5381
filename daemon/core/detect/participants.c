/* SPDX-License-Identifier: MIT */
#include "core/detect/participants.h"

#include "core/detect/rooms.h"

#include <string.h>

static gboolean
attendee_takes_part (const OneAttendee *attendee, const OneSettings *settings)
{
  return !attendee->non_participant && attendee->partstat != ONE_PARTSTAT_DELEGATED
         && !g_str_has_suffix (attendee->address, "@group.calendar.google.com")
         && !one_rooms_has (attendee, settings);
}

static gboolean
text_contains (const char *text, const char *word)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);

  return strstr (lower, word) != NULL;
}

/* Addresses of machines that stand for somebody: of iCloud, which takes answers there. */
static gboolean
address_is_relay (const char *address)
{
  return g_str_has_suffix (address, "@imip.me.com");
}

/* Addresses that are nobody's mailbox: where Google knows no organizer, what takes no answers, and
 * names that RFC 2606 rules out. */
static gboolean
address_is_nobodys (const char *address)
{
  static const char *const senders[] = { "noreply@",    "no-reply@",     "no_reply@",
                                         "donotreply@", "do-not-reply@", "do_not_reply@" };

  for (guint i = 0; i < G_N_ELEMENTS (senders); i++)
    if (g_str_has_prefix (address, senders[i]))
      return TRUE;
  return strcmp (address, "unknownorganizer@calendar.google.com") == 0
         || g_str_has_suffix (address, ".invalid");
}

/* Whether the attendee is the person whom the organizer's line stands for. */
static gboolean
attendee_stands_for (const OneAttendee *attendee, const OneAttendee *organizer)
{
  if (*attendee->address && strcmp (attendee->address, organizer->address) == 0)
    return TRUE;
  if (!address_is_relay (organizer->address))
    return FALSE;
  return attendee->chair
         || (*organizer->name && g_ascii_strcasecmp (attendee->name, organizer->name) == 0);
}

/* Google's organizer is the calendar the event was made in; whoever takes part is an attendee as
 * well. Everywhere else the organizer takes part, and often has no ATTENDEE line. Events of Google
 * stay as they are when a program other than Microsoft's keeps them. */
static gboolean
organizer_takes_part (const OneEvent *event, const OneAttendee *organizer, const OneSeries *series)
{
  gboolean google = text_contains (series->producer, "google")
                    || (g_str_has_suffix (series->uid, "@google.com")
                        && !text_contains (series->producer, "microsoft"));

  if (google || address_is_nobodys (organizer->address))
    return FALSE;
  for (guint i = 0; i < event->attendees->len; i++) {
    const OneAttendee *attendee = g_ptr_array_index (event->attendees, i);

    if (!attendee->organizer && attendee_stands_for (attendee, organizer))
      return FALSE;
  }
  return TRUE;
}

static OneParticipant *
list_find (const GArray *list, const char *address)
{
  for (guint i = 0; i < list->len; i++) {
    OneParticipant *known = &g_array_index (list, OneParticipant, i);

    if (*address && strcmp (known->address, address) == 0)
      return known;
  }
  return NULL;
}

/* Only a person's lines that answer count: NEEDS-ACTION means that nobody touched the line. Whoever
 * answers both yes and no stays. */
static void
answer_take (OneAnswer *answer, const OneAttendee *attendee)
{
  if (attendee->organizer || attendee->partstat == ONE_PARTSTAT_ACCEPTED
      || attendee->partstat == ONE_PARTSTAT_TENTATIVE)
    answer->yes = TRUE;
  else if (attendee->partstat == ONE_PARTSTAT_DECLINED)
    answer->no = TRUE;
}

static gboolean
answer_is_no (const OneAnswer *answer)
{
  return answer->no && !answer->yes;
}

/* A machine's address is another one in each series; the name stays. */
static char *
attendee_dup_identity (const OneAttendee *attendee)
{
  gboolean named = *attendee->name != '\0';

  return named && (!*attendee->address || address_is_relay (attendee->address))
             ? one_participants_address (attendee->name)
             : g_strdup (attendee->address);
}

static void
list_add (GArray *list, const OneAttendee *attendee)
{
  g_autofree char *address = attendee_dup_identity (attendee);
  OneParticipant *known = list_find (list, address);
  OneParticipant added = { NULL, attendee->name, FALSE, { FALSE, FALSE } };

  if (!known) {
    added.address = g_steal_pointer (&address);
    g_array_append_val (list, added);
    known = &g_array_index (list, OneParticipant, list->len - 1);
  }
  known->name = *known->name ? known->name : attendee->name;
  answer_take (&known->answer, attendee);
  known->declined = answer_is_no (&known->answer);
}

/* Whoever is invited under two addresses has declined with both, or not. */
static void
participants_conclude (OneParticipants *people)
{
  people->me = people->mine->len > 0;
  people->me_declined = people->me;
  for (guint i = 0; i < people->mine->len; i++)
    people->me_declined &= g_array_index (people->mine, OneParticipant, i).declined;
  if (people->room && list_find (people->others, people->room->address))
    people->room = NULL; /* on another line it has another name */
}

static void
participant_clear (gpointer data)
{
  OneParticipant *other = data;

  g_free (other->address);
}

static GArray *
list_new (void)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (OneParticipant));

  g_array_set_clear_func (list, participant_clear);
  return list;
}

void
one_participants_free (OneParticipants *people)
{
  g_array_unref (people->others);
  g_array_unref (people->mine);
  g_free (people);
}

static gboolean
attendee_is_known (const OneAttendee *attendee, const OneKnown *known)
{
  g_autofree char *identity = attendee_dup_identity (attendee);

  return known && *identity && known->has (identity, known->data);
}

/* By what it is called, where nobody says what it is. `maybe`: also by what people are called. */
static gboolean
participants_take_for_room (OneParticipants *people, const OneAttendee *attendee,
                            const OneInvitation *invitation, gboolean maybe)
{
  OneRoomsGuess guess = one_rooms_guess (attendee, invitation->event, invitation->copies);

  if (guess == ONE_ROOMS_NONE || (guess == ONE_ROOMS_MAYBE && !maybe)
      || attendee_is_known (attendee, invitation->known))
    return FALSE;
  people->room = attendee;
  return TRUE;
}

static OneParticipants *
participants_list (const OneInvitation *invitation, gboolean maybe)
{
  const OneEvent *event = invitation->event;
  const char *const *me = invitation->me;
  OneParticipants *people = g_new0 (OneParticipants, 1);

  people->others = list_new ();
  people->mine = list_new ();
  for (guint i = 0; i < event->attendees->len; i++) {
    const OneAttendee *attendee = g_ptr_array_index (event->attendees, i);

    if (!attendee_takes_part (attendee, invitation->settings)
        || (attendee->organizer && !organizer_takes_part (event, attendee, invitation->series)))
      continue;
    if (attendee->cutype == ONE_CUTYPE_GROUP)
      people->group = TRUE;
    else if (me && *attendee->address && g_strv_contains (me, attendee->address))
      list_add (people->mine, attendee);
    else if (!participants_take_for_room (people, attendee, invitation, maybe))
      list_add (people->others, attendee);
  }
  participants_conclude (people);
  return people;
}

OneParticipants *
one_participants_new (const OneInvitation *invitation)
{
  OneParticipants *people = participants_list (invitation, TRUE);

  if (people->others->len > 0 || people->group || !people->room)
    return people;
  one_participants_free (people);
  return participants_list (invitation, FALSE);
}

void
one_participants_learn (OneParticipants *people, const OneEvent *event)
{
  for (guint i = 0; i < event->attendees->len; i++) {
    const OneAttendee *attendee = g_ptr_array_index (event->attendees, i);
    OneParticipant *mine = list_find (people->mine, attendee->address);
    OneParticipant *known = mine ? mine : list_find (people->others, attendee->address);

    if (known && !attendee->organizer && !known->answer.yes && !known->answer.no)
      list_add (mine ? people->mine : people->others, attendee);
  }
  participants_conclude (people);
}

gboolean
one_participants_are_named (const OneEvent *event)
{
  for (guint i = 0; i < event->attendees->len; i++) {
    const OneAttendee *attendee = g_ptr_array_index (event->attendees, i);

    if (!attendee->organizer)
      return TRUE;
  }
  return FALSE;
}

char *
one_participants_address (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal ? normal : name, -1);

  return g_strconcat ("name:", g_strdelimit (folded, "@", ' '), NULL);
}
