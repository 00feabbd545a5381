/* SPDX-License-Identifier: MIT */
/* The system's zone data: rules that governments change, and that an update replaces. */
#pragma once

#include <glib.h>

/* Where it is: TZDIR, which libc and GLib heed too, else the usual place. (transfer full) */
char *one_zone_data_dup_folder (void);
