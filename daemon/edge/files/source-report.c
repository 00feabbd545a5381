/* SPDX-License-Identifier: MIT */
#include "edge/files/source-report.h"

void
one_source_report_free (OneSourceReport *report)
{
  g_free (report->path);
  g_free (report);
}
