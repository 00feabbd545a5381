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

/* (transfer container, nullable) of OneEvent: what the other copies say of it. */
static GPtrArray *
list_copies (const OneMergedSeries *merged, const OneMergedOccurrence *occurrence)
{
  GPtrArray *copies = merged->same ? g_ptr_array_new () : NULL;

  for (guint i = 0; merged->same && i < merged->same->len; i++) {
    const OneEvent *event = copy_find_event (g_ptr_array_index (merged->same, i), occurrence);

    if (event)
      g_ptr_array_add (copies, (gpointer) event);
  }
  return copies;
}

static OneParticipants *
event_people (const OneDetectInput *input, const OneMergedSeries *merged,
              const OneMergedOccurrence *occurrence)
{
  const OneEvent *event = merged_event (merged, occurrence);
  gboolean inherits = merged->master && !one_participants_are_named (event);
  g_autoptr (GPtrArray) copies = list_copies (merged, occurrence);
  OneInvitation invitation = {
    .event = inherits ? merged->master : event,
    .series = inherits || !occurrence ? merged->series : occurrence->series,
    .copies = copies,
    .me = input->me,
    .settings = input->settings,
    .known = input->known,
  };
  OneParticipants *people = one_participants_new (&invitation);

  /* A calendar that somebody shares with me may not know yet what I answered. */
  for (guint i = 0; copies && i < copies->len; i++)
    one_participants_learn (people, copies->pdata[i]);
  return people;
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

static OneVerdict *
judge_title (const OneDetectInput *input, const char *title)
{
  g_autofree char *name = NULL;

  switch (one_title_parse (title, input->me, input->settings, &name)) {
  case ONE_TITLE_OTHER:
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

/* (transfer full) NULL unless it is two people by their addresses that meet, and not I. */
static char **
people_dup_others (const OneParticipants *people)
{
  const OneParticipant *others = (const OneParticipant *) people->others->data;

  if (people->group || people->me || people->others->len != 2 || !strchr (others[0].address, '@')
      || !strchr (others[1].address, '@'))
    return NULL;
  return g_strdupv ((char *[]){ others[0].address, others[1].address, NULL });
}

/* The verdict that the people alone give. */
static OneVerdict *
weigh_people (const OneDetectInput *input, const OneParticipants *people)
{
  const OneParticipant *other =
      people->others->len > 0 ? &g_array_index (people->others, OneParticipant, 0) : NULL;
  gboolean known = input->me && input->me[0];
  guint n = people->others->len + people->me;

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
  return verdict_yes (_ ("you and one other person take part"), other->address, other->name);
}

static OneVerdict *
judge_people (const OneDetectInput *input, const OneParticipants *people)
{
  OneVerdict *verdict = weigh_people (input, people);

  verdict->others = people_dup_others (people);
  return verdict;
}

/* Says who was invited and does not count. */
static OneVerdict *
verdict_add_room (OneVerdict *verdict, const OneAttendee *room)
{
  g_autofree char *reason = verdict->reason;

  verdict->reason = g_strdup_printf (_ ("%s; %s is taken for a room"), reason,
                                     *room->name ? room->name : room->address);
  return verdict;
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
  OneVerdict *verdict;

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
  verdict = people->others->len == 0 && !people->group
                ? judge_title (input, one_series_merge_words (merged, event)->summary)
                : judge_people (input, people);
  return people->room ? verdict_add_room (verdict, people->room) : verdict;
}

static gboolean
event_is_cancelled (const OneMergedSeries *merged, const OneMergedOccurrence *occurrence,
                    const OneEvent *event)
{
  return merged->cancelled || (occurrence && occurrence->cancelled)
         || one_title_prefix_cancels (event)
         || one_title_prefix_cancels (one_series_merge_words (merged, event));
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
  verdict = judge (input, merged, event, people);
  verdict->with_me = people->me;
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
  g_strfreev (verdict->others);
  g_free (verdict);
}
