/* SPDX-License-Identifier: MIT */
#include "ctl/report/chronicle.h"

#include "ctl/time/parse-when.h"

static gboolean
chronicle_get_since (OneContext *context, gint64 *since, GError **error)
{
  const char *text = one_args_get (context->args, "since");

  *since = 0;
  if (!text)
    return TRUE;
  if (one_parse_when_is_day (text) && !one_context_load_now (context, error))
    return FALSE;
  return one_parse_when_past_instant (text, context->now, context->zone, since, error);
}

GVariant *
one_chronicle_get (OneContext *context, const char *category, gint64 *since, GError **error)
{
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);

  if (!chronicle_get_since (context, since, error))
    return NULL;
  if (*category)
    g_variant_dict_insert (options, "category", "s", category);
  return one_context_list (context, "GetChronicle",
                           g_variant_new ("(sx@a{sv})", one_args_word (context->args, 0), *since,
                                          g_variant_dict_end (options)),
                           error);
}
