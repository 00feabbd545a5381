/* SPDX-License-Identifier: MIT */
#include "model/asking.h"

/* Far above the ids that rows can come to, and above the numbers of mornings. */
#define FIRST (G_GINT64_CONSTANT (1) << 41)
#define MOST (G_GINT64_CONSTANT (1) << 40)

OneAsking *
one_asking_new (gint64 point)
{
  OneAsking *asking = g_new0 (OneAsking, 1);

  asking->point = point;
  asking->server = g_strdup ("");
  return asking;
}

void
one_asking_free (OneAsking *asking)
{
  g_free (asking->server);
  g_free (asking);
}

gint64
one_asking_get_number (gint64 point)
{
  return FIRST + point;
}

gboolean
one_asking_parse_number (gint64 number, gint64 *point)
{
  *point = number - FIRST;
  return number > FIRST && number <= FIRST + MOST;
}
