/* SPDX-License-Identifier: MIT */
/* The lines about a person, for people and person. */
#pragma once

#include "ctl/context.h"

/* Prints the name, the role, the addresses and the figures. Needs one_context_load_now. */
void one_person_lines_print (OneContext *context, GVariant *person);
