/* SPDX-License-Identifier: MIT */
#include "core/detect/rooms.h"

#include <string.h>

/* Beginnings of a room's address, for calendars that do not say so: Exchange writes rooms as
 * required participants. They count only before a digit, "-", "_" or the end; the user's own
 * patterns find other rooms. People are called by the first ones, too. */
static const char *const words[] = {
  "room",          "raum",           "salle",          "sala",
  "meetingroom",   "meeting-room",   "conferenceroom", "conference-room",
  "confroom",      "conf-room",      "boardroom",      "besprechungsraum",
  "konferenzraum", "sitzungszimmer", "mtgroom"
};
#define SURNAMES 4

static OneRoomsGuess
guess_by_address (const char *address)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    const char *rest = address + strlen (words[i]);

    if (!g_str_has_prefix (address, words[i]))
      continue;
    if (g_ascii_isdigit (rest[*rest && strchr (".-_", *rest) ? 1 : 0]))
      return ONE_ROOMS_SURE;
    if (*rest == '@' || *rest == '-' || *rest == '_')
      return i < SURNAMES ? ONE_ROOMS_MAYBE : ONE_ROOMS_SURE;
  }
  return ONE_ROOMS_NONE;
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

gboolean
one_rooms_has (const OneAttendee *attendee, const OneSettings *settings)
{
  if (attendee->cutype == ONE_CUTYPE_ROOM || attendee->cutype == ONE_CUTYPE_RESOURCE)
    return TRUE;
  return g_str_has_suffix (attendee->address, "@resource.calendar.google.com")
         || address_matches (attendee->address, (const char *const *) settings->rooms);
}

/* "Maria Sala", "Sala, Maria"; not "Sala 3", "Sala Berlin", or what is no name. */
static gboolean
name_is_a_persons (const OneAttendee *attendee)
{
  g_autofree char *folded = g_utf8_casefold (attendee->name, -1);

  if (!*folded || strchr (folded, '@') || strpbrk (folded, "0123456789"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (folded, words[i]) && !strchr (folded, ','))
      return FALSE;
  return TRUE;
}

/* Whether the address is made of the name: "ada.lovelace@" of "Ada Lovelace". */
static gboolean
name_is_in_address (const OneAttendee *attendee)
{
  g_autofree char *folded = g_utf8_casefold (attendee->name, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " ,.-", -1);
  g_autofree char *local = g_strndup (attendee->address, strcspn (attendee->address, "@"));
  guint found = 0;

  for (guint i = 0; parts[i]; i++) {
    if (*parts[i] && !strstr (local, parts[i]))
      return FALSE;
    found += *parts[i] != '\0';
  }
  return found > 1;
}

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

/* The lines of one attendee, taken together. */
typedef struct {
  gboolean organizes;
  gboolean individual; /* CUTYPE=INDIVIDUAL is written out */
  gboolean answers;
  gboolean answers_as_individual;
} Lines;

/* A calendar of another one may know more; but rooms answer by themselves, too, and a copy of the
 * organizer's shows it. */
static void
lines_add (Lines *lines, const OneAttendee *attendee, const OneEvent *event, gboolean is_copy)
{
  for (guint i = 0; i < event->attendees->len; i++) {
    const OneAttendee *line = g_ptr_array_index (event->attendees, i);
    gboolean answers = !line->organizer && line->partstat != ONE_PARTSTAT_NEEDS_ACTION;

    if (line != attendee
        && (*attendee->address == '\0' || strcmp (line->address, attendee->address) != 0))
      continue;
    lines->organizes |= line->organizer;
    lines->individual |= line->individual;
    lines->answers |= answers && (line->individual || !is_copy);
    lines->answers_as_individual |= answers && line->individual;
  }
}

/* Whoever writes the place can write a person's name there ("at Ada's", whom to call). */
static gboolean
is_place (const OneAttendee *attendee, const Lines *lines, const OneEvent *event)
{
  return !lines->answers && !lines->individual && name_is_location (attendee->name, event->location)
         && !(name_is_a_persons (attendee) && name_is_in_address (attendee));
}

OneRoomsGuess
one_rooms_guess (const OneAttendee *attendee, const OneEvent *event, const GPtrArray *copies)
{
  OneRoomsGuess guess = guess_by_address (attendee->address);
  Lines lines = { 0 };

  if (guess == ONE_ROOMS_NONE && !name_is_location (attendee->name, event->location))
    return ONE_ROOMS_NONE;
  lines_add (&lines, attendee, event, FALSE);
  for (guint i = 0; copies && i < copies->len; i++)
    lines_add (&lines, attendee, g_ptr_array_index (copies, i), TRUE);
  if (guess == ONE_ROOMS_SURE)
    return lines.answers_as_individual && name_is_a_persons (attendee) ? ONE_ROOMS_NONE : guess;
  if (lines.organizes)
    return ONE_ROOMS_NONE;
  if (guess == ONE_ROOMS_MAYBE && !lines.answers_as_individual && !name_is_a_persons (attendee))
    return ONE_ROOMS_MAYBE;
  return is_place (attendee, &lines, event) ? ONE_ROOMS_MAYBE : ONE_ROOMS_NONE;
}
