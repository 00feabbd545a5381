/* SPDX-License-Identifier: MIT */
#include "engine/ops/views.h"

void
one_action_view_free (OneActionView *view)
{
  one_action_free (view->action);
  g_free (view->person);
  g_free (view);
}

void
one_point_view_free (OnePointView *view)
{
  one_point_free (view->point);
  g_free (view->person);
  g_free (view);
}

void
one_promise_view_free (OnePromiseView *view)
{
  g_clear_pointer (&view->action, one_action_view_free);
  g_clear_pointer (&view->point, one_point_view_free);
  g_free (view);
}

void
one_person_view_free (OnePersonView *view)
{
  one_person_free (view->person);
  g_free (view);
}

void
one_coverage_row_free (OneCoverageRow *row)
{
  g_free (row->category);
  g_free (row->title);
  g_array_unref (row->cells);
  g_free (row);
}

void
one_coverage_free (OneCoverage *coverage)
{
  g_free (coverage->person);
  g_ptr_array_unref (coverage->rows);
  g_free (coverage);
}
