/* SPDX-License-Identifier: MIT */
/* Lengths of time, in seconds. */
#pragma once

#define ONE_DAY (24 * 60 * 60)
#define ONE_WEEK (7 * ONE_DAY)
