/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/cmd/written.h"

gboolean
one_notes_run (OneRun *run, GError **error)
{
  const char *who = one_args_word (run->args, 0);
  g_autoptr (GVariant) notes = one_run_list (run, "ListNotes", g_variant_new ("(s)", who), error);

  return notes && one_written_print (run, "notes", notes, _ ("no notes"), error);
}
