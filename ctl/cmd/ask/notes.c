/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/view/found-lines.h"

gboolean
one_notes_run (OneContext *context, GError **error)
{
  const char *who = one_args_word (context->args, 0);
  g_autoptr (GVariant) notes =
      one_context_list (context, "ListNotes", g_variant_new ("(s)", who), error);

  return notes && one_found_lines_print (context, "notes", notes, _ ("no notes"), error);
}
