/* SPDX-License-Identifier: MIT */
/* The changes that a page made, as a record: see bus/pack/pack-list.h. */
#pragma once

#include "engine/pages/page-report.h"

GVariant *one_pack_taken (const OnePageReport *taken);
