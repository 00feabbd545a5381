/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

/* The name that the kernel's headers give a call of that number; "of no name" if they have none. */
const char *one_call_name (guint number);
