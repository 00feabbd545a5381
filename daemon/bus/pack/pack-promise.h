/* SPDX-License-Identifier: MIT */
/* Actions and points, as records: see bus/pack/pack-list.h. */
#pragma once

#include "engine/ops/answers/results.h"

GVariant *one_pack_promise_action (const OneActionView *view);
GVariant *one_pack_promise_point (const OnePointView *view);
GVariant *one_pack_promise (const OnePromiseView *view);
