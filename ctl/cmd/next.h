/* SPDX-License-Identifier: MIT */
/* What next and setup have in common. */
#pragma once

#include "ctl/run.h"

/* The meeting coming up in one line, given; a sentence if there is none. `next` is what
 * one_run_get_next answers. */
char *one_next_dup_line (OneRun *run, GVariant *next);
