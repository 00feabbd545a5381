/* SPDX-License-Identifier: MIT */
/* Names of system calls, for the sentence that says which one a child was stopped at. */
#pragma once

#include <glib.h>

/* The name that the kernel's headers give a call of that number; "of no name" if they have none. */
const char *one_call_name (guint number);
