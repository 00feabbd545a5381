/* SPDX-License-Identifier: MIT */
/* Rows of the points that are asked at once, and how they get into the store. Inner part of the
 * room. */
#pragma once

#include "engine/reminders/reminders-calls.h"
#include "model/asking.h"

/* Writes the row with that state; to memory if the disk does not take it. */
void one_ask_rows_set (OneReminders *reminders, OneAsking *row, OneSentState state);
