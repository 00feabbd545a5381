/* SPDX-License-Identifier: MIT */
/* Most files of a folder are one event that happens once. This looks at the first letters of their
 * lines, and that is all that has to be done with them. */
#pragma once

#include <glib.h>

/* TRUE only if these bytes are all of a well-formed file in which nothing recurs. It errs towards
 * FALSE only. After them there is room for a block (ends.h), which may be looked at. */
gboolean one_plain_file_is (const char *bytes, gsize length);
