/* SPDX-License-Identifier: MIT */
#include "config/config-value.h"

#include <string.h>
#include "model/base/instant.h"
#include "model/base/mail-address.h"
#include "model/calendar/reading.h"

#define DOCUMENTS "$XDG_DOCUMENTS_DIR"
#define MOST_WORKING_DAYS 20 /* four weeks, as far as 31 days go */
#define ALL_DAYS (((1u << 7) - 1) << G_DATE_MONDAY)

typedef struct {
  const char *word;
  gint64 seconds;
} Unit;

static const Unit units[] = {
  { "", ONE_MINUTE },        { "m", ONE_MINUTE },   { "min", ONE_MINUTE }, { "minute", ONE_MINUTE },
  { "minutes", ONE_MINUTE }, { "h", ONE_HOUR },     { "hour", ONE_HOUR },  { "hours", ONE_HOUR },
  { "d", ONE_DAY },          { "day", ONE_DAY },    { "days", ONE_DAY },   { "w", ONE_WEEK },
  { "week", ONE_WEEK },      { "weeks", ONE_WEEK },
};

static gint64
unit_find (const char *word, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strlen (units[i].word) == length && strncmp (units[i].word, word, length) == 0)
      return units[i].seconds;
  return 0;
}

gboolean
one_config_value_parse_duration (const char *text, gint64 *seconds)
{
  gint64 sum = 0;
  const char *p = text;

  if (*p == '\0')
    return FALSE;
  while (*p) {
    char *end = NULL;
    guint64 number = g_ascii_isdigit (*p) ? g_ascii_strtoull (p, &end, 10) : G_MAXUINT64;
    gint64 unit = 0;

    if (number > ONE_SETTINGS_MAX_DURATION)
      return FALSE;
    p = end + strspn (end, " ");
    unit = unit_find (p, strspn (p, "abcdefghijklmnopqrstuvwxyz"));
    if (unit == 0)
      return FALSE;
    sum += (gint64) number * unit;
    p += strspn (p, "abcdefghijklmnopqrstuvwxyz");
    p += strspn (p, " ");
    if (sum > ONE_SETTINGS_MAX_DURATION)
      return FALSE;
  }
  *seconds = sum;
  return TRUE;
}

/* FALSE for a duration that is in it, or is one too many. */
static gboolean
leads_add (OneLeads *leads, gint64 seconds)
{
  guint at = 0;

  while (at < leads->n && leads->seconds[at] > seconds)
    at++;
  if (leads->n == ONE_MAX_LEADS || (at < leads->n && leads->seconds[at] == seconds))
    return FALSE;
  for (guint i = leads->n++; i > at; i--)
    leads->seconds[i] = leads->seconds[i - 1];
  leads->seconds[at] = seconds;
  return TRUE;
}

/* "1 working day", "2 working days": so many, below 0. */
static gboolean
parse_working_days (const char *text, gint64 *lead)
{
  char *end = NULL;
  guint64 number = g_ascii_isdigit (*text) ? g_ascii_strtoull (text, &end, 10) : 0;

  if (number == 0 || number > MOST_WORKING_DAYS)
    return FALSE;
  end += strspn (end, " ");
  if (!g_str_has_prefix (end, "working "))
    return FALSE;
  end += strlen ("working ");
  end += strspn (end, " ");
  if (strcmp (end, "day") != 0 && strcmp (end, "days") != 0)
    return FALSE;
  *lead = -(gint64) number;
  return TRUE;
}

gboolean
one_config_value_parse_leads (const char *text, OneLeads *leads)
{
  g_auto (GStrv) values = g_strsplit (text, ";", -1);

  leads->n = 0;
  for (guint i = 0; values[i]; i++) {
    gint64 seconds;

    if (*g_strstrip (values[i]) == '\0')
      continue;
    if (!parse_working_days (values[i], &seconds)
        && !one_config_value_parse_duration (values[i], &seconds))
      return FALSE;
    if (!leads_add (leads, seconds))
      return FALSE;
  }
  return leads->n > 0;
}

/* Parses "07:00" at the beginning of `text`, and moves `text` behind it. */
static gboolean
parse_time (const char **text, int *minutes)
{
  const char *t = *text;

  if (!g_ascii_isdigit (t[0]) || !g_ascii_isdigit (t[1]) || t[2] != ':' || !g_ascii_isdigit (t[3])
      || !g_ascii_isdigit (t[4]))
    return FALSE;
  *minutes = ((t[0] - '0') * 10 + t[1] - '0') * 60 + (t[3] - '0') * 10 + t[4] - '0';
  *text += strlen ("07:00");
  return t[3] < '6' && *minutes < 24 * 60;
}

static gboolean
parse_hours (const char *text, OneQuiet *hours)
{
  return parse_time (&text, &hours->from) && *text++ == '-' && parse_time (&text, &hours->to)
         && *text == '\0';
}

