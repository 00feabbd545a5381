/* SPDX-License-Identifier: MIT */
#include "edge/notify/notify-text.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *name;
  OneNotifyText bit;
} capabilities_known[] = {
  { "body", ONE_NOTIFY_TEXT_BODY },
  { "body-markup", ONE_NOTIFY_TEXT_MARKUP },
  { "actions", ONE_NOTIFY_TEXT_ACTIONS },
};

guint
one_notify_text_parse (const char *const *capabilities)
{
  guint abilities = 0;

  for (guint i = 0; i < G_N_ELEMENTS (capabilities_known); i++)
    if (g_strv_contains (capabilities, capabilities_known[i].name))
      abilities |= capabilities_known[i].bit;
  return abilities;
}

/* Joins the texts that are not empty, with line breaks. (transfer full) */
static char *
text_join (const char *first, const char *second, const char *third)
{
  const char *parts[] = { first, second, third };
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (!*parts[i])
      continue;
    if (joined->len > 0)
      g_string_append_c (joined, '\n');
    g_string_append (joined, parts[i]);
  }
  return g_string_free (joined, FALSE);
}

static const char *
text_commands (const OneNotice *notice, guint abilities)
{
  return abilities & ONE_NOTIFY_TEXT_ACTIONS ? "" : notice->commands;
}

char *
one_notify_text_dup_summary (const OneNotice *notice, guint abilities)
{
  g_autofree char *all = NULL;
  g_auto (GStrv) lines = NULL;

  if (abilities & ONE_NOTIFY_TEXT_BODY)
    return g_strdup (notice->summary);
  all = text_join (notice->summary, notice->body, text_commands (notice, abilities));
  lines = g_strsplit (all, "\n", -1);
  return g_strjoinv (" · ", lines);
}

/* Quotes mean nothing outside of tags, and not every server knows "&apos;". */
static char *
text_escape (const char *text)
{
  GString *escaped = g_string_new (text);

  g_string_replace (escaped, "&", "&amp;", 0);
  g_string_replace (escaped, "<", "&lt;", 0);
  g_string_replace (escaped, ">", "&gt;", 0);
  return g_string_free (escaped, FALSE);
}

char *
one_notify_text_dup_body (const OneNotice *notice, guint abilities)
{
  g_autofree char *body = NULL;

  if (!(abilities & ONE_NOTIFY_TEXT_BODY))
    return g_strdup ("");
  body = text_join (notice->body, text_commands (notice, abilities), "");
  if (abilities & ONE_NOTIFY_TEXT_MARKUP)
    return text_escape (body);
  return g_steal_pointer (&body);
}

char *
one_notify_text_dup_label (const OneNotice *notice, OneButton button)
{
  switch (button) {
  case ONE_BUTTON_AGENDA:
    return g_strdup (_ ("Agenda"));
  case ONE_BUTTON_SNOOZE:
    return g_strdup (_ ("Snooze"));
  case ONE_BUTTON_JOIN:
    return *notice->joined ? g_strdup_printf (_ ("Join %s"), notice->joined)
                           : g_strdup (_ ("Join"));
  case ONE_BUTTON_PLANNED:
    return g_strdup (_ ("As planned"));
  case ONE_BUTTON_LOG:
    return g_strdup (_ ("Log"));
  case ONE_BUTTON_SKIPPED:
    return g_strdup (_ ("Did not happen"));
  case ONE_BUTTON_DONE:
    return g_strdup (_ ("Done"));
  case ONE_BUTTON_ASKED:
    return g_strdup (_ ("Asked"));
  case ONE_BUTTON_LATER:
    return g_strdup (_ ("Later"));
  }
  g_return_val_if_reached (NULL);
}

gboolean
one_notify_text_get_default (const OneNotice *notice, OneButton *button)
{
  OneButton first = notice->stage == ONE_STAGE_NUDGE ? ONE_BUTTON_LOG : ONE_BUTTON_AGENDA;
  OneButton second = notice->stage == ONE_STAGE_NUDGE ? ONE_BUTTON_AGENDA : ONE_BUTTON_LOG;

  if (!(notice->buttons & (1u << first | 1u << second)))
    return FALSE;
  *button = notice->buttons & 1u << first ? first : second;
  return TRUE;
}

gboolean
one_notify_text_find_button (const OneNotice *notice, const char *key, OneButton *button)
{
  OneButton found;

  if (g_str_equal (key, "default"))
    return one_notify_text_get_default (notice, button);
  if (!one_notice_button_parse (key, &found) || !(notice->buttons & 1u << found))
    return FALSE;
  *button = found;
  return TRUE;
}
