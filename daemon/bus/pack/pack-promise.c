/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-promise.h"

void
one_pack_promise_action (OneRecord *record, const OneActionView *view)
{
  const OneAction *action = view->action;

  one_record_add_id (record, "id", 'a', action->id);
  one_record_add_text (record, "person", view->person);
  one_record_add_text (record, "text", action->text);
  one_record_add_text (record, "owner", one_words_format_owner (action->owner));
  one_record_add_day (record, "due", &action->due);
  one_record_add_time (record, "created", action->created);
  one_record_add_count (record, "age_meetings", view->age_meetings);
  one_record_add_flag (record, "overdue", view->overdue);
  one_record_add_text (record, "state", one_words_format_state (action->state));
}

void
one_pack_promise_point (OneRecord *record, const OnePointView *view)
{
  const OnePoint *point = view->point;

  one_record_add_id (record, "id", 'p', point->id);
  one_record_add_text (record, "person", view->person);
  one_record_add_text (record, "category", point->category);
  one_record_add_text (record, "text", point->text);
  one_record_add_day (record, "on", &point->on);
  one_record_add_time (record, "created", point->created);
  one_record_add_text (record, "state", one_words_format_state (point->state));
  one_record_add_flag (record, "main", point->main);
  if (point->every)
    one_record_add_flag (record, "every", TRUE);
  if (point->ask)
    one_record_add_flag (record, "ask", TRUE);
  one_record_add_time (record, "ask_at", view->at);
  if (view->soon)
    one_record_add_flag (record, "soon", TRUE);
}

void
one_pack_promise (OneRecord *record, const OnePromiseView *view)
{
  if (view->action)
    one_pack_promise_action (record, view->action);
  else
    one_pack_promise_point (record, view->point);
}
