/* SPDX-License-Identifier: MIT */
/* What a reminder says, in the user's language and zone. Pure. The tag, row and stage are filled
 * in; `replaces` and `server` are the caller's. */
#pragma once

#include <glib.h>
#include "model/agenda.h"
#include "model/meeting.h"
#include "model/notice.h"

typedef struct {
  const OneMeeting *meeting; /* (borrowed) */
  const OneAgenda *agenda;   /* (borrowed, nullable) */
  const char *name;          /* (borrowed) what the user calls the other one */
  gint64 sent;               /* of its row */
  OneStage stage;
  gint64 moved_from; /* UTC seconds; 0: it was not moved */
} OneOccasion;

typedef struct {
  GTimeZone *zone; /* (borrowed) the user's */
  gint64 now;      /* UTC seconds */
  gboolean hidden; /* private mode or a locked session: no names, no text */
} OneView;

/* One reminder: prep and start bring the agenda, nudge asks what was covered. */
OneNotice *one_notice_compose (const OneOccasion *occasion, const OneView *view);

/* Several that are due at once; the first one is the one that the notification stands for. `n` is
 * at least 1; 1 is one_notice_compose. */
OneNotice *one_notice_merge (const OneOccasion *occasions, guint n, const OneView *view);

/* One of no meeting, to see whether notifications are shown at all. */
OneNotice *one_notice_try (void);

/* The line in place of a reminder on screen: cancelled, or declined by me or by the other. */
OneNotice *one_notice_tell (const OneOccasion *occasion, const OneView *view);
