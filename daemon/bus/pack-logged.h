/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/ops/logged.h"

GVariant *one_pack_logged (const OneLogged *logged);
