/* SPDX-License-Identifier: MIT */
/* Sources by the names under which their owner knows them. */
#pragma once

#include "engine/base/base.h"

/* The name of the source that a file is in; "" for a file of none. (transfer full) */
char *one_source_name_dup (const OneBase *base, const char *path);

/* Asks for what is known of the sources of that name, in any case. FALSE if there is none. */
gboolean one_source_name_add (const OneBase *base, const char *name, OneRequest *request);
