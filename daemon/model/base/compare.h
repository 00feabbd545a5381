/* SPDX-License-Identifier: MIT */
/* Compares numbers for sorting: below 0, 0 or above 0, as strcmp does with texts. */
#pragma once

#include <glib.h>

static inline int
one_compare_int64 (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}
