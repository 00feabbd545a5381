/* SPDX-License-Identifier: MIT */
#include "reader/parse/attendee.h"

#include <string.h>

#include "model/base/mail-address.h"
#include "model/base/text.h"
#include "reader/parse/property.h"

#define MAX_NAME 128
#define MAX_VALUE 2048
#define MAX_GUESTS 10000

/* Without controls, as all that is kept of a stranger's text. */
static char *
clean_address (const char *text)
{
  g_autofree char *clean = one_text_clean (text, -1, MAX_VALUE);

  return one_mail_address_parse (clean);
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
    card->attendee->individual = icalparameter_get_cutype (param) == ICAL_CUTYPE_INDIVIDUAL;
  } else if (kind == ICAL_PARTSTAT_PARAMETER) {
    card->attendee->partstat = read_partstat (param);
  } else if (kind == ICAL_ROLE_PARAMETER) {
    card->attendee->non_participant = icalparameter_get_role (param) == ICAL_ROLE_NONPARTICIPANT;
    card->attendee->chair = icalparameter_get_role (param) == ICAL_ROLE_CHAIR;
  } else if (extension && g_ascii_strcasecmp (extension, "X-NUM-GUESTS") == 0) {
    card->guests = (guint) CLAMP (number, 0, MAX_GUESTS);
  }
}

/* Whether the value is a mail address, and not a path or a URI that has a sign of one. */
static gboolean
is_mail (const char *value)
{
  const char *colon = strchr (value, ':');

  return strchr (value, '@')
         && (!colon || colon == value || colon > strchr (value, '@')
             || g_ascii_strncasecmp (value, "smtp:", 5) == 0);
}

/* The value; or, where a colon in an unquoted name cut it short, what follows "mailto:" in it. */
static char *
read_address (const OneLine *line)
{
  g_autofree char *lower = g_ascii_strdown (line->value, (gssize) MIN (line->length, 4096));
  const char *mailto = g_strstr_len (lower, -1, "mailto:");

  if (mailto || is_mail (lower))
    return clean_address (mailto ? mailto : lower);
  return g_strdup ("");
}

/* Remembers who is behind the value of a line with EMAIL=, and which value stands for somebody who
 * has a line without. */
static void
note_value (OneAttendeeValues *values, OneAttendee *attendee, const OneLine *line, gboolean email)
{
  char *value = g_strstrip (g_ascii_strdown (line->value, (gssize) MIN (line->length, MAX_VALUE)));

  if (!values->known) {
    values->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    values->bare = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  }
  if (email)
    g_hash_table_insert (values->known, value, attendee);
  else
    g_hash_table_insert (values->bare, attendee, value);
}

void
one_attendee_finish (OneAttendeeValues *values)
{
  GHashTableIter iter;
  gpointer attendee, value;

  if (!values->known)
    return;
  g_hash_table_iter_init (&iter, values->bare);
  while (g_hash_table_iter_next (&iter, &attendee, &value)) {
    const OneAttendee *known = g_hash_table_lookup (values->known, value);
    OneAttendee *bare = attendee;

    if (!known)
      continue;
    g_free (bare->address);
    bare->address = g_strdup (known->address);
  }
  g_clear_pointer (&values->known, g_hash_table_unref);
  g_clear_pointer (&values->bare, g_hash_table_unref);
}

/* EMAIL= comes first (RFC 7986, and iCloud, whose value is an opaque path). */
gboolean
one_attendee_take (OneAttendeeValues *values, OneEvent *event, GHashTable *cache,
                   const OneLine *line)
{
  g_autoptr (OneAttendee) attendee = one_attendee_new ();
  Card card = { .attendee = attendee };
  gboolean email;

  one_property_each_param (cache, line, take_param, &card);
  event->guests = MIN (event->guests + card.guests, MAX_GUESTS);
  if (event->attendees->len >= ONE_ATTENDEE_MAX)
    return FALSE;
  email = *attendee->address != '\0';
  if (!email) {
    g_free (attendee->address);
    attendee->address = read_address (line);
  }
  note_value (values, attendee, line, email);
  attendee->organizer = strcmp (line->name, "ORGANIZER") == 0;
  g_ptr_array_add (event->attendees, g_steal_pointer (&attendee));
  return TRUE;
}
