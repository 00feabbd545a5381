/* SPDX-License-Identifier: MIT */
#include "reader/parse/attendee.h"

#include <string.h>

#include "model/text.h"

#define MAX_NAME 128
#define MAX_ADDRESS 320 /* RFC 5321 4.5.3.1 */
#define MAX_GUESTS 10000

/* What the parameters of one line say. */
typedef struct {
  OneAttendee *attendee;
  guint guests;
  char *email; /* (owned) */
} Card;

static int
find_word (const char *const *words, const OneParam *param)
{
  g_autofree char *word = one_param_get (param);

  for (int i = 0; words[i]; i++)
    if (g_ascii_strcasecmp (word, words[i]) == 0)
      return i;
  return -1;
}

static void
take_cutype (Card *card, const OneParam *param)
{
  static const char *const words[] = { "GROUP", "RESOURCE", "ROOM", NULL };
  static const OneCutype kinds[] = { ONE_CUTYPE_GROUP, ONE_CUTYPE_RESOURCE, ONE_CUTYPE_ROOM };
  int found = find_word (words, param);

  card->attendee->cutype = found < 0 ? ONE_CUTYPE_INDIVIDUAL : kinds[found];
}

/* iCloud writes CONFIRMED for what RFC 5545 calls ACCEPTED. */
static void
take_partstat (Card *card, const OneParam *param)
{
  static const char *const words[] = { "ACCEPTED", "CONFIRMED", "TENTATIVE",
                                       "DECLINED", "DELEGATED", NULL };
  static const OnePartstat kinds[] = { ONE_PARTSTAT_ACCEPTED, ONE_PARTSTAT_ACCEPTED,
                                       ONE_PARTSTAT_TENTATIVE, ONE_PARTSTAT_DECLINED,
                                       ONE_PARTSTAT_DELEGATED };
  int found = find_word (words, param);

  card->attendee->partstat = found < 0 ? ONE_PARTSTAT_NEEDS_ACTION : kinds[found];
}

static void
take_role (Card *card, const OneParam *param)
{
  static const char *const words[] = { "NON-PARTICIPANT", NULL };

  card->attendee->non_participant = find_word (words, param) == 0;
}

static void
take_name (Card *card, const OneParam *param)
{
  g_autofree char *name = one_param_get (param);

  g_free (card->attendee->name);
  card->attendee->name = one_text_clean (name, -1, MAX_NAME);
}

static void
take_email (Card *card, const OneParam *param)
{
  g_free (card->email);
  card->email = one_param_get (param);
}

static void
take_guests (Card *card, const OneParam *param)
{
  g_autofree char *text = one_param_get (param);
  gint64 number = g_ascii_strtoll (text, NULL, 10);

  card->guests = (guint) CLAMP (number, 0, MAX_GUESTS);
}

static const struct {
  const char *name;
  void (*take) (Card *card, const OneParam *param);
} params[] = {
  { "CN", take_name },           { "CUTYPE", take_cutype }, { "EMAIL", take_email },
  { "PARTSTAT", take_partstat }, { "ROLE", take_role },     { "X-NUM-GUESTS", take_guests },
};

static void
take_params (Card *card, const OneLine *line)
{
  const char *next = line->params;
  OneParam param;

  for (guint i = 0; i < ONE_LINE_MAX_PARAMETERS && one_line_next_param (&next, &param); i++)
    for (guint k = 0; k < G_N_ELEMENTS (params); k++)
      if (param.name_length == strlen (params[k].name)
          && g_ascii_strncasecmp (param.name, params[k].name, param.name_length) == 0)
        params[k].take (card, &param);
}

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

/* EMAIL= first (RFC 7986, and iCloud, whose value is an opaque path); then the value; then, where a
 * colon in an unquoted name cut the value short, what follows "mailto:" in it. */
static char *
read_address (const Card *card, const OneLine *line)
{
  char *address = clean_address (card->email ? card->email : "");
  g_autofree char *lower = NULL;
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

gboolean
one_attendee_take (OneEvent *event, const OneLine *line)
{
  Card card = { .attendee = one_attendee_new () };

  take_params (&card, line);
  event->guests = MIN (event->guests + card.guests, MAX_GUESTS);
  if (event->attendees->len >= ONE_ATTENDEE_MAX) {
    one_attendee_free (card.attendee);
    g_free (card.email);
    return FALSE;
  }
  g_free (card.attendee->address);
  card.attendee->address = read_address (&card, line);
  card.attendee->organizer = strcmp (line->name, "ORGANIZER") == 0;
  g_ptr_array_add (event->attendees, card.attendee);
  g_free (card.email);
  return TRUE;
}
