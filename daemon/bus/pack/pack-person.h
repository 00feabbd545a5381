/* SPDX-License-Identifier: MIT */
/* A person, as a record: see bus/pack/pack-list.h. */
#pragma once

#include "engine/ops/answers/results.h"

GVariant *one_pack_person (const OnePersonView *view);
