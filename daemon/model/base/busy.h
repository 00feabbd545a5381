/* SPDX-License-Identifier: MIT */
/* A length of time that a meeting takes: [start, end), UTC seconds. */
#pragma once

#include <glib.h>

typedef struct {
  gint64 start;
  gint64 end;
} OneBusy;
