/* SPDX-License-Identifier: MIT */
/* What people and person have in common. */
#pragma once

#include "ctl/run.h"

/* Needs one_run_load_now. */
void one_people_print (OneRun *run, GVariant *person);
