/* SPDX-License-Identifier: MIT */
/* Answers one action or point: with the person's name, how old it is, whether it is overdue. For
 * several at once see promise-view-maker.h. */
#pragma once

#include "engine/base/base.h"
#include "engine/ops/answers/results.h"

OnePointView *one_promise_view_point (OneEngine *engine, const OnePoint *point, GError **error);
OneActionView *one_promise_view_action (OneEngine *engine, const OneAction *action, GError **error);

/* By id, "a12" or "p7". */
OnePromiseView *one_promise_view_get (OneEngine *engine, const char *id, GError **error);
