/* SPDX-License-Identifier: MIT */
#include "model/settings.h"

OneSettings *
one_settings_new (void)
{
  OneSettings *settings = g_new0 (OneSettings, 1);

  settings->sources = g_new0 (char *, 1);
  settings->me = g_new0 (char *, 1);
  settings->rooms = g_new0 (char *, 1);
  settings->titles = g_new0 (char *, 1);
  settings->role = ONE_ROLE_MANAGER;
  settings->leads[ONE_STAGE_PREP] = 30 * 60;
  settings->leads[ONE_STAGE_START] = 2 * 60;
  settings->leads[ONE_STAGE_NUDGE] = 0;
  for (guint i = 0; i < ONE_N_STAGES; i++)
    settings->stages[i] = TRUE;
  settings->snooze = 10 * 60;
  settings->items_min = 3;
  settings->items_max = 5;
  settings->pages = g_strdup ("");
  return settings;
}

void
one_settings_free (OneSettings *settings)
{
  g_strfreev (settings->sources);
  g_strfreev (settings->me);
  g_strfreev (settings->rooms);
  g_strfreev (settings->titles);
  g_free (settings->pages);
  g_free (settings);
}
