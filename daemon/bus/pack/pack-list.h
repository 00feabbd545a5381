/* SPDX-License-Identifier: MIT */
/* Values to records, a{sv}, as org.oned.Oned1.xml describes them.
 *
 * Every pack function of this room returns a floating GVariant and keeps nothing of its argument. A
 * value that is unknown or empty is left out of its record. */
#pragma once

#include <glib.h>

typedef GVariant *(*OnePackFunc) (gconstpointer value);

/* aa{sv}: a record for each value. */
GVariant *one_pack_list (const GPtrArray *values, OnePackFunc pack);
