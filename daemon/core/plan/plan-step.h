/* SPDX-License-Identifier: MIT */
/* One step of a plan, and what its row and its notification become by it. */
#pragma once

#include <glib.h>
#include "model/reminder.h"

/* "The row" is row `sent`, or a new one if that is 0. "The call" is the one that shows a notice.
 *
 * SHOW    The row is an intent (with start, until 0) before the call; shown, with server and id,
 *         after it. The notice takes the place of the notification of row `replaces`, which is
 *         superseded (and loses its id if it is of another start).
 * REPLACE The row is an intent before the call; after it shown, or snoozed until `until` if that
 *         is not 0. In the place of the notification of row `replaces` it says where the meeting
 *         was moved from.
 * REFRESH The row stays as it is, but has its new look after the call. Its notification is shown
 *         again in its place, quietly, because what it says has changed.
 * TELL    The row is superseded. Its notification now says that the meeting will not be.
 * CLOSE   The row is superseded. Its notification goes.
 * PASS    The row is superseded. Nothing of it is on the screen.
 *
 * An intent leaves server and id as they are: they tell what it takes the place of. An intent or a
 * snoozed row that is superseded loses its id: superseded without an id means never shown. TELL,
 * CLOSE and PASS leave start, server and id of other rows as they are. */
typedef enum {
  ONE_STEP_SHOW,
  ONE_STEP_REPLACE,
  ONE_STEP_REFRESH,
  ONE_STEP_TELL,
  ONE_STEP_CLOSE,
  ONE_STEP_PASS,
} OneStepKind;

typedef struct {
  OneStepKind kind;
  gint64 meeting;
  OneStage stage;
  gint64 lead;         /* of a prep, as in its row; else 0 */
  gint64 sent;         /* id of its row; 0: none yet */
  gint64 start;        /* to be written in the row, UTC seconds */
  guint32 fingerprint; /* SHOW, REPLACE, REFRESH: to be written in the row once it is shown */
  gint64 until;        /* REPLACE only, UTC seconds; 0: none */
  gint64 moved_from;   /* the start last announced to the user, if another; else 0 */
  gint64 replaces; /* SHOW, REPLACE: id of the row whose notification it takes the place of; or 0 */
  guint group;     /* SHOW only: steps of the same group, not 0, are one notification. The first
                      of them names it (its tag); the rows of the others are intents with it, and
                      shown with its server and id after it. From then on each goes its own way. */
} OneStep;
