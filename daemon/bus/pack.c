/* SPDX-License-Identifier: MIT */
#include "bus/pack.h"

#include "bus/record.h"

GVariant *
one_pack_all (const GPtrArray *values, OnePackFunc pack)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < values->len; i++) {
    GVariant *record = pack (values->pdata[i]);

    /* Makes one piece of it; as a tree it would take twenty times as much. */
    g_variant_get_data (record);
    g_variant_builder_add_value (&builder, record);
  }
  return g_variant_builder_end (&builder);
}

GVariant *
one_pack_empty (void)
{
  return g_variant_new ("a{sv}", NULL);
}

static void
add_meeting (GVariantDict *record, const OneMeeting *meeting)
{
  one_record_add_id (record, "id", 'm', meeting->id);
  one_record_add_text (record, "uid", meeting->uid);
  one_record_add_time (record, "recurrence_id", meeting->original);
  one_record_add_text (record, "person", meeting->name);
  one_record_add_text (record, "address", meeting->address);
  one_record_add_text (record, "role", one_words_format_role (meeting->role));
  one_record_add_time (record, "start", meeting->start);
  one_record_add_time (record, "end", meeting->end);
  one_record_add_text (record, "summary", meeting->summary);
  one_record_add_text (record, "state", one_words_format_meeting_state (meeting->state));
  one_record_add_time (record, "moved_from", meeting->moved_from);
  g_variant_dict_insert (record, "other_declined", "b", meeting->other_declined);
  one_record_add_text (record, "join", meeting->join);
  one_record_add_text (record, "location", meeting->location);
  one_record_add_text (record, "source", meeting->source);
  g_variant_dict_insert (record, "assumed_length", "b", meeting->assumed_length);
}

GVariant *
one_pack_meeting (const OneMeeting *meeting)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  add_meeting (&record, meeting);
  return g_variant_dict_end (&record);
}

GVariant *
one_pack_next (const OneMeeting *meeting, const char *const *titles)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  add_meeting (&record, meeting);
  g_variant_dict_insert_value (&record, "items", g_variant_new_strv (titles, -1));
  return g_variant_dict_end (&record);
}

static GVariant *
pack_action (const OneAction *action, const char *person, guint age, gboolean overdue)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_record_add_id (&record, "id", 'a', action->id);
  one_record_add_text (&record, "person", person);
  one_record_add_text (&record, "text", action->text);
  one_record_add_text (&record, "owner", one_words_format_owner (action->owner));
  one_record_add_day (&record, "due", &action->due);
  one_record_add_time (&record, "created", action->created);
  g_variant_dict_insert (&record, "age_meetings", "u", age);
  g_variant_dict_insert (&record, "overdue", "b", overdue);
  one_record_add_text (&record, "state", one_words_format_state (action->state));
  return g_variant_dict_end (&record);
}

static GVariant *
pack_point (const OnePoint *point, const char *person, gboolean soon)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_record_add_id (&record, "id", 'p', point->id);
  one_record_add_text (&record, "person", person);
  one_record_add_text (&record, "category", point->category);
  one_record_add_text (&record, "text", point->text);
  one_record_add_day (&record, "on", &point->on);
  one_record_add_time (&record, "created", point->created);
  one_record_add_text (&record, "state", one_words_format_state (point->state));
  g_variant_dict_insert (&record, "main", "b", point->main);
  if (soon)
    g_variant_dict_insert (&record, "soon", "b", TRUE);
  return g_variant_dict_end (&record);
}

GVariant *
one_pack_action (const OneActionView *view)
{
  return pack_action (view->action, view->person, view->age_meetings, view->overdue);
}

GVariant *
one_pack_point (const OnePointView *view)
{
  return pack_point (view->point, view->person, view->soon);
}

GVariant *
one_pack_promise (const OnePromiseView *view)
{
  return view->action ? one_pack_action (view->action) : one_pack_point (view->point);
}

static GVariant *
pack_prompt (const OnePrompt *prompt)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_record_add_text (&record, "id", prompt->id);
  one_record_add_text (&record, "text", prompt->text);
  g_variant_dict_insert (&record, "soon", "b", prompt->soon);
  return g_variant_dict_end (&record);
}

static GVariant *
pack_agenda_points (const GPtrArray *points, const char *person)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < points->len; i++)
    g_variant_builder_add_value (&builder, pack_point (points->pdata[i], person, FALSE));
  return g_variant_builder_end (&builder);
}

static GVariant *
pack_agenda_actions (const GPtrArray *actions, const char *person)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < actions->len; i++) {
    const OneAgendaAction *action = actions->pdata[i];

    g_variant_builder_add_value (
        &builder, pack_action (action->action, person, action->age_meetings, action->overdue));
  }
  return g_variant_builder_end (&builder);
}

