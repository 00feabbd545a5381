/* SPDX-License-Identifier: MIT */
/* The promises for today, and the notification that they make. Inner part of the room. */
#pragma once

#include "core/plan/plan-morning.h"
#include "engine/reminders/reminders-calls.h"
#include "model/notice.h"

typedef struct {
  OneMorningDay day;
  OneMorning *row;    /* (owned, nullable) today's */
  GPtrArray *actions; /* (owned) of OneAction: mine that are open, and due today or later */
  OneNotice *notice;  /* (owned, nullable) NULL: nothing is to be told */
  GArray *said;       /* (owned) of gint64: ids of the actions that it tells */
} OnePromisesToday;

/* FALSE if the store does not answer. In both cases, clear it. */
gboolean one_promises_today_read (OneReminders *reminders, gint64 now, OnePromisesToday *today);

void one_promises_today_clear (OnePromisesToday *today);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OnePromisesToday, one_promises_today_clear)
