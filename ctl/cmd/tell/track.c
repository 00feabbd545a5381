/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "wire/error.h"

gboolean
one_track_run (OneContext *context, GError **error)
{
  const char *uid = one_args_word (context->args, 0);
  const char *address = one_args_get (context->args, "person");
  g_autoptr (GVariant) answer = NULL;

  if (!address) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID,
                 _ ("say whom it is with: onectl track %s --person ADDRESS"), uid);
    return FALSE;
  }
  answer = one_context_call (context, "Track", g_variant_new ("(ss)", uid, address), "()", error);
  if (!answer)
    return FALSE;
  g_printerr (_ ("taken for a one-on-one with %s from now on\n"), address);
  return TRUE;
}
