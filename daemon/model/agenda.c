/* SPDX-License-Identifier: MIT */
#include "model/agenda.h"

OneAgendaAction *
one_agenda_action_new (const OneAction *action)
{
  OneAgendaAction *shown = g_new0 (OneAgendaAction, 1);

  shown->action = one_action_dup (action);
  return shown;
}

void
one_agenda_action_free (OneAgendaAction *action)
{
  one_action_free (action->action);
  g_free (action);
}

OneItem *
one_item_new (const char *category, const char *title)
{
  OneItem *item = g_new0 (OneItem, 1);

  item->category = g_strdup (category);
  item->title = g_strdup (title);
  item->reason = g_strdup ("");
  item->prompts = g_ptr_array_new_with_free_func ((GDestroyNotify) one_prompt_free);
  item->points = g_ptr_array_new_with_free_func ((GDestroyNotify) one_point_free);
  item->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) one_agenda_action_free);
  return item;
}

void
one_item_free (OneItem *item)
{
  g_free (item->category);
  g_free (item->title);
  g_free (item->reason);
  g_ptr_array_unref (item->prompts);
  g_ptr_array_unref (item->points);
  g_ptr_array_unref (item->actions);
  g_free (item);
}

OneAgenda *
one_agenda_new (const OneMeeting *meeting)
{
  OneAgenda *agenda = g_new0 (OneAgenda, 1);

  agenda->meeting = one_meeting_dup (meeting);
  agenda->items = g_ptr_array_new_with_free_func ((GDestroyNotify) one_item_free);
  agenda->parked = g_ptr_array_new_with_free_func ((GDestroyNotify) one_point_free);
  agenda->note = g_strdup ("");
  return agenda;
}

void
one_agenda_free (OneAgenda *agenda)
{
  one_meeting_free (agenda->meeting);
  g_ptr_array_unref (agenda->items);
  g_ptr_array_unref (agenda->parked);
  g_free (agenda->note);
  g_free (agenda);
}
