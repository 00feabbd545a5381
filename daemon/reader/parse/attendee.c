/* SPDX-License-Identifier: MIT */
#include "reader/parse/attendee.h"

#include <string.h>

#include "model/text.h"
#include "reader/parse/property.h"

#define MAX_NAME 128
#define MAX_ADDRESS 320 /* RFC 5321 4.5.3.1 */
#define MAX_GUESTS 10000

/* "Mailto: Ada@X.example" -> "ada@x.example"; "" where there is no address in it. */
static char *
clean_address (const char *text)
{
  g_autofree char *clean = NULL, *plain = NULL;
  const char *p = text + strspn (text, " \t\"'<");

  if (g_ascii_strncasecmp (p, "mailto:", 7) == 0)
    p += 7;
  p += strspn (p, " \t\"'<");
  plain = g_strndup (p, strcspn (p, "?\"'> \t"));
  if (strchr (plain, '%')) {
    char *decoded = g_uri_unescape_string (plain, NULL);

    if (decoded) {
      g_free (plain);
      plain = decoded;
    }
  }
  clean = one_text_clean (plain, -1, MAX_ADDRESS);
  if (!strchr (clean, '@') || strchr (clean, ' '))
    return g_strdup ("");
  return g_utf8_strdown (clean, -1);
}

/* The values of one line. */
typedef struct {
  OneAttendee *attendee;
  guint guests;
} Card;

static OneCutype
read_cutype (icalparameter_cutype cutype)
{
  return cutype == ICAL_CUTYPE_GROUP      ? ONE_CUTYPE_GROUP
         : cutype == ICAL_CUTYPE_RESOURCE ? ONE_CUTYPE_RESOURCE
         : cutype == ICAL_CUTYPE_ROOM     ? ONE_CUTYPE_ROOM
                                          : ONE_CUTYPE_INDIVIDUAL;
}

/* iCloud writes CONFIRMED for what RFC 5545 calls ACCEPTED. */
static OnePartstat
read_partstat (icalparameter *param)
{
  icalparameter_partstat partstat = icalparameter_get_partstat (param);

  if (partstat == ICAL_PARTSTAT_X
      && g_ascii_strcasecmp (icalparameter_get_xvalue (param), "CONFIRMED") == 0)
    return ONE_PARTSTAT_ACCEPTED;
  return partstat == ICAL_PARTSTAT_ACCEPTED    ? ONE_PARTSTAT_ACCEPTED
         : partstat == ICAL_PARTSTAT_TENTATIVE ? ONE_PARTSTAT_TENTATIVE
         : partstat == ICAL_PARTSTAT_DECLINED  ? ONE_PARTSTAT_DECLINED
         : partstat == ICAL_PARTSTAT_DELEGATED ? ONE_PARTSTAT_DELEGATED
                                               : ONE_PARTSTAT_NEEDS_ACTION;
}

static void
take_param (icalparameter *param, gpointer data)
{
  Card *card = data;
  icalparameter_kind kind = icalparameter_isa (param);
  const char *extension = icalparameter_get_xname (param);
  gint64 number = extension ? g_ascii_strtoll (icalparameter_get_xvalue (param), NULL, 10) : 0;

  if (kind == ICAL_CN_PARAMETER) {
    g_free (card->attendee->name);
    card->attendee->name = one_text_clean (icalparameter_get_cn (param), -1, MAX_NAME);
  } else if (kind == ICAL_EMAIL_PARAMETER) {
    g_free (card->attendee->address);
    card->attendee->address = clean_address (icalparameter_get_email (param));
  } else if (kind == ICAL_CUTYPE_PARAMETER) {
    card->attendee->cutype = read_cutype (icalparameter_get_cutype (param));
  } else if (kind == ICAL_PARTSTAT_PARAMETER) {
    card->attendee->partstat = read_partstat (param);
  } else if (kind == ICAL_ROLE_PARAMETER) {
    card->attendee->non_participant = icalparameter_get_role (param) == ICAL_ROLE_NONPARTICIPANT;
  } else if (extension && g_ascii_strcasecmp (extension, "X-NUM-GUESTS") == 0) {
    card->guests = (guint) CLAMP (number, 0, MAX_GUESTS);
  }
}

/* The value; or, where a colon in an unquoted name cut it short, what follows "mailto:" in it. */
static char *
read_address (const OneLine *line)
{
  g_autofree char *lower = g_ascii_strdown (line->value, (gssize) MIN (line->length, 4096));
  const char *mailto = strstr (lower, "mailto:");

  if (mailto || (strchr (lower, '@') && !strchr (lower, ':')))
    return clean_address (mailto ? mailto : lower);
  return g_strdup ("");
}

/* EMAIL= comes first (RFC 7986, and iCloud, whose value is an opaque path). */
gboolean
one_attendee_take (OneEvent *event, GHashTable *cache, const OneLine *line)
{
  g_autoptr (OneAttendee) attendee = one_attendee_new ();
  Card card = { .attendee = attendee };

  one_property_each_param (cache, line, take_param, &card);
  event->guests = MIN (event->guests + card.guests, MAX_GUESTS);
  if (event->attendees->len >= ONE_ATTENDEE_MAX)
    return FALSE;
  if (!*attendee->address) {
    g_free (attendee->address);
    attendee->address = read_address (line);
  }
  attendee->organizer = strcmp (line->name, "ORGANIZER") == 0;
  g_ptr_array_add (event->attendees, g_steal_pointer (&attendee));
  return TRUE;
}
