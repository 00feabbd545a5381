/* SPDX-License-Identifier: MIT */
#include "core/detect/detect.h"

#include "core/detect/participants.h"
#include "core/detect/title-prefix.h"
#include "core/detect/title.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* The event that speaks for the series or the occurrence. */
static const OneEvent *
merged_event (const OneMergedSeries *merged, const OneMergedOccurrence *occurrence)
{
  if (occurrence)
    return occurrence->event;
  if (merged->master)
    return merged->master;
  return merged->series->events->len > 0 ? g_ptr_array_index (merged->series->events, 0) : NULL;
}

/* Another copy's event for the occurrence, or for the series. */
static const OneEvent *
copy_find_event (const OneSeries *copy, const OneMergedOccurrence *occurrence)
{
  for (guint i = 0; occurrence && i < copy->occurrences->len; i++) {
    const OneOccurrence *other = &g_array_index (copy->occurrences, OneOccurrence, i);

    if (other->original == occurrence->original)
      return g_ptr_array_index (copy->events, other->event);
  }
  return copy->events->len > 0 ? g_ptr_array_index (copy->events, 0) : NULL;
}

/* A calendar that somebody shares with me may not know yet what I answered. */
static void
people_learn (OneParticipants *people, const OneMergedSeries *merged,
              const OneMergedOccurrence *occurrence)
{
  for (guint i = 0; merged->same && i < merged->same->len; i++) {
    const OneEvent *event = copy_find_event (g_ptr_array_index (merged->same, i), occurrence);

    if (event)
      one_participants_learn (people, event);
  }
}

static OneParticipants *
event_people (const OneDetectInput *input, const OneMergedSeries *merged,
              const OneMergedOccurrence *occurrence)
{
  const OneEvent *event = merged_event (merged, occurrence);
  gboolean inherits = merged->master && !one_participants_are_named (event);

  if (inherits || !occurrence)
    return one_participants_new (inherits ? merged->master : event, merged->series, input->me,
                                 input->settings);
  return one_participants_new (event, occurrence->series, input->me, input->settings);
}

static guint
event_guests (const OneEvent *event, const OneMergedSeries *merged)
{
  return merged->master && !one_participants_are_named (event) ? merged->master->guests
                                                               : event->guests;
}

static OneVerdict *
verdict_new (gboolean one_on_one, char *reason)
{
  OneVerdict *verdict = g_new0 (OneVerdict, 1);

  verdict->one_on_one = one_on_one;
  verdict->reason = reason;
  verdict->address = g_strdup ("");
  verdict->name = g_strdup ("");
  return verdict;
}

static OneVerdict *
verdict_not (const char *reason)
{
  return verdict_new (FALSE, g_strdup (reason));
}

static OneVerdict *
verdict_yes (const char *reason, const char *address, const char *name)
{
  OneVerdict *verdict = verdict_new (TRUE, g_strdup (reason));

  g_free (verdict->address);
  verdict->address = g_strdup (address);
  g_free (verdict->name);
  verdict->name = g_ascii_strcasecmp (name, address) == 0 ? g_strdup ("") : g_strdup (name);
  return verdict;
}

/* A title can hold an address in place of a name. */
static OneVerdict *
verdict_titled (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_autofree char *address =
      strchr (name, '@') ? g_strdup (lower) : one_participants_address (name);

  return verdict_yes (_ ("nobody is invited, but its title names one person"), address,
                      strchr (name, '@') ? "" : name);
}

/* `room`: who was invited, and taken for a room; NULL for nobody. */
static OneVerdict *
judge_title (const OneDetectInput *input, const char *title, const char *room)
{
  g_autofree char *name = NULL;

  switch (one_title_parse (title, input->me, input->settings, &name)) {
  case ONE_TITLE_OTHER:
    if (room)
      return verdict_new (
          FALSE, g_strdup_printf (_ ("%s is taken for a room, and nobody else is invited"), room));
    return verdict_not (_ ("nobody else is invited, and its title does not say one-on-one"));
  case ONE_TITLE_NAMELESS:
    return verdict_not (_ ("its title says one-on-one, but not with whom"));
  case ONE_TITLE_AMBIGUOUS:
    return verdict_not (_ ("its title names several people, none of whom is known to be you"));
  case ONE_TITLE_NAMED:
    return verdict_titled (name);
  }
  g_return_val_if_reached (verdict_not (""));
}

