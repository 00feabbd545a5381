/* SPDX-License-Identifier: MIT */
/* As bus/pack, for what was taken over from a page. */
#pragma once

#include "bus/pack.h"
#include "engine/pages/page-report.h"

GVariant *one_pack_taken (const OnePageReport *taken);
