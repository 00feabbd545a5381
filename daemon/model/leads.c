/* SPDX-License-Identifier: MIT */
#include "model/leads.h"

#include "model/base/day.h"

#define WEEKEND (1u << G_DATE_SATURDAY | 1u << G_DATE_SUNDAY)

static gboolean
is_off (guint days, GDateTime *local)
{
  return (days & 1u << g_date_time_get_day_of_week (local)) != 0;
}

/* The same time of the day, so many working days ahead of `start`; never farther off than a lead
 * can be. */
static gint64
count_back (const OneSettings *settings, gint64 working_days, gint64 start)
{
  g_autoptr (GTimeZone) zone =
      settings->zone ? g_time_zone_ref (settings->zone) : g_time_zone_new_utc ();
  g_autoptr (GDateTime) local = one_day_get_time (start, zone);
  guint days = settings->quiet_days != 0 ? settings->quiet_days : WEEKEND;

  for (gint64 left = working_days; local && left > 0;) {
    GDateTime *before = g_date_time_add_days (local, -1);

    if (!before || start - g_date_time_to_unix (before) > ONE_SETTINGS_MAX_DURATION) {
      g_clear_pointer (&before, g_date_time_unref);
      break;
    }
    g_date_time_unref (local);
    local = before;
    left -= !is_off (days, local);
  }
  return local ? start - g_date_time_to_unix (local) : 0;
}

/* Leaves out what is in it. */
static void
leads_insert (OneLeads *leads, gint64 seconds)
{
  guint at = 0;

  while (at < leads->n && leads->seconds[at] > seconds)
    at++;
  if (at < leads->n && leads->seconds[at] == seconds)
    return;
  for (guint i = leads->n++; i > at; i--)
    leads->seconds[i] = leads->seconds[i - 1];
  leads->seconds[at] = seconds;
}

OneLeads
one_leads_resolve (const OneSettings *settings, const char *address, OneStage stage, gint64 start)
{
  const OneLeads *wanted = one_settings_get_leads (settings, address, stage);
  OneLeads leads = { .n = 0 };

  if (wanted->n == 0)
    return *wanted;
  for (guint i = 0; i < wanted->n; i++) {
    gint64 seconds = wanted->seconds[i];

    leads_insert (&leads, seconds < 0 ? count_back (settings, -seconds, start) : seconds);
  }
  return leads;
}

static gint64
longest_of (const OneLeads *leads)
{
  gint64 longest = 0;

  for (guint i = 0; i < leads->n; i++)
    longest = MAX (longest, leads->seconds[i] < 0 ? ONE_SETTINGS_MAX_DURATION : leads->seconds[i]);
  return longest;
}

static gint64
longest_of_stages (const OneLeads *stages)
{
  return MAX (longest_of (&stages[ONE_STAGE_PREP]), longest_of (&stages[ONE_STAGE_START]));
}

gint64
one_leads_get_longest (const OneSettings *settings)
{
  gint64 longest = longest_of_stages (settings->leads);
  GHashTableIter iter;
  gpointer own;

  g_hash_table_iter_init (&iter, settings->persons);
  while (g_hash_table_iter_next (&iter, NULL, &own))
    longest = MAX (longest, longest_of_stages (own));
  return longest;
}
