/* SPDX-License-Identifier: MIT */
#include "core/plan/plan-slot.h"

#include "model/leads.h"

static void
slots_add_stage (GArray *slots, OneStage stage, const OneLeads *leads)
{
  OnePlanSlot slot = { .stage = stage, .wanted = leads->n > 0 };
  guint n = stage == ONE_STAGE_PREP ? leads->n : 1;

  for (guint i = 0; i < n; i++) {
    slot.lead = leads->seconds[i];
    g_array_append_val (slots, slot);
  }
}

OnePlanSlot *
one_plan_slot_find (const GArray *slots, const OneSent *row)
{
  for (guint i = 0; i < slots->len; i++) {
    OnePlanSlot *slot = &g_array_index (slots, OnePlanSlot, i);

    if (slot->stage == row->stage && (row->stage != ONE_STAGE_PREP || slot->lead == row->lead))
      return slot;
  }
  return NULL;
}

/* Adds a slot for a lead that has left the settings: its row is remembered. */
static OnePlanSlot *
slots_find_or_add (GArray *slots, const OneSent *row)
{
  OnePlanSlot slot = { .stage = row->stage, .lead = row->lead };
  OnePlanSlot *found = one_plan_slot_find (slots, row);

  if (found)
    return found;
  g_array_append_val (slots, slot);
  return &g_array_index (slots, OnePlanSlot, slots->len - 1);
}

/* Whether `row` says more of a meeting that begins at `start` than `other` of the same slot. */
static gboolean
row_is_nearer (const OneSent *row, const OneSent *other, gint64 start)
{
  if (!other || (row->start == start) != (other->start == start))
    return !other || row->start == start;
  return row->id > other->id;
}

GArray *
one_plan_slot_list (const OneMeeting *meeting, const GPtrArray *rows, const OneSettings *settings,
                    GPtrArray *left)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (OnePlanSlot));

  for (guint i = 0; i < ONE_N_STAGES; i++) {
    OneLeads leads = one_leads_resolve (settings, meeting ? meeting->address : "", (OneStage) i,
                                        meeting ? meeting->start : 0);

    slots_add_stage (slots, (OneStage) i, &leads);
  }
  for (guint i = 0; rows && i < rows->len; i++) {
    const OneSent *row = g_ptr_array_index (rows, i);
    OnePlanSlot *slot = slots_find_or_add (slots, row);

    if (row_is_nearer (row, slot->row, meeting ? meeting->start : 0))
      slot->row = row;
  }
  for (guint i = 0; rows && i < rows->len; i++) {
    OneSent *row = g_ptr_array_index (rows, i);

    if (one_plan_slot_find (slots, row)->row != row)
      g_ptr_array_add (left, row);
  }
  return slots;
}
