/* SPDX-License-Identifier: MIT */
/* "Who is what?": the people that were found, and what the titles of their meetings tell of them.
 */
#pragma once

#include "ctl/context.h"

/* Prints them with their roles, and beneath the commands for what the titles tell. Prints nothing
 * if nobody was found, or if oned cannot be asked. */
void one_who_print (OneContext *context);
