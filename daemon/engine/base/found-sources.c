/* SPDX-License-Identifier: MIT */
#include "engine/base/found-sources.h"

#include "edge/user/usual-places.h"
#include "engine/base/troubles.h"

static char **
list_found (const OneSettings *settings)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; i < settings->found->calendars->len; i++) {
    const OneFoundCalendar *calendar = settings->found->calendars->pdata[i];

    if (settings->hidden || !calendar->hidden)
      g_strv_builder_add (paths, calendar->path);
  }
  return g_strv_builder_end (paths);
}

/* Who subscribes to a calendar has named it, whatever else is configured. */
static void
add_feeds (OneSettings *settings)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  g_strv_builder_addv (paths, (const char **) settings->sources);
  for (guint i = 0; i < settings->found->calendars->len; i++) {
    const OneFoundCalendar *calendar = settings->found->calendars->pdata[i];

    if (calendar->kind == ONE_SOURCE_FEED
        && !g_strv_contains ((const char *const *) settings->sources, calendar->path))
      g_strv_builder_add (paths, calendar->path);
  }
  g_strfreev (settings->sources);
  settings->sources = g_strv_builder_end (paths);
}

void
one_found_sources_set (const OneBase *base, OneSettings *settings)
{
  one_found_free (settings->found);
  settings->found = one_usual_places_find ();
  if (!settings->sources[0]) {
    g_strfreev (settings->sources);
    settings->sources = list_found (settings);
  } else {
    add_feeds (settings);
  }
  one_troubles_set (base, ONE_SUBJECT_SOURCES, base->environment.config, 0,
                    settings->sources[0]
                        ? NULL
                        : "no calendar was found in the usual places: name one as `sources` in "
                          "[calendar]");
}
