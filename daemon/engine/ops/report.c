/* SPDX-License-Identifier: MIT */
#include "engine/ops/report.h"

void
one_explained_free (OneExplained *explained)
{
  g_free (explained->uid);
  g_free (explained->summary);
  g_free (explained->source);
  g_free (explained->reason);
  g_free (explained->person);
  g_free (explained->zone);
  g_array_unref (explained->occurrences);
  g_clear_pointer (&explained->reminders, g_array_unref);
  g_free (explained);
}

void
one_source_view_free (OneSourceView *view)
{
  g_free (view->path);
  g_free (view);
}

void
one_status_view_free (OneStatusView *view)
{
  g_strfreev (view->me);
  g_ptr_array_unref (view->sources);
  g_clear_pointer (&view->next, one_meeting_free);
  g_ptr_array_unref (view->troubles);
  g_free (view);
}
