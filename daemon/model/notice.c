/* SPDX-License-Identifier: MIT */
#include "model/notice.h"

static const char *const keys[ONE_N_BUTTONS] = {
  [ONE_BUTTON_AGENDA] = "agenda", [ONE_BUTTON_SNOOZE] = "snooze",
  [ONE_BUTTON_JOIN] = "join",     [ONE_BUTTON_PLANNED] = "as-planned",
  [ONE_BUTTON_LOG] = "log",       [ONE_BUTTON_SKIPPED] = "skipped",
  [ONE_BUTTON_DONE] = "done",     [ONE_BUTTON_ASKED] = "asked",
  [ONE_BUTTON_LATER] = "later",
};

OneNotice *
one_notice_new (gint64 sent, OneStage stage)
{
  OneNotice *notice = g_new0 (OneNotice, 1);

  notice->sent = sent;
  notice->stage = stage;
  notice->tag = g_strdup ("");
  notice->summary = g_strdup ("");
  notice->body = g_strdup ("");
  notice->commands = g_strdup ("");
  notice->joined = g_strdup ("");
  notice->server = g_strdup ("");
  return notice;
}

OneNotice *
one_notice_dup (const OneNotice *notice)
{
  OneNotice *copy = g_memdup2 (notice, sizeof *notice);

  copy->tag = g_strdup (notice->tag);
  copy->summary = g_strdup (notice->summary);
  copy->body = g_strdup (notice->body);
  copy->commands = g_strdup (notice->commands);
  copy->joined = g_strdup (notice->joined);
  copy->server = g_strdup (notice->server);
  return copy;
}

void
one_notice_free (OneNotice *notice)
{
  g_free (notice->tag);
  g_free (notice->summary);
  g_free (notice->body);
  g_free (notice->commands);
  g_free (notice->joined);
  g_free (notice->server);
  g_free (notice);
}

void
one_notice_set_place (OneNotice *notice, const char *server, guint32 id)
{
  notice->replaces = id;
  g_free (notice->server);
  notice->server = g_strdup (server);
}

const char *
one_notice_button_key (OneButton button)
{
  g_return_val_if_fail ((guint) button < ONE_N_BUTTONS, "");
  return keys[button];
}

gboolean
one_notice_button_parse (const char *key, OneButton *button)
{
  for (guint i = 0; i < ONE_N_BUTTONS; i++)
    if (g_strcmp0 (key, keys[i]) == 0) {
      *button = (OneButton) i;
      return TRUE;
    }
  return FALSE;
}