/* 0 for no day of the week. */
static guint
parse_weekday (const char *text)
{
  static const char *const names[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (text, names[i]) == 0)
      return 1u << (G_DATE_MONDAY + i);
  return 0;
}

gboolean
one_config_value_parse_quiet (const char *text, OneQuiet *quiet, guint *days)
{
  g_auto (GStrv) values = g_strsplit (text, ";", -1);
  OneQuiet hours = { 0, 0 };
  guint found = 0, spans = 0;

  for (guint i = 0; values[i]; i++) {
    guint day = parse_weekday (g_strstrip (values[i]));

    found |= day;
    if (day == 0 && *values[i] && (spans++ > 0 || !parse_hours (values[i], &hours)))
      return FALSE;
  }
  if (found == ALL_DAYS)
    return FALSE;
  *quiet = hours;
  *days = found;
  return TRUE;
}

gboolean
one_config_value_parse_time (const char *text, int *minutes)
{
  int time = 0;

  if (!parse_time (&text, &time) || *text != '\0')
    return FALSE;
  *minutes = time;
  return TRUE;
}

/* The folder for which the first word of a path stands; "" for an absolute path, NULL for an
 * unknown word. (transfer full) */
static char *
path_base (const char *path, const char **rest)
{
  static const struct {
    const char *name;
    const char *(*folder) (void);
  } bases[] = {
    { "~", g_get_home_dir },
    { "$HOME", g_get_home_dir },
    { "$XDG_CONFIG_HOME", g_get_user_config_dir },
    { "$XDG_DATA_HOME", g_get_user_data_dir },
    { "$XDG_CACHE_HOME", g_get_user_cache_dir },
  };
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  gsize length = strcspn (path, "/");

  *rest = path + length;
  if (length == strlen (DOCUMENTS) && strncmp (path, DOCUMENTS, length) == 0)
    return documents ? g_strdup (documents)
                     : g_build_filename (g_get_home_dir (), "Documents", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    if (strlen (bases[i].name) == length && strncmp (path, bases[i].name, length) == 0)
      return g_strdup (bases[i].folder ());
  return length == 0 && path[0] == '/' ? g_strdup ("") : NULL;
}

char *
one_config_value_parse_path (const char *text)
{
  const char *rest = NULL;
  g_autofree char *base = path_base (text, &rest);
  g_autofree char *whole = base ? g_strconcat (base, rest, NULL) : NULL;

  return whole && g_path_is_absolute (whole) ? g_canonicalize_filename (whole, "/") : NULL;
}

char *
one_config_value_parse_address (const char *text)
{
  g_autofree char *address = one_mail_address_parse (text);

  /* Blanks and commas are between two addresses, unless one has a name or quotes. */
  if (!*address || (strpbrk (text, " \t,") && !strpbrk (text, "<\"")))
    return NULL;
  return g_steal_pointer (&address);
}

/* Takes it unchanged: any text is a pattern. */
static char *
parse_pattern (const char *text)
{
  return g_strdup (text);
}

/* GLib takes an offset for a zone's name, too; the reader does not. */
static char *
parse_zone (const char *text)
{
  const char *sign = strrchr (text, '=');
  g_autofree char *name = sign ? g_strndup (text, (gsize) (sign - text)) : NULL;
  g_autofree char *zone = sign ? g_strdup (sign + 1) : NULL;
  g_autoptr (GTimeZone) known =
      sign && g_ascii_isalpha (*g_strstrip (zone)) ? g_time_zone_new_identifier (zone) : NULL;

  return known && *g_strstrip (name) && strlen (text) <= ONE_REQUEST_MAX_ZONE
             ? g_strconcat (name, "=", zone, NULL)
             : NULL;
}

static char **
parse_list (char **values, char *(*parse) (const char *text), const char **wrong)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  for (guint i = 0; values[i]; i++) {
    const char *value = g_strstrip (values[i]);
    g_autofree char *parsed = parse (value);

    if (value[0] == '\0')
      continue;
    if (!parsed) {
      *wrong = value;
      return NULL;
    }
    g_strv_builder_add (list, parsed);
  }
  return g_strv_builder_end (list);
}

char **
one_config_value_parse_paths (char **values, const char **wrong)
{
  return parse_list (values, one_config_value_parse_path, wrong);
}

char **
one_config_value_parse_addresses (char **values, const char **wrong)
{
  return parse_list (values, one_config_value_parse_address, wrong);
}

char **
one_config_value_parse_patterns (char **values, const char **wrong)
{
  return parse_list (values, parse_pattern, wrong);
}

char **
one_config_value_parse_zones (char **values, const char **wrong)
{
  if (g_strv_length (values) <= ONE_REQUEST_MAX_ZONES)
    return parse_list (values, parse_zone, wrong);
  *wrong = values[ONE_REQUEST_MAX_ZONES];
  return NULL;
}
