/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

/* What the kernel's headers call a call of that number; "of no name" for one that they do not
 * know. */
const char *one_call_name (guint number);
