/* SPDX-License-Identifier: MIT */
/* A number that is another when a bit of the bytes is; against accidents, not against malice. */
#pragma once

#include <glib.h>

guint64 one_checksum (const guint8 *bytes, gsize size);
