/* SPDX-License-Identifier: MIT */
/* Answers many actions and points: with the person's name, how old they are, whether they are
 * overdue. The store is asked once about each person. */
#pragma once

#include "engine/base/base.h"
#include "engine/ops/answers/results.h"

typedef struct OnePromiseViewMaker OnePromiseViewMaker;

/* `base` is borrowed. It knows how things are now: keep it no longer than one answer takes. */
OnePromiseViewMaker *one_promise_view_maker_new (const OneBase *base);
void one_promise_view_maker_free (OnePromiseViewMaker *views);

/* The age counts the meetings held since the action was made. */
OneActionView *one_promise_view_maker_of_action (OnePromiseViewMaker *views,
                                                 const OneAction *action, GError **error);
OnePointView *one_promise_view_maker_of_point (OnePromiseViewMaker *views, const OnePoint *point,
                                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePromiseViewMaker, one_promise_view_maker_free)
