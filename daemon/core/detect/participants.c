/* SPDX-License-Identifier: MIT */
#include "core/detect/participants.h"

#include <string.h>

/* Beginnings of a room's address, for calendars that do not say so: Exchange writes rooms as
 * required participants. They count only before a digit, "-", "_" or the end, because people are
 * called Raum and Salle too; the user's own patterns find other rooms. */
static const char *const room_words[] = {
  "room",          "meetingroom",    "meeting-room", "conferenceroom", "conference-room",
  "confroom",      "conf-room",      "boardroom",    "raum",           "besprechungsraum",
  "konferenzraum", "sitzungszimmer", "salle",        "sala",           "mtgroom"
};

static gboolean
address_is_room_word (const char *address)
{
  for (guint i = 0; i < G_N_ELEMENTS (room_words); i++) {
    const char *rest = address + strlen (room_words[i]);

    if (!g_str_has_prefix (address, room_words[i]))
      continue;
    if (*rest == '.')
      rest++;
    else if (*rest == '@' || *rest == '-' || *rest == '_')
      return TRUE;
    if (g_ascii_isdigit (*rest))
      return TRUE;
  }
  return FALSE;
}

static gboolean
address_matches (const char *address, const char *const *patterns)
{
  for (guint i = 0; patterns && patterns[i]; i++) {
    g_autofree char *pattern = g_utf8_strdown (patterns[i], -1);

    if (g_pattern_match_simple (pattern, address))
      return TRUE;
  }
  return FALSE;
}

typedef struct {
  const OneEvent *event;
  const OneSeries *series;
  const char *const *me;
  const OneSettings *settings;
} Invitation;

/* Exchange puts the display names of the rooms into LOCATION, with ";" between them. */
static gboolean
name_is_location (const char *name, const char *location)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *whole = g_utf8_casefold (location, -1);
  g_auto (GStrv) places = g_strsplit (whole, ";", 32);

  if (!*name)
    return FALSE;
  for (guint i = 0; places[i]; i++)
    if (strcmp (g_strstrip (places[i]), folded) == 0)
      return TRUE;
  return strcmp (whole, folded) == 0;
}

/* What the calendar or the user says to be one. */
static gboolean
attendee_is_room (const OneAttendee *attendee, const OneSettings *settings)
{
  if (attendee->cutype == ONE_CUTYPE_ROOM || attendee->cutype == ONE_CUTYPE_RESOURCE)
    return TRUE;
  return g_str_has_suffix (attendee->address, "@resource.calendar.google.com")
         || address_matches (attendee->address, (const char *const *) settings->rooms);
}

static gboolean
attendee_organizes (const OneAttendee *attendee, const OneEvent *event)
{
  for (guint i = 0; i < event->attendees->len; i++) {
    const OneAttendee *other = g_ptr_array_index (event->attendees, i);

    if (other->organizer && *other->address && strcmp (other->address, attendee->address) == 0)
      return TRUE;
  }
  return attendee->organizer;
}

/* Whoever writes the place can write a person's name there ("at Ada's"): who invites or has
 * answered is a person all the same. */
static gboolean
attendee_is_place (const OneAttendee *attendee, const OneEvent *event)
{
  return attendee->partstat == ONE_PARTSTAT_NEEDS_ACTION && !attendee_organizes (attendee, event)
         && name_is_location (attendee->name, event->location);
}

static gboolean
attendee_takes_part (const OneAttendee *attendee, const OneSettings *settings)
{
  return !attendee->non_participant && attendee->partstat != ONE_PARTSTAT_DELEGATED
         && !g_str_has_suffix (attendee->address, "@group.calendar.google.com")
         && !attendee_is_room (attendee, settings);
}

static gboolean
text_contains (const char *text, const char *word)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);

  return strstr (lower, word) != NULL;
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

  if (google)
    return FALSE;
  for (guint i = 0; i < event->attendees->len; i++) {
    const OneAttendee *attendee = g_ptr_array_index (event->attendees, i);

    if (!attendee->organizer && strcmp (attendee->address, organizer->address) == 0
        && *attendee->address)
      return FALSE;
  }
  return TRUE;
}

static OneParticipant *
participants_find (OneParticipants *people, const char *address)
{
  for (guint i = 0; i < people->others->len; i++) {
    OneParticipant *other = &g_array_index (people->others, OneParticipant, i);

    if (*address && strcmp (other->address, address) == 0)
      return other;
  }
  return NULL;
}

static void
participants_add_other (OneParticipants *people, const OneAttendee *attendee)
{
  gboolean declined = !attendee->organizer && attendee->partstat == ONE_PARTSTAT_DECLINED;
  g_autofree char *address = *attendee->address || !*attendee->name
                                 ? g_strdup (attendee->address)
                                 : one_participants_address (attendee->name);
  OneParticipant *known = participants_find (people, address);
  OneParticipant other = { NULL, attendee->name, declined };

  if (known) {
    known->declined &= declined;
    known->name = *known->name ? known->name : attendee->name;
    return;
  }
  other.address = g_steal_pointer (&address);
  g_array_append_val (people->others, other);
}

static void
participants_add_me (OneParticipants *people, const OneAttendee *attendee)
{
  gboolean declined = !attendee->organizer && attendee->partstat == ONE_PARTSTAT_DECLINED;

  people->me_declined = declined && (!people->me || people->me_declined);
  people->me = TRUE;
}

static void
other_clear (gpointer data)
{
  OneParticipant *other = data;

  g_free (other->address);
}

void
one_participants_free (OneParticipants *people)
{
  g_array_unref (people->others);
  g_free (people);
}

/* By what it is called, where nobody says what it is. */
static gboolean
participants_take_for_room (OneParticipants *people, const OneAttendee *attendee,
                            const OneEvent *event, gboolean places)
{
  if (!address_is_room_word (attendee->address) && !(places && attendee_is_place (attendee, event)))
    return FALSE;
  people->room = *attendee->name ? attendee->name : attendee->address;
  return TRUE;
}

/* `places`: whether a name that the place has is a room's. */
static OneParticipants *
participants_list (const Invitation *invitation, gboolean places)
{
  const OneEvent *event = invitation->event;
  const char *const *me = invitation->me;
  OneParticipants *people = g_new0 (OneParticipants, 1);

  people->others = g_array_new (FALSE, FALSE, sizeof (OneParticipant));
  g_array_set_clear_func (people->others, other_clear);
  for (guint i = 0; i < event->attendees->len; i++) {
    const OneAttendee *attendee = g_ptr_array_index (event->attendees, i);

    if (!attendee_takes_part (attendee, invitation->settings)
        || (attendee->organizer && !organizer_takes_part (event, attendee, invitation->series)))
      continue;
    if (attendee->cutype == ONE_CUTYPE_GROUP)
      people->group = TRUE;
    else if (me && *attendee->address && g_strv_contains (me, attendee->address))
      participants_add_me (people, attendee);
    else if (!participants_take_for_room (people, attendee, event, places))
      participants_add_other (people, attendee);
  }
  return people;
}

OneParticipants *
one_participants_new (const OneEvent *event, const OneSeries *series, const char *const *me,
                      const OneSettings *settings)
{
  Invitation invitation = { event, series, me, settings };
  OneParticipants *people = participants_list (&invitation, TRUE);

  if (people->others->len > 0 || people->group || !people->room)
    return people;
  one_participants_free (people);
  return participants_list (&invitation, FALSE);
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
