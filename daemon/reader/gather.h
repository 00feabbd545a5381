/* SPDX-License-Identifier: MIT */
/* Walks a file once and gathers on the sheet what can matter. What was dropped is remembered by
 * place and UID, and fetched after all where the end of the file shows that it belongs to something
 * kept. */
#pragma once

#include "reader/filter.h"
#include "reader/sheet.h"
#include "reader/walk.h"

typedef struct OneGather OneGather;

OneGather *one_gather_new (const OneRequest *request);
/* Begins a file. FALSE if that was all: nothing in it can matter, and nothing is wrong with it. */
gboolean one_gather_begin (OneGather *gather, OneSource *source);
/* Fills the sheet, which has been begun, and says what is wrong with the file as a whole. */
void one_gather_file (OneGather *gather, OneSheet *sheet);
void one_gather_free (OneGather *gather);
