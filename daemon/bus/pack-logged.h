/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/ops/answers/logged.h"

GVariant *one_pack_logged (const OneLogged *logged);
