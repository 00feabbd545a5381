/* SPDX-License-Identifier: MIT */
/* The beginning of the report, for who meets several people: whose subjects are neglected, which
 * promises are late, who was not met for long, which meetings clash. */
#pragma once

#include "ctl/report/report-span.h"

#define ONE_OVERVIEW_LONG (28 * 24 * 3600) /* seconds without a meeting that are long */

/* `people` are chronicle records; adds nothing for fewer than two. */
void one_overview_add (GString *html, GVariant *people, const OneReportSpan *span);
