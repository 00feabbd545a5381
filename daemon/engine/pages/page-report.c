/* SPDX-License-Identifier: MIT */
#include "engine/pages/page-report.h"

#include "model/page-line.h"
#include "model/trouble.h"

OnePageReport *
one_page_report_new (void)
{
  OnePageReport *report = g_new0 (OnePageReport, 1);

  report->touched = g_ptr_array_new_with_free_func (g_free);
  report->actions = g_ptr_array_new_with_free_func (g_free);
  report->closed = g_ptr_array_new_with_free_func (g_free);
  report->left = g_ptr_array_new_with_free_func ((GDestroyNotify) one_trouble_free);
  return report;
}

static void
add_line (OnePageReport *report, const OnePageLine *line)
{
  switch (line->kind) {
  case ONE_PAGE_CATEGORY:
    if (line->state == ONE_STATE_DONE)
      g_ptr_array_add (report->touched, g_strdup (line->key));
    return;
  case ONE_PAGE_PROMISE:
    if (line->state != ONE_STATE_OPEN)
      g_ptr_array_add (report->closed, g_strdup (line->key));
    return;
  case ONE_PAGE_ACTION:
    if (!line->gone)
      g_ptr_array_add (report->actions, g_strdup_printf ("a%" G_GINT64_FORMAT, line->row));
    return;
  case ONE_PAGE_NOTE:
    report->notes += *line->text != '\0';
    return;
  }
}

void
one_page_report_add_lines (OnePageReport *report, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    add_line (report, g_ptr_array_index (lines, i));
}

void
one_page_report_add_left (OnePageReport *report, const GPtrArray *left)
{
  for (guint i = 0; i < left->len; i++) {
    const OnePageLeft *one = g_ptr_array_index (left, i);
    g_autofree char *what = one_page_left_format (one);

    g_ptr_array_add (report->left, one_trouble_new (report->path, one->line, what));
  }
}

void
one_page_report_free (OnePageReport *report)
{
  g_ptr_array_unref (report->touched);
  g_ptr_array_unref (report->actions);
  g_ptr_array_unref (report->closed);
  g_ptr_array_unref (report->left);
  g_clear_pointer (&report->meeting, one_meeting_free);
  g_free (report->path);
  g_free (report);
}
