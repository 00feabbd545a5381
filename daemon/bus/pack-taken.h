/* SPDX-License-Identifier: MIT */
/* The changes that a page made, as a record: see bus/pack-list.h. */
#pragma once

#include "engine/taken.h"

GVariant *one_pack_taken (const OneTaken *taken);
