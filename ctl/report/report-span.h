/* SPDX-License-Identifier: MIT */
/* The time that a report is about. */
#pragma once

#include <glib.h>

typedef struct {
  gint64 since; /* UTC seconds; 0 for the beginning */
  gint64 now;
  GTimeZone *zone; /* (borrowed) */
} OneReportSpan;
