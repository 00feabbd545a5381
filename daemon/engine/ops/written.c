/* SPDX-License-Identifier: MIT */
#include "engine/ops/written.h"

void
one_written_view_free (OneWrittenView *view)
{
  g_free (view->person);
  g_free (view->category);
  g_free (view->text);
  g_free (view);
}
