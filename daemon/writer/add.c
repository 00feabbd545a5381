/* SPDX-License-Identifier: MIT */
#include "writer/add.h"

#include <stdio.h>
#include <string.h>

#define LAST 253402300799 /* of the year 9999, which has four digits as RFC 5545 asks for */

static void
add_value (icalcomponent *component, icalproperty_kind kind, icalvalue *value)
{
  icalproperty *property = icalproperty_new (kind);

  icalproperty_set_value (property, value);
  icalcomponent_add_property (component, property);
}

/* (transfer full) What a TEXT may hold; libical would leave out some of the rest, and write some.
 */
static char *
dup_plain (const char *text)
{
  g_autoptr (GString) plain = g_string_sized_new (strlen (text));

  for (const char *c = text; *c; c = g_utf8_next_char (c)) {
    gunichar sign = g_utf8_get_char (c);

    if (!g_unichar_iscntrl (sign) || sign == '\n' || sign == '\t')
      g_string_append_unichar (plain, sign);
  }
  return g_strdup (g_strstrip (plain->str));
}

gboolean
one_add_text (icalcomponent *component, icalproperty_kind kind, GVariant *record, const char *key,
              GError **error)
{
  g_autofree char *plain = NULL;
  const char *text;

  if (!g_variant_lookup (record, key, "&s", &text))
    return TRUE;
  plain = dup_plain (text);
  if (*plain)
    add_value (component, kind, icalvalue_new_text (plain));
  return TRUE;
}

/* (transfer full) A tag without a sign that would end it: libical writes commas as they are here.
 */
static char *
dup_tag (const char *text)
{
  g_autofree char *plain = dup_plain (text);
  g_auto (GStrv) words = g_strsplit_set (plain, ",;\\\n\t ", -1);
  g_autoptr (GString) tag = g_string_new (NULL);

  for (guint i = 0; words[i]; i++)
    if (*words[i])
      g_string_append_printf (tag, "%s%s", tag->len > 0 ? " " : "", words[i]);
  return g_string_free (g_steal_pointer (&tag), FALSE);
}

/* todoman 4.1 takes no task that has two lines of them. */
gboolean
one_add_tags (icalcomponent *component, icalproperty_kind kind, GVariant *record, const char *key,
              GError **error)
{
  g_autoptr (GString) tags = g_string_new (NULL);
  g_autofree const char **texts = NULL;

  if (!g_variant_lookup (record, key, "^a&s", &texts))
    return TRUE;
  for (guint i = 0; texts[i]; i++) {
    g_autofree char *tag = dup_tag (texts[i]);

    if (*tag)
      g_string_append_printf (tags, "%s%s", tags->len > 0 ? "," : "", tag);
  }
  if (tags->len > 0)
    add_value (component, kind, icalvalue_new_text (tags->str));
  return TRUE;
}

gboolean
one_add_uri (icalcomponent *component, icalproperty_kind kind, GVariant *record, const char *key,
             GError **error)
{
  const char *uri;

  if (g_variant_lookup (record, key, "&s", &uri) && g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL))
    add_value (component, kind, icalvalue_new_uri (uri));
  return TRUE;
}

gboolean
one_add_id (icalcomponent *component, icalproperty_kind kind, GVariant *record, const char *key,
            GError **error)
{
  icalproperty *property;
  const char *id;

  if (!g_variant_lookup (record, key, "&s", &id) || !*id)
    return TRUE;
  if (strspn (id, G_CSET_a_2_z G_CSET_DIGITS) != strlen (id)) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "no id: '%s'", id);
    return FALSE;
  }
  property = icalproperty_new_x (id);
  icalproperty_set_x_name (property, "X-ONED-ID");
  icalcomponent_add_property (component, property);
  return TRUE;
}

gboolean
one_add_stamp (icalcomponent *component, icalproperty_kind kind, gint64 instant, GError **error)
{
  if (instant <= 0 || instant > LAST) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "no instant: %" G_GINT64_FORMAT,
                 instant);
    return FALSE;
  }
  add_value (component, kind,
             icalvalue_new_datetime (icaltime_from_timet_with_zone (
                 (time_t) instant, FALSE, icaltimezone_get_utc_timezone ())));
  return TRUE;
}

gboolean
one_add_instant (icalcomponent *component, icalproperty_kind kind, GVariant *record,
                 const char *key, GError **error)
{
  gint64 instant;

  return !g_variant_lookup (record, key, "x", &instant)
         || one_add_stamp (component, kind, instant, error);
}

static gboolean
parse_day (const char *text, struct icaltimetype *day)
{
  *day = icaltime_null_date ();
  return strlen (text) == 10 && strspn (text, G_CSET_DIGITS "-") == 10 && text[4] == '-'
         && text[7] == '-' && sscanf (text, "%4d-%2d-%2d", &day->year, &day->month, &day->day) == 3
         && day->year > 0
         && g_date_valid_dmy ((GDateDay) day->day, (GDateMonth) day->month, (GDateYear) day->year);
}

gboolean
one_add_day (icalcomponent *component, icalproperty_kind kind, GVariant *record, const char *key,
             GError **error)
{
  struct icaltimetype day;
  const char *text;

  if (!g_variant_lookup (record, key, "&s", &text) || !*text)
    return TRUE;
  if (!parse_day (text, &day)) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "no day: '%s'", text);
    return FALSE;
  }
  add_value (component, kind, icalvalue_new_date (day));
  return TRUE;
}
