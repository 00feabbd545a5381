/* SPDX-License-Identifier: MIT */
#include "model/morning.h"

/* Far above the ids that rows can come to. */
#define FIRST (G_GINT64_CONSTANT (1) << 40)
#define LAST_DAY 3652059 /* the last of the year 9999, as GDate counts days */

OneMorning *
one_morning_new (const GDate *day)
{
  OneMorning *morning = g_new0 (OneMorning, 1);

  morning->day = *day;
  morning->server = g_strdup ("");
  morning->said = g_array_new (FALSE, FALSE, sizeof (gint64));
  return morning;
}

void
one_morning_free (OneMorning *morning)
{
  g_free (morning->server);
  g_array_unref (morning->said);
  g_free (morning);
}

gint64
one_morning_get_number (const GDate *day)
{
  return FIRST + g_date_get_julian (day);
}

gboolean
one_morning_parse_number (gint64 number, GDate *day)
{
  g_date_clear (day, 1);
  if (number <= FIRST || number > FIRST + LAST_DAY)
    return FALSE;
  g_date_set_julian (day, (guint32) (number - FIRST));
  return TRUE;
}
