/* SPDX-License-Identifier: MIT */
#include "core/detect/rooms.h"

#include <string.h>

static const struct {
  const char *name, *address;
  gboolean individual;
  OnePartstat partstat;
  OneRoomsGuess guess;
} rows[] = {
  { "", "raum412@x", FALSE, ONE_PARTSTAT_NEEDS_ACTION, ONE_ROOMS_SURE },
  { "", "room-4@x", FALSE, ONE_PARTSTAT_ACCEPTED, ONE_ROOMS_SURE },
  { "", "room.4@x", FALSE, ONE_PARTSTAT_ACCEPTED, ONE_ROOMS_SURE },
  { "", "meetingroom@x", FALSE, ONE_PARTSTAT_ACCEPTED, ONE_ROOMS_SURE },
  { "Room 4", "room4@x", TRUE, ONE_PARTSTAT_ACCEPTED, ONE_ROOMS_SURE },
  { "Maria Sala", "sala2@x", TRUE, ONE_PARTSTAT_ACCEPTED, ONE_ROOMS_NONE },
  { "Maria Sala", "sala2@x", TRUE, ONE_PARTSTAT_NEEDS_ACTION, ONE_ROOMS_SURE },

  { "", "room@x", FALSE, ONE_PARTSTAT_ACCEPTED, ONE_ROOMS_MAYBE },
  { "", "raum-west@x", FALSE, ONE_PARTSTAT_NEEDS_ACTION, ONE_ROOMS_MAYBE },
  { "sala@x", "sala@x", FALSE, ONE_PARTSTAT_NEEDS_ACTION, ONE_ROOMS_MAYBE },
  { "Sala Berlin", "sala@x", FALSE, ONE_PARTSTAT_NEEDS_ACTION, ONE_ROOMS_MAYBE },
  { "Sala 3", "sala@x", FALSE, ONE_PARTSTAT_NEEDS_ACTION, ONE_ROOMS_MAYBE },
  { "Sala 3", "sala@x", TRUE, ONE_PARTSTAT_NEEDS_ACTION, ONE_ROOMS_MAYBE },
  { "Sala 3", "sala@x", TRUE, ONE_PARTSTAT_DECLINED, ONE_ROOMS_NONE },
  { "Maria Sala", "sala@x", FALSE, ONE_PARTSTAT_NEEDS_ACTION, ONE_ROOMS_NONE },
  { "Sala, Maria", "sala@x", FALSE, ONE_PARTSTAT_NEEDS_ACTION, ONE_ROOMS_NONE },
  { "", "salle_m@x", TRUE, ONE_PARTSTAT_TENTATIVE, ONE_ROOMS_NONE },

  { "", "raum.anna@x", FALSE, ONE_PARTSTAT_NEEDS_ACTION, ONE_ROOMS_NONE },
  { "", "roomy@x", FALSE, ONE_PARTSTAT_NEEDS_ACTION, ONE_ROOMS_NONE },
  { "", "anna.raum@x", FALSE, ONE_PARTSTAT_NEEDS_ACTION, ONE_ROOMS_NONE },
  { "", "", FALSE, ONE_PARTSTAT_NEEDS_ACTION, ONE_ROOMS_NONE },

  /* The place is "Big Four; Ada Lovelace". */
  { "Big Four", "q7@x", FALSE, ONE_PARTSTAT_NEEDS_ACTION, ONE_ROOMS_MAYBE },
  { "big four", "q7@x", FALSE, ONE_PARTSTAT_NEEDS_ACTION, ONE_ROOMS_MAYBE },
  { "Big Four", "q7@x", FALSE, ONE_PARTSTAT_ACCEPTED, ONE_ROOMS_NONE },
  { "Big Four", "q7@x", TRUE, ONE_PARTSTAT_NEEDS_ACTION, ONE_ROOMS_NONE },
  { "Big Five", "q7@x", FALSE, ONE_PARTSTAT_NEEDS_ACTION, ONE_ROOMS_NONE },
  { "Ada Lovelace", "ada.lovelace@x", FALSE, ONE_PARTSTAT_NEEDS_ACTION, ONE_ROOMS_NONE },
  { "Ada Lovelace", "q8@x", FALSE, ONE_PARTSTAT_NEEDS_ACTION, ONE_ROOMS_MAYBE },
};

static void
test_guesses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneEvent) event = one_event_new ();
    OneAttendee *attendee = one_attendee_new ();

    g_free (event->location);
    event->location = g_strdup ("Big Four; Ada Lovelace");
    g_free (attendee->name);
    g_free (attendee->address);
    attendee->name = g_strdup (rows[i].name);
    attendee->address = g_strdup (rows[i].address);
    attendee->individual = rows[i].individual;
    attendee->partstat = rows[i].partstat;
    g_ptr_array_add (event->attendees, attendee);
    g_test_message ("%s <%s>", rows[i].name, rows[i].address);
    g_assert_cmpint (one_rooms_guess (attendee, event, NULL), ==, rows[i].guess);
  }
}

static void
test_who_invites_is_none (void)
{
  g_autoptr (OneEvent) event = one_event_new ();
  OneAttendee *attendee = one_attendee_new ();

  g_free (attendee->address);
  attendee->address = g_strdup ("sala@x");
  attendee->organizer = TRUE;
  g_ptr_array_add (event->attendees, attendee);
  g_assert_cmpint (one_rooms_guess (attendee, event, NULL), ==, ONE_ROOMS_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rooms/are-guessed-by-what-only-they-are-called", test_guesses);
  g_test_add_func ("/rooms/who-invites-is-none", test_who_invites_is_none);
  return g_test_run ();
}
