/* SPDX-License-Identifier: MIT */
/* Steps over the lines of an event that cannot tell anything, in strides of a block and not line by
 * line: two thirds of a calendar are descriptions, guests and alarms. */
#pragma once

#include "reader/scan/line-buffer.h"

/* Steps from where the next line begins over all lines that begin with no letter that matters (see
 * the .c), with the lines that continue them, as far as they are in the buffer. A line that is to
 * be cut is left to one_line_buffer_next. TRUE if it stepped over any. */
gboolean one_skip_lines (OneLineBuffer *buffer);
