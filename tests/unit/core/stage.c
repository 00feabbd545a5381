/* SPDX-License-Identifier: MIT */
#include "stage.h"

#include "config/catalogues.h"

Stage *
stage_new (OneRole role, guint minutes)
{
  Stage *stage = g_new0 (Stage, 1);
  g_autoptr (GError) error = NULL;

  stage->meeting = one_meeting_new ();
  stage->meeting->id = 1;
  stage->meeting->start = STAGE_FIRST;
  stage->meeting->end = STAGE_FIRST + minutes * 60;
  stage->history = one_history_new ();
  stage->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) one_action_free);
  stage->points = g_ptr_array_new_with_free_func ((GDestroyNotify) one_point_free);
  stage->catalogue = one_catalogues_load (role, NULL, &error);
  g_assert_no_error (error);
  stage->settings = one_settings_new ();
  stage->zone = g_time_zone_new_utc ();
  stage->input = (OneComposeInput){
    .meeting = stage->meeting,
    .history = stage->history,
    .actions = stage->actions,
    .points = stage->points,
    .catalogue = stage->catalogue,
    .settings = stage->settings,
    .zone = stage->zone,
    .now = stage->meeting->start - 30 * 60,
  };
  return stage;
}

void
stage_free (Stage *stage)
{
  one_meeting_free (stage->meeting);
  one_history_free (stage->history);
  g_ptr_array_unref (stage->actions);
  g_ptr_array_unref (stage->points);
  one_catalogue_free (stage->catalogue);
  one_settings_free (stage->settings);
  g_time_zone_unref (stage->zone);
  g_free (stage);
}

void
stage_pass (Stage *stage, OneMeetingState state, gint64 step)
{
  OnePast past = { .meeting = stage->meeting->id, .start = stage->meeting->start, .state = state };

  for (guint i = 0; i < stage->history->touches->len; i++) {
    const OneTouch *touch = g_ptr_array_index (stage->history->touches, i);

    past.logged = past.logged || touch->meeting == past.meeting;
  }
  g_array_append_val (stage->history->past, past);
  stage->meeting->id++;
  stage->meeting->start += step;
  stage->meeting->end += step;
  stage->input.now += step;
}

/* Of the meeting to come (0: that one), or of a past one. */
void
stage_touch (Stage *stage, const char *category, gint64 meeting)
{
  gint64 at = stage->meeting->start;

  for (guint i = 0; i < stage->history->past->len; i++) {
    const OnePast *past = &g_array_index (stage->history->past, OnePast, i);

    if (past->meeting == meeting)
      at = past->start;
  }
  g_ptr_array_add (stage->history->touches,
                   one_touch_new (category, meeting ? meeting : stage->meeting->id, at));
}

void
stage_propose (Stage *stage, const OneAgenda *agenda)
{
  g_autoptr (GPtrArray) proposals = one_compose_proposals (agenda);

  g_ptr_array_extend_and_steal (stage->history->proposals, g_steal_pointer (&proposals));
}

OnePoint *
stage_add_point (Stage *stage, const char *category, gint64 created)
{
  OnePoint *point = one_point_new ();

  g_free (point->category);
  point->category = g_strdup (category);
  point->id = stage->points->len + 1;
  point->created = created;
  g_ptr_array_add (stage->points, point);
  return point;
}

OneAction *
stage_add_action (Stage *stage, OneOwner owner, gint64 created)
{
  OneAction *action = one_action_new ();

  action->id = stage->actions->len + 1;
  action->owner = owner;
  action->created = created;
  g_ptr_array_add (stage->actions, action);
  return action;
}

char *
stage_format (const OneAgenda *agenda)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < agenda->items->len; i++)
    g_string_append_printf (text, "%s%s", i ? " " : "",
                            ((OneItem *) g_ptr_array_index (agenda->items, i))->category);
  return g_string_free (text, FALSE);
}

const OneItem *
stage_find (const OneAgenda *agenda, const char *category)
{
  for (guint i = 0; i < agenda->items->len; i++) {
    const OneItem *item = g_ptr_array_index (agenda->items, i);

    if (g_str_equal (item->category, category))
      return item;
  }
  return NULL;
}
