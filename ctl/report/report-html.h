/* SPDX-License-Identifier: MIT */
/* The report: one page of HTML that needs neither scripts nor the network, in light, in dark and on
 * paper. */
#pragma once

#include "ctl/report/report-span.h"

/* `people` are chronicle records. (transfer full) */
char *one_report_html_format (GVariant *people, const OneReportSpan *span);