static void
add_limits (GVariantDict *record, const OneLimits *limits)
{
  g_variant_dict_insert (record, "ideal_meetings", "u", limits->ideal_meetings);
  g_variant_dict_insert (record, "ideal_weeks", "u", limits->ideal_weeks);
  g_variant_dict_insert (record, "max_meetings", "u", limits->max_meetings);
  g_variant_dict_insert (record, "max_weeks", "u", limits->max_weeks);
}

static void
add_neglect (GVariantDict *record, const OneNeglect *neglect)
{
  one_record_add_time (record, "last_touched", neglect->last_touched);
  g_variant_dict_insert (record, "meetings_since", "u", neglect->meetings_since);
  g_variant_dict_insert (record, "weeks_since", "d", neglect->weeks_since);
  g_variant_dict_insert (record, "score", "d", neglect->score);
  one_record_add_text (record, "state", one_words_format_neglect (neglect->state));
}

static GVariant *
pack_item (const OneItem *item, const char *person)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_record_add_text (&record, "category", item->category);
  one_record_add_text (&record, "title", item->title);
  g_variant_dict_insert (&record, "minutes", "u", item->minutes);
  one_record_add_text (&record, "reason", item->reason);
  g_variant_dict_insert (&record, "main", "b", item->main);
  g_variant_dict_insert_value (&record, "prompts",
                               one_pack_all (item->prompts, (OnePackFunc) pack_prompt));
  g_variant_dict_insert_value (&record, "points", pack_agenda_points (item->points, person));
  g_variant_dict_insert_value (&record, "actions", pack_agenda_actions (item->actions, person));
  if (item->neglect.state != ONE_NEGLECT_NONE) {
    add_neglect (&record, &item->neglect);
    add_limits (&record, &item->limits);
  }
  return g_variant_dict_end (&record);
}

GVariant *
one_pack_agenda (const OneAgenda *agenda)
{
  GVariantBuilder items;
  GVariantDict record;

  g_variant_builder_init (&items, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < agenda->items->len; i++)
    g_variant_builder_add_value (&items,
                                 pack_item (agenda->items->pdata[i], agenda->meeting->name));
  g_variant_dict_init (&record, NULL);
  g_variant_dict_insert_value (&record, "meeting", one_pack_meeting (agenda->meeting));
  g_variant_dict_insert_value (&record, "items", g_variant_builder_end (&items));
  g_variant_dict_insert_value (&record, "parked",
                               pack_agenda_points (agenda->parked, agenda->meeting->name));
  one_record_add_text (&record, "note", agenda->note);
  return g_variant_dict_end (&record);
}

GVariant *
one_pack_person (const OnePersonView *view)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_record_add_text (&record, "name", view->person->name);
  g_variant_dict_insert_value (
      &record, "addresses", g_variant_new_strv ((const char *const *) view->person->addresses, -1));
  one_record_add_text (&record, "role", one_words_format_role (view->person->role));
  one_record_add_time (&record, "last_met", view->last_met);
  one_record_add_time (&record, "next_meeting", view->next_meeting);
  g_variant_dict_insert (&record, "held", "u", view->held);
  g_variant_dict_insert (&record, "open_actions", "u", view->open_actions);
  return g_variant_dict_end (&record);
}

static GVariant *
pack_coverage_row (const OneCoverageRow *row)
{
  GVariantBuilder history;
  GVariantDict record;

  g_variant_builder_init (&history, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < row->cells->len; i++) {
    const OneCoverageCell *cell = &g_array_index (row->cells, OneCoverageCell, i);
    GVariantDict one;

    g_variant_dict_init (&one, NULL);
    one_record_add_id (&one, "meeting", 'm', cell->meeting);
    one_record_add_time (&one, "start", cell->start);
    g_variant_dict_insert (&one, "touched", "b", cell->touched);
    g_variant_dict_insert (&one, "proposed", "b", cell->proposed);
    g_variant_builder_add_value (&history, g_variant_dict_end (&one));
  }
  g_variant_dict_init (&record, NULL);
  one_record_add_text (&record, "category", row->category);
  one_record_add_text (&record, "title", row->title);
  add_neglect (&record, &row->neglect);
  g_variant_dict_insert_value (&record, "history", g_variant_builder_end (&history));
  return g_variant_dict_end (&record);
}

GVariant *
one_pack_coverage (const OneCoverage *coverage)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_record_add_text (&record, "person", coverage->person);
  g_variant_dict_insert_value (&record, "categories",
                               one_pack_all (coverage->rows, (OnePackFunc) pack_coverage_row));
  return g_variant_dict_end (&record);
}

GVariant *
one_pack_category (const OneCategory *category)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_record_add_text (&record, "id", category->id);
  one_record_add_text (&record, "title", category->title);
  one_record_add_text (&record, "rule", one_words_format_rule (category->rule));
  g_variant_dict_insert (&record, "enabled", "b", category->enabled);
  add_limits (&record, &category->limits);
  g_variant_dict_insert_value (&record, "prompts",
                               one_pack_all (category->prompts, (OnePackFunc) pack_prompt));
  return g_variant_dict_end (&record);
}
