/* SPDX-License-Identifier: MIT */
/* Handles a call that the filter traps (cell/calls.h). One newer than Linux 5.0 is not there: each
 * C library and GLib has another way for older kernels, so that an update of theirs does not end
 * all reading. An older one ends the program, and is named to the daemon. */
#pragma once

#include <glib.h>

/* Before the filter is loaded. `call`, kept for good, gets one more than the number of the call
 * that the program is killed for (SIGSYS), should that come to pass. */
void one_trap_set (guint *call);
