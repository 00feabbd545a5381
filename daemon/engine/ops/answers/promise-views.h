/* SPDX-License-Identifier: MIT */
/* Promises as they are answered: with the name of the person, how old, whether overdue. What the
 * store knows of a person is asked once for all promises. */
#pragma once

#include "engine/base/base.h"
#include "engine/ops/answers/results.h"

typedef struct OnePromiseViews OnePromiseViews;

/* `base` is borrowed. As of now; keep it no longer than the answer takes. */
OnePromiseViews *one_promise_views_new (const OneBase *base);
void one_promise_views_free (OnePromiseViews *views);

/* The age counts from now, as of the next meeting: held since it was made. */
OneActionView *one_promise_views_of_action (OnePromiseViews *views, const OneAction *action,
                                            GError **error);
OnePointView *one_promise_views_of_point (OnePromiseViews *views, const OnePoint *point,
                                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePromiseViews, one_promise_views_free)
