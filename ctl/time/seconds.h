/* SPDX-License-Identifier: MIT */
/* Spans of time, in seconds. A local day may be an hour longer or shorter than ONE_DAY. */
#pragma once

#define ONE_MINUTE 60
#define ONE_HOUR (60 * ONE_MINUTE)
#define ONE_DAY (24 * ONE_HOUR)
