/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-list.h"

GVariant *
one_pack_list (const GPtrArray *values, OnePackFunc pack)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < values->len; i++) {
    GVariant *record = pack (values->pdata[i]);

    /* Makes one piece of it; as a tree it would take twenty times as much. */
    g_variant_get_data (record);
    g_variant_builder_add_value (&builder, record);
  }
  return g_variant_builder_end (&builder);
}
