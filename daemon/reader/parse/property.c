/* SPDX-License-Identifier: MIT */
#include "reader/parse/property.h"

#include <string.h>

#define MAX_PARAMETERS 100
#define MAX_CACHED 200
#define MAX_CACHED_BYTES 1024

GHashTable *
one_property_cache_new (void)
{
  ical_set_unknown_token_handling_setting (ICAL_ASSUME_IANA_TOKEN); /* Then all are counted. */
  icalerror_set_errors_are_fatal (FALSE);
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) icalcomponent_free);
}

/* Writes a parameter as a line of its own, with all of its value in quotes: libical takes one
 * without '=' for the value of the line, and what follows for one in which a quote is left open.
 * Returns its length, up to a ';' outside quotes; the line is empty if it has no name or no '='. */
static gsize
write_line (GString *line, const char *param)
{
  gboolean quoted = FALSE;
  gsize name = 0, i;

  while (g_ascii_isalnum (param[name]) || param[name] == '-')
    name++;
  g_string_assign (line, "ATTENDEE;");
  for (i = 0; param[i] && (quoted || param[i] != ';'); i++) {
    quoted ^= param[i] == '"';
    if (param[i] != '"')
      g_string_append_c (line, param[i]);
    if (i == name)
      g_string_append_c (line, '"');
  }
  if (line->str[line->len - 1] == '\\')
    g_string_append_c (line, ' '); /* A backslash would hide the quote. */
  g_string_append (line, "\":-");
  if (name == 0 || param[name] != '=')
    g_string_truncate (line, 0);
  return i;
}

static icalcomponent *
parse (char *line)
{
  char begin[] = "BEGIN:VEVENT", end[] = "END:VEVENT";
  icalparser *parser = icalparser_new ();
  icalcomponent *event;

  icalparser_add_line (parser, begin);
  icalparser_add_line (parser, line);
  event = icalparser_add_line (parser, end);
  icalparser_free (parser);
  return event;
}

static icalparameter *
read_param (GHashTable *cache, GString *line)
{
  icalcomponent *event = g_hash_table_lookup (cache, line->str);

  if (!event) {
    if (g_hash_table_size (cache) >= MAX_CACHED || line->len > MAX_CACHED_BYTES)
      g_hash_table_remove_all (cache);
    event = parse (line->str);
    g_hash_table_insert (cache, g_strdup (line->str), event);
  }
  return icalproperty_get_first_parameter (
      icalcomponent_get_first_property (event, ICAL_ANY_PROPERTY), ICAL_ANY_PARAMETER);
}

void
one_property_each_param (GHashTable *cache, const OneLine *line, OnePropertyTake take,
                         gpointer data)
{
  g_autoptr (GString) alone = *line->params ? g_string_new (NULL) : NULL;
  const char *next = line->params;

  for (guint i = 0; i < MAX_PARAMETERS && *next; i++) {
    icalparameter *param;

    next += write_line (alone, next);
    next += *next ? 1 : 0;
    param = alone->len > 0 ? read_param (cache, alone) : NULL;
    if (param)
      take (param, data);
  }
}

/* An escape that RFC 5545 does not know is nothing but what it escapes; libical knows more. */
static void
add_text (GString *text, const char *value)
{
  while (*value) {
    gsize plain = strcspn (value, "\\");

    g_string_append_len (text, value, (gssize) plain);
    value += plain;
    if (!*value)
      return;
    if (!value[1] || strchr ("nN\\;,\"", value[1]))
      g_string_append_c (text, '\\');
    g_string_append_c (text, value[1] ? value[1] : '\\');
    value += value[1] ? 2 : 1;
  }
}

char *
one_property_dup_text (const char *value)
{
  g_autoptr (GString) escaped = g_string_new (NULL);
  icalvalue *read;
  char *text;

  add_text (escaped, value);
  read = icalvalue_new_from_string (ICAL_TEXT_VALUE, escaped->str);
  text = g_strdup (icalvalue_get_text (read));
  icalvalue_free (read);
  return text;
}
