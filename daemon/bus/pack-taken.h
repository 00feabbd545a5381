/* SPDX-License-Identifier: MIT */
/* What the user wrote on a page, as a record: see bus/pack-list.h. */
#pragma once

#include "engine/taken.h"

GVariant *one_pack_taken (const OneTaken *taken);
