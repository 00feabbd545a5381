/* SPDX-License-Identifier: MIT */
#include "agenda-fixture.h"

#include "config/catalogues.h"

AgendaFixture *
fixture_new (OneRole role, guint minutes)
{
  AgendaFixture *fixture = g_new0 (AgendaFixture, 1);
  g_autoptr (GError) error = NULL;

  fixture->meeting = one_meeting_new ();
  fixture->meeting->id = 1;
  fixture->meeting->start = FIXTURE_FIRST;
  fixture->meeting->end = FIXTURE_FIRST + minutes * 60;
  fixture->history = one_history_new ();
  fixture->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) one_action_free);
  fixture->points = g_ptr_array_new_with_free_func ((GDestroyNotify) one_point_free);
  fixture->catalogue = one_catalogues_load (role, NULL, &error);
  g_assert_no_error (error);
  fixture->settings = one_settings_new ();
  fixture->zone = g_time_zone_new_utc ();
  fixture->input = (OneComposeInput){
    .meeting = fixture->meeting,
    .history = fixture->history,
    .actions = fixture->actions,
    .points = fixture->points,
    .catalogue = fixture->catalogue,
    .settings = fixture->settings,
    .zone = fixture->zone,
    .now = fixture->meeting->start - 30 * 60,
  };
  return fixture;
}

void
fixture_free (AgendaFixture *fixture)
{
  one_meeting_free (fixture->meeting);
  one_history_free (fixture->history);
  g_ptr_array_unref (fixture->actions);
  g_ptr_array_unref (fixture->points);
  one_catalogue_free (fixture->catalogue);
  one_settings_free (fixture->settings);
  g_time_zone_unref (fixture->zone);
  g_free (fixture);
}

void
fixture_pass (AgendaFixture *fixture, OneMeetingState state, gint64 step)
{
  OnePast past = { .meeting = fixture->meeting->id,
                   .start = fixture->meeting->start,
                   .state = state };

  for (guint i = 0; i < fixture->history->touches->len; i++) {
    const OneTouch *touch = g_ptr_array_index (fixture->history->touches, i);

    past.noted = past.noted || touch->meeting == past.meeting;
  }
  past.logged = past.noted;
  g_array_append_val (fixture->history->past, past);
  fixture->meeting->id++;
  fixture->meeting->start += step;
  fixture->meeting->end += step;
  fixture->input.now += step;
}

/* Of the meeting to come (0: that one), or of a past one. */
void
fixture_touch (AgendaFixture *fixture, const char *category, gint64 meeting)
{
  gint64 at = fixture->meeting->start;

  for (guint i = 0; i < fixture->history->past->len; i++) {
    const OnePast *past = &g_array_index (fixture->history->past, OnePast, i);

    if (past->meeting == meeting)
      at = past->start;
  }
  g_ptr_array_add (fixture->history->touches,
                   one_touch_new (category, meeting ? meeting : fixture->meeting->id, at));
}

void
fixture_propose (AgendaFixture *fixture, const OneAgenda *agenda)
{
  g_autoptr (GPtrArray) proposals = one_compose_proposals (agenda);

  g_ptr_array_extend_and_steal (fixture->history->proposals, g_steal_pointer (&proposals));
}

OnePoint *
fixture_add_point (AgendaFixture *fixture, const char *category, gint64 created)
{
  OnePoint *point = one_point_new ();

  g_free (point->category);
  point->category = g_strdup (category);
  point->id = fixture->points->len + 1;
  point->created = created;
  g_ptr_array_add (fixture->points, point);
  return point;
}

OneAction *
fixture_add_action (AgendaFixture *fixture, OneOwner owner, gint64 created)
{
  OneAction *action = one_action_new ();

  action->id = fixture->actions->len + 1;
  action->owner = owner;
  action->created = created;
  g_ptr_array_add (fixture->actions, action);
  return action;
}

char *
fixture_format (const OneAgenda *agenda)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < agenda->items->len; i++)
    g_string_append_printf (text, "%s%s", i ? " " : "",
                            ((OneItem *) g_ptr_array_index (agenda->items, i))->category);
  return g_string_free (text, FALSE);
}

const OneItem *
fixture_find (const OneAgenda *agenda, const char *category)
{
  for (guint i = 0; i < agenda->items->len; i++) {
    const OneItem *item = g_ptr_array_index (agenda->items, i);

    if (g_str_equal (item->category, category))
      return item;
  }
  return NULL;
}
