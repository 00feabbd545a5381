/* SPDX-License-Identifier: MIT */
/* Which calls of the kernel's the locked-in program may make, and which fail as their callers
 * expect. */
#pragma once

#include <seccomp.h>

/* 0, or a negative errno. What the filter is not told of it has to trap: cell/trap.h. */
int one_calls_fill (scmp_filter_ctx filter);
