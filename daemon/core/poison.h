/* SPDX-License-Identifier: MIT */
/* Put in front of every file of this room: a decision gets the time as an argument, so reading the
 * clock here does not compile. */
#pragma once

#include <glib.h>

#pragma GCC poison time clock_gettime gettimeofday timespec_get ftime
#pragma GCC poison g_get_real_time g_get_monotonic_time g_get_current_time
#pragma GCC poison g_date_time_new_now g_date_time_new_now_local g_date_time_new_now_utc
#pragma GCC poison g_time_zone_new_local g_date_time_new_from_unix_local g_timer_new
