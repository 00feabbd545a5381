/* SPDX-License-Identifier: MIT */
/* Opens what may be a calendar file, and says what is wrong with it. Inner part of the room. */
#pragma once

#include <sys/stat.h>
#include "model/calendar/reading.h"

#define ONE_PLAIN_FILE_MAX_SIZE (256 << 20) /* bytes of a calendar file */

/* Opens `name` in a folder for reading, without following a link and without ever blocking. -1 with
 * errno. */
int one_plain_file_open (int folder, const char *name);

/* Why it cannot be opened, one clause (static). */
const char *one_plain_file_explain_errno (int error);

/* Why it cannot be read; NULL for a plain file of a bearable size. (static) */
const char *one_plain_file_explain (const struct stat *status);

OneStamp one_plain_file_stamp (const struct stat *status);
