/* SPDX-License-Identifier: MIT */
/* Walks a file once and gathers on the context what can matter. What was dropped is remembered by
 * place and UID, and fetched after all where the end of the file shows that it belongs to something
 * kept. */
#pragma once

#include "reader/parse/file-context.h"
#include "reader/scan/filter.h"
#include "reader/scan/walk.h"

typedef struct OneCollect OneCollect;

OneCollect *one_collect_new (const OneRequest *request);
/* Begins a file. FALSE if that was all: nothing in it can matter, and nothing is wrong with it. */
gboolean one_collect_begin (OneCollect *collect, OneBytes *bytes);
/* Fills the context, which has been begun, and says what is wrong with the file as a whole. */
void one_collect_file (OneCollect *collect, OneFileContext *context);
void one_collect_free (OneCollect *collect);
