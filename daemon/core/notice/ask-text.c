/* SPDX-License-Identifier: MIT */
#include "core/notice/ask-text.h"

#include <glib/gi18n-lib.h>
#include "core/notice/agenda-lines.h"
#include "model/asking.h"

#define NAME 40  /* columns of the name */
#define TEXT 240 /* … and of the question, which may fill some lines */

OneNotice *
one_ask_text_compose (const OnePoint *point, const char *name, const OneView *view)
{
  OneNotice *notice = one_notice_new (one_asking_get_number (point->id), ONE_STAGE_PREP);
  g_autofree char *short_name = one_agenda_lines_cut (name, NAME);

  g_free (notice->tag);
  notice->tag = g_strdup_printf ("oned-ask-p%" G_GINT64_FORMAT, point->id);
  g_free (notice->summary);
  notice->summary = view->hidden ? g_strdup (_ ("You wanted to ask somebody something"))
                                 : g_strdup_printf (_ ("Ask %s"), short_name);
  g_free (notice->body);
  notice->body = view->hidden ? g_strdup (_ ("Names and subjects are hidden."))
                              : one_agenda_lines_cut (point->text, TEXT);
  g_free (notice->commands);
  notice->commands = g_strdup_printf ("onectl done p%" G_GINT64_FORMAT, point->id);
  notice->buttons = 1u << ONE_BUTTON_LATER;
  if (!view->hidden)
    notice->buttons |= 1u << ONE_BUTTON_ASKED;
  return notice;
}

guint32
one_ask_text_get_look (const OneNotice *notice)
{
  g_autofree char *all =
      g_strdup_printf ("%s\n%s\n%u", notice->summary, notice->body, notice->buttons);
  guint32 look = g_str_hash (all);

  return look != 0 ? look : 1;
}
