/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>

gboolean
one_undo_run (OneContext *context, GError **error)
{
  g_autoptr (GVariant) answer =
      one_context_call (context, "Undo", g_variant_new ("()"), "(s)", error);
  const char *what;

  if (!answer)
    return FALSE;
  g_variant_get (answer, "(&s)", &what);
  g_printerr (_ ("taken back: %s\n"), what);
  return TRUE;
}
