/* SPDX-License-Identifier: MIT */
/* A checksum of 64 bits against accidents, such as flipped bits; it is no defence against malice.
 */
#pragma once

#include <glib.h>

guint64 one_checksum (const guint8 *bytes, gsize size);
