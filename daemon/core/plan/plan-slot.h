/* SPDX-License-Identifier: MIT */
/* The reminders that one meeting can have, each with its row. */
#pragma once

#include <glib.h>
#include "model/meeting.h"
#include "model/reminder.h"
#include "model/settings.h"

/* A stage, or one of several preps: these are told apart by how far ahead they are, so that a lead
 * that is added to the settings is shown and one that was shown is not shown again. */
typedef struct {
  OneStage stage;
  gint64 lead;        /* seconds ahead of the start, or after the end (nudge) */
  gboolean wanted;    /* by the settings of now */
  const OneSent *row; /* (borrowed) for this start, else the youngest; NULL: none */
} OnePlanSlot;

/* (transfer full) of OnePlanSlot: those of the settings, always a start and a nudge, and those of
 * rows. `meeting`, `rows` (of OneSent): (nullable). Adds the rows that no slot has to `left`. */
GArray *one_plan_slot_list (const OneMeeting *meeting, const GPtrArray *rows,
                            const OneSettings *settings, GPtrArray *left);

/* The slot of a row; NULL if there is none. (transfer none) */
OnePlanSlot *one_plan_slot_find (const GArray *slots, const OneSent *row);