static OneVerdict *
judge_people (const OneDetectInput *input, const OneParticipants *people)
{
  const OneParticipant *other =
      people->others->len > 0 ? &g_array_index (people->others, OneParticipant, 0) : NULL;
  gboolean known = input->me && input->me[0];
  guint n = people->others->len + people->me;
  g_autofree char *reason = NULL;

  if (people->group)
    return verdict_not (_ ("a group or a list is invited"));
  if (n > 2)
    return verdict_new (
        FALSE, g_strdup_printf (ngettext ("%u person takes part", "%u people take part", n), n));
  if (!known)
    return verdict_not (_ ("which of its people you are is not known: set \"me\" in oned.conf"));
  if (!people->me)
    return verdict_not (_ ("you are not among its people"));
  if (!*other->address)
    return verdict_not (_ ("the other one has neither address nor name"));
  reason = people->room ? g_strdup_printf (
               _ ("you and one other person take part; %s is taken for a room"), people->room)
                        : g_strdup (_ ("you and one other person take part"));
  return verdict_yes (reason, other->address, other->name);
}

static const char *
people_find_name (const OneParticipants *people, const char *address)
{
  for (guint i = 0; i < people->others->len; i++) {
    const OneParticipant *other = &g_array_index (people->others, OneParticipant, i);

    if (strcmp (other->address, address) == 0)
      return other->name;
  }
  return "";
}

/* A day has no hour to be reminded at, so that not even tracking makes a meeting of it. */
static OneVerdict *
judge (const OneDetectInput *input, const OneMergedSeries *merged, const OneEvent *event,
       const OneParticipants *people)
{
  const char *tracked = input->tracked ? g_hash_table_lookup (input->tracked, merged->uid) : NULL;

  if (tracked && !*tracked)
    return verdict_not (_ ("you chose to ignore it"));
  if (event->all_day)
    return verdict_not (_ ("it is all day long"));
  if (tracked)
    return verdict_yes (_ ("you chose to track it"), tracked, people_find_name (people, tracked));
  if (merged->series->sub_daily)
    return verdict_not (_ ("it recurs more often than daily"));
  if (!merged->recurring)
    return verdict_not (_ ("it does not recur"));
  if (event_guests (event, merged) > 0)
    return verdict_not (_ ("somebody brings further guests"));
  if (people->others->len == 0 && !people->group)
    return judge_title (input, one_merged_series_words (merged, event)->summary, people->room);
  return judge_people (input, people);
}

static gboolean
event_is_cancelled (const OneMergedSeries *merged, const OneMergedOccurrence *occurrence,
                    const OneEvent *event)
{
  return merged->cancelled || (occurrence && occurrence->cancelled)
         || one_title_prefix_cancels (event)
         || one_title_prefix_cancels (one_merged_series_words (merged, event));
}

OneVerdict *
one_detect_judge (const OneDetectInput *input, const OneMergedSeries *merged,
                  const OneMergedOccurrence *occurrence)
{
  const OneEvent *event = merged_event (merged, occurrence);
  g_autoptr (OneParticipants) people = NULL;
  OneVerdict *verdict;

  if (!event)
    return verdict_not (_ ("it is empty"));
  people = event_people (input, merged, occurrence);
  people_learn (people, merged, occurrence);
  verdict = judge (input, merged, event, people);
  if (event_is_cancelled (merged, occurrence, event))
    verdict->state = ONE_MEETING_CANCELLED;
  else if (people->me && people->me_declined)
    verdict->state = ONE_MEETING_DECLINED;
  if (verdict->one_on_one && people->others->len == 1)
    verdict->other_declined = g_array_index (people->others, OneParticipant, 0).declined;
  return verdict;
}

void
one_verdict_free (OneVerdict *verdict)
{
  g_free (verdict->reason);
  g_free (verdict->address);
  g_free (verdict->name);
  g_free (verdict);
}
