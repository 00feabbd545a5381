/* SPDX-License-Identifier: MIT */
#include "reader/attendee.h"

#include <string.h>

#include "model/text.h"

#define MAX_NAME 128
#define MAX_ADDRESS 320 /* RFC 5321 4.5.3.1 */
#define MAX_GUESTS 10000

static int
find_word (const char *const *words, const char *word)
{
  for (int i = 0; words[i]; i++)
    if (word && g_ascii_strcasecmp (word, words[i]) == 0)
      return i;
  return -1;
}

static OneCutype
read_cutype (const OneLine *line)
{
  static const char *const words[] = { "GROUP", "RESOURCE", "ROOM", NULL };
  static const OneCutype kinds[] = { ONE_CUTYPE_GROUP, ONE_CUTYPE_RESOURCE, ONE_CUTYPE_ROOM };
  g_autofree char *word = one_line_get_param (line, "CUTYPE");
  int found = find_word (words, word);

  return found < 0 ? ONE_CUTYPE_INDIVIDUAL : kinds[found];
}

/* iCloud writes CONFIRMED for what RFC 5545 calls ACCEPTED. */
static OnePartstat
read_partstat (const OneLine *line)
{
  static const char *const words[] = { "ACCEPTED", "CONFIRMED", "TENTATIVE",
                                       "DECLINED", "DELEGATED", NULL };
  static const OnePartstat kinds[] = { ONE_PARTSTAT_ACCEPTED, ONE_PARTSTAT_ACCEPTED,
                                       ONE_PARTSTAT_TENTATIVE, ONE_PARTSTAT_DECLINED,
                                       ONE_PARTSTAT_DELEGATED };
  g_autofree char *word = one_line_get_param (line, "PARTSTAT");
  int found = find_word (words, word);

  return found < 0 ? ONE_PARTSTAT_NEEDS_ACTION : kinds[found];
}

/* "Mailto: Ada@X.example" -> "ada@x.example"; "" where there is no address in it. */
static char *
clean_address (const char *text)
{
  g_autofree char *clean = NULL;
  g_autofree char *plain = NULL;
  const char *p = text + strspn (text, " \t\"'<");

  if (g_ascii_strncasecmp (p, "mailto:", 7) == 0)
    p += 7;
  p += strspn (p, " \t\"'<");
  plain = g_uri_unescape_segment (p, p + strcspn (p, "?\"'> \t"), NULL);
  if (!plain)
    plain = g_strndup (p, strcspn (p, "?\"'> \t"));
  clean = one_text_clean (plain, -1, MAX_ADDRESS);
  if (!strchr (clean, '@') || strchr (clean, ' '))
    return g_strdup ("");
  return g_utf8_strdown (clean, -1);
}

/* EMAIL= first (RFC 7986, and iCloud, whose value is an opaque path); then the value; then, where a
 * colon in an unquoted name cut the value short, what follows "mailto:" in it. */
static char *
read_address (const OneLine *line)
{
  g_autofree char *email = one_line_get_param (line, "EMAIL");
  g_autofree char *lower = NULL;
  char *address = clean_address (email ? email : "");
  const char *mailto;

  if (*address)
    return address;
  g_free (address);
  lower = g_ascii_strdown (line->value, (gssize) MIN (line->length, 4096));
  mailto = strstr (lower, "mailto:");
  if (mailto || (strchr (lower, '@') && !strchr (lower, ':')))
    return clean_address (mailto ? mailto : lower);
  return g_strdup ("");
}

static guint
read_guests (const OneLine *line)
{
  g_autofree char *text = one_line_get_param (line, "X-NUM-GUESTS");
  gint64 number = text ? g_ascii_strtoll (text, NULL, 10) : 0;

  return (guint) CLAMP (number, 0, MAX_GUESTS);
}

gboolean
one_attendee_take (OneEvent *event, const OneLine *line)
{
  OneAttendee *attendee;
  g_autofree char *name = NULL, *role = NULL;

  event->guests = MIN (event->guests + read_guests (line), MAX_GUESTS);
  if (event->attendees->len >= ONE_ATTENDEE_MAX)
    return FALSE;
  attendee = one_attendee_new ();
  g_free (attendee->address);
  attendee->address = read_address (line);
  name = one_line_get_param (line, "CN");
  if (name) {
    g_free (attendee->name);
    attendee->name = one_text_clean (name, -1, MAX_NAME);
  }
  role = one_line_get_param (line, "ROLE");
  attendee->non_participant = role && g_ascii_strcasecmp (role, "NON-PARTICIPANT") == 0;
  attendee->cutype = read_cutype (line);
  attendee->partstat = read_partstat (line);
  attendee->organizer = strcmp (line->name, "ORGANIZER") == 0;
  g_ptr_array_add (event->attendees, attendee);
  return TRUE;
}
