/* SPDX-License-Identifier: MIT */
/* Writes the notification of the promises that are due on a day. Pure. Tag, number and stage are
 * filled in; `replaces` and `server` are left to the caller. */
#pragma once

#include "core/notice/reminder-phrases.h"
#include "model/notice.h"
#include "model/promise.h"

/* Promises named in one notification; further ones are counted. */
#define ONE_PROMISE_TEXT_LINES 6

typedef struct {
  const OneAction *action; /* (borrowed) */
  const char *name;        /* (borrowed) to whom it was made; not empty */
} OnePromiseText;

/* `n` is at least 1; they come by the day they are due, which is `day` or, ahead of quiet days,
 * later. `can_open`: there is a one-on-one ahead with one of these people, whose page the button
 * opens. A single one can be ticked off, where it can be read. */
OneNotice *one_promise_text_compose (const OnePromiseText *promises, guint n, const GDate *day,
                                     gboolean can_open, const OneView *view);

/* A hash of what is shown, never 0. */
guint32 one_promise_text_get_look (const OneNotice *notice);
