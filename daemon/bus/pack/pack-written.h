/* SPDX-License-Identifier: MIT */
/* A note, a point or an action that was found again, as a record: see bus/pack/pack-list.h. */
#pragma once

#include "engine/ops/answers/results.h"

GVariant *one_pack_written (const OneWrittenView *view);
