/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>

gboolean
one_ignore_run (OneContext *context, GError **error)
{
  const char *uid = one_args_word (context->args, 0);
  g_autoptr (GVariant) answer =
      one_context_call (context, "Ignore", g_variant_new ("(s)", uid), "()", error);

  if (!answer)
    return FALSE;
  g_printerr (_ ("no longer taken for a one-on-one: 'onectl track %s --person ADDRESS' takes that "
                 "back\n"),
              uid);
  return TRUE;
}
