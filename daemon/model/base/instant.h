/* SPDX-License-Identifier: MIT */
/* Lengths of time, in seconds: instants are UTC seconds. A day here is 24 hours; the days of a
 * calendar, which the changes of summer time make longer or shorter, are in model/base/day.h. */
#pragma once

#define ONE_MINUTE 60
#define ONE_HOUR (60 * ONE_MINUTE)
#define ONE_DAY (24 * ONE_HOUR)
#define ONE_WEEK (7 * ONE_DAY)
