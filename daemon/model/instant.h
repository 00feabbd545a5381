/* SPDX-License-Identifier: MIT */
/* Lengths of time, in seconds: instants are UTC seconds. A day here is 24 hours; the days of a
 * calendar, which the changes of summer time make longer or shorter, are in model/day.h. */
#pragma once

#define ONE_INSTANT_MINUTE 60
#define ONE_INSTANT_HOUR (60 * ONE_INSTANT_MINUTE)
#define ONE_INSTANT_DAY (24 * ONE_INSTANT_HOUR)
#define ONE_INSTANT_WEEK (7 * ONE_INSTANT_DAY)
