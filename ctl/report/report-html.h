/* SPDX-License-Identifier: MIT */
/* The report: one page of HTML that needs neither scripts nor the network, in light, in dark and on
 * paper. */
#pragma once

#include <glib.h>

typedef struct {
  gint64 since; /* UTC seconds; 0 for the beginning */
  gint64 now;
  GTimeZone *zone; /* (borrowed) */
} OneReportSpan;

/* `people` are chronicle records. (transfer full) */
char *one_report_html_format (GVariant *people, const OneReportSpan *span);
