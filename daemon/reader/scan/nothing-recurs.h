/* SPDX-License-Identifier: MIT */
/* The fast path: most files of a folder are one event that happens once. A look at the first
 * letters of their lines tells so, and they need nothing else. */
#pragma once

#include <glib.h>

/* TRUE only if these bytes are all of a well-formed file in which nothing recurs. It errs towards
 * FALSE only. After them there is room for a block (scan/newlines.h), which may be looked at. */
gboolean one_nothing_recurs (const char *bytes, gsize length);
