/* SPDX-License-Identifier: MIT */
#include "bus/pack-list.h"

GVariant *
one_pack_list (const GPtrArray *values, OnePackFunc pack)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < values->len; i++)
    g_variant_builder_add_value (&builder, pack (values->pdata[i]));
  return g_variant_builder_end (&builder);
}
