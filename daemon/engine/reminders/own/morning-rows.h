/* SPDX-License-Identifier: MIT */
/* States of the rows of mornings, and how they get into the store. Inner part of the room. */
#pragma once

#include "engine/reminders/reminders-calls.h"
#include "model/morning.h"

/* Writes the row with that state; to memory if the disk does not take it. */
void one_morning_rows_set (OneReminders *reminders, OneMorning *row, OneSentState state);
