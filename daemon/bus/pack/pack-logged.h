/* SPDX-License-Identifier: MIT */
/* The answer to a log, as a record: see bus/pack/pack-list.h. */
#pragma once

#include "engine/ops/answers/logged.h"

GVariant *one_pack_logged (const OneLogged *logged);
