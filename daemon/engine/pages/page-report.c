/* SPDX-License-Identifier: MIT */
#include "engine/pages/page-report.h"

#include "model/base/trouble.h"
#include "model/page-line.h"
#include "store/notes.h"
#include "store/promises.h"
#include "store/touches.h"

OnePageReport *
one_page_report_new (void)
{
  OnePageReport *report = g_new0 (OnePageReport, 1);

  report->touched = g_ptr_array_new_with_free_func (g_free);
  report->prepared = g_ptr_array_new_with_free_func (g_free);
  report->actions = g_ptr_array_new_with_free_func (g_free);
  report->closed = g_ptr_array_new_with_free_func (g_free);
  report->left = g_ptr_array_new_with_free_func ((GDestroyNotify) one_trouble_free);
  return report;
}

/* The meeting's rows in the store: the user may have taken back what the page still says. */
typedef struct {
  GPtrArray *touches; /* (owned) of OneTouch */
  GPtrArray *notes;   /* (owned) of OneNote */
} Kept;

static gboolean
kept_has_touch (const Kept *kept, const char *category)
{
  for (guint i = 0; i < kept->touches->len; i++)
    if (g_str_equal (((OneTouch *) g_ptr_array_index (kept->touches, i))->category, category))
      return TRUE;
  return FALSE;
}

static gboolean
kept_has_note (const Kept *kept, gint64 id)
{
  for (guint i = 0; i < kept->notes->len; i++)
    if (((OneNote *) g_ptr_array_index (kept->notes, i))->id == id)
      return TRUE;
  return FALSE;
}

static gboolean
store_has_action (OneStore *store, gint64 id)
{
  g_autoptr (OneAction) action = one_promises_get_action (store, id, NULL);

  return action != NULL;
}

static void
add_line (OnePageReport *report, const OnePageLine *line, const Kept *kept, OneStore *store)
{
  gboolean there = TRUE;

  switch (line->kind) {
  case ONE_PAGE_CATEGORY:
    if (line->state != ONE_STATE_DONE)
      return;
    if (one_page_line_is_prepared (line))
      g_ptr_array_add (report->prepared, g_strdup (line->key));
    else if ((there = kept_has_touch (kept, line->key)))
      g_ptr_array_add (report->touched, g_strdup (line->key));
    break;
  case ONE_PAGE_PROMISE:
    if (line->state != ONE_STATE_OPEN)
      g_ptr_array_add (report->closed, g_strdup (line->key));
    break;
  case ONE_PAGE_ACTION:
    if (line->gone)
      return;
    if ((there = store_has_action (store, line->row)))
      g_ptr_array_add (report->actions, g_strdup_printf ("a%" G_GINT64_FORMAT, line->row));
    break;
  case ONE_PAGE_NOTE:
    if (!*line->text)
      return;
    if ((there = kept_has_note (kept, line->row)))
      report->notes++;
    break;
  }
  report->taken_back += !there;
}

gboolean
one_page_report_add_lines (OnePageReport *report, const GPtrArray *lines, OneStore *store,
                           GError **error)
{
  g_autoptr (GPtrArray) touches = one_touches_list (store, report->meeting->id, error);
  g_autoptr (GPtrArray) notes = touches ? one_notes_list (store, report->meeting->id, error) : NULL;
  Kept kept = { touches, notes };

  if (!notes)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    add_line (report, g_ptr_array_index (lines, i), &kept, store);
  return TRUE;
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
  g_ptr_array_unref (report->prepared);
  g_ptr_array_unref (report->actions);
  g_ptr_array_unref (report->closed);
  g_ptr_array_unref (report->left);
  g_clear_pointer (&report->meeting, one_meeting_free);
  g_free (report->path);
  g_free (report);
}
