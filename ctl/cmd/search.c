/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/cmd/written.h"

gboolean
one_search_run (OneRun *run, GError **error)
{
  g_autofree char *words = one_args_join (run->args, 0);
  g_autoptr (GVariant) hits = one_run_list (run, "Search", g_variant_new ("(s)", words), error);

  return hits && one_written_print (run, "hits", hits, _ ("nothing found"), error);
}
