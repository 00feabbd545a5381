/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <glib/gi18n-lib.h>
#include "ctl/view/found-lines.h"

gboolean
one_search_run (OneContext *context, GError **error)
{
  g_autofree char *words = one_args_join (context->args, 0);
  g_autoptr (GVariant) hits =
      one_context_list (context, "Search", g_variant_new ("(s)", words), error);

  return hits && one_found_lines_print (context, "hits", hits, _ ("nothing found"), error);
}
