/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/find-series.h"

gboolean
one_ignore_run (OneContext *context, GError **error)
{
  const char *word = one_args_word (context->args, 0);
  g_autoptr (GError) unknown = NULL;
  g_autofree char *uid = g_strdup (word);
  g_autoptr (GVariant) answer =
      one_context_call (context, "Ignore", g_variant_new ("(s)", uid), "()", &unknown);

  if (!answer && one_find_series_is_unknown (unknown)) {
    g_free (uid);
    uid = one_find_series_dup_uid (context, word, error);
    if (!uid)
      return FALSE;
    answer = one_context_call (context, "Ignore", g_variant_new ("(s)", uid), "()", error);
  } else if (!answer)
    g_propagate_error (error, g_steal_pointer (&unknown));
  if (!answer)
    return FALSE;
  g_printerr (_ ("no longer taken for a one-on-one: 'onectl track %s --person ADDRESS' takes that "
                 "back\n"),
              uid);
  return TRUE;
}
