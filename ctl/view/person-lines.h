/* SPDX-License-Identifier: MIT */
/* What people and person have in common. */
#pragma once

#include "ctl/context.h"

/* Needs one_context_load_now. */
void one_person_lines_print (OneContext *context, GVariant *person);
