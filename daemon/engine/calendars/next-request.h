/* SPDX-License-Identifier: MIT */
/* Changed files -> what the reader is asked next. Inner part of the room. */
#pragma once

#include "edge/reader/reader-client.h"
#include "engine/base/base.h"

/* Takes the files of one source out of `dirty` (set of paths): if its file system hangs, so does
 * the reader that is to open it, and no other source is to wait for that. In order, so that the
 * reader finds the files of a folder together. (transfer full) */
OneRequest *one_next_request_take (const OneBase *base, GHashTable *dirty);
