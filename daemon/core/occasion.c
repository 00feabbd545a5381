/* SPDX-License-Identifier: MIT */
#include "core/occasion.h"

#include <glib/gi18n-lib.h>
#include "core/when.h"

/* From so long ahead on, a meeting of the next day is one of tomorrow. */
#define HALF_DAY (12 * 60 * 60)

const char *
one_occasion_get_name (const OneOccasion *occasion, const OneView *view)
{
  const OneMeeting *meeting = occasion->meeting;

  if (view->hidden)
    return _ ("One-on-one");
  if (occasion->name && *occasion->name)
    return occasion->name;
  return *meeting->name ? meeting->name : meeting->address;
}

char *
one_occasion_format_time (const OneOccasion *occasion, const OneView *view)
{
  return one_when_format_time (occasion->meeting->start, occasion->meeting->end, view->now,
                               view->zone);
}

char *
one_occasion_format_until (const OneOccasion *occasion, const OneView *view)
{
  const char *name = one_occasion_get_name (occasion, view);
  gint64 ahead = occasion->meeting->start - view->now;
  g_autofree char *span = one_when_format_span (ahead > 0 ? ahead : -ahead);

  if (ahead >= HALF_DAY
      && one_when_count_days (occasion->meeting->start, view->now, view->zone) == 1)
    return g_strdup_printf (_ ("%s tomorrow"), name);
  if (ahead > 0)
    return g_strdup_printf (_ ("%s in %s"), name, span);
  if (ahead > -60)
    return g_strdup_printf (_ ("%s now"), name);
  return g_strdup_printf (_ ("%s, started %s ago"), name, span);
}

char *
one_occasion_format_titles (const OneOccasion *occasion, const char *separator)
{
  const OneAgenda *agenda = occasion->agenda;
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; agenda && i < agenda->items->len; i++) {
    const OneItem *item = g_ptr_array_index (agenda->items, i);

    g_string_append_printf (titles, "%s%s", i > 0 ? separator : "", item->title);
  }
  return g_strdup (titles->str);
}
