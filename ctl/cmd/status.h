/* SPDX-License-Identifier: MIT */
/* What status and explain have in common. */
#pragma once

#include "ctl/run.h"

/* Each with the place, what is wrong and how to mend it; nothing if there are none. Needs
 * one_run_load_now. */
void one_status_print_troubles (OneRun *run, GVariant *troubles);
