/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-coverage.h"

#include "bus/pack/dict.h"
#include "bus/pack/pack-category.h"
#include "bus/pack/pack-list.h"

static GVariant *
pack_row (const OneCoverageRow *row)
{
  GVariantBuilder history;
  GVariantDict record;

  g_variant_builder_init (&history, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < row->cells->len; i++) {
    const OneCoverageCell *cell = &g_array_index (row->cells, OneCoverageCell, i);
    GVariantDict one;

    g_variant_dict_init (&one, NULL);
    one_dict_add_id (&one, "meeting", 'm', cell->meeting);
    one_dict_add_time (&one, "start", cell->start);
    g_variant_dict_insert (&one, "known", "b", cell->known);
    g_variant_dict_insert (&one, "touched", "b", cell->touched);
    g_variant_dict_insert (&one, "proposed", "b", cell->proposed);
    g_variant_builder_add_value (&history, g_variant_dict_end (&one));
  }
  g_variant_dict_init (&record, NULL);
  one_dict_add_text (&record, "category", row->category);
  one_dict_add_text (&record, "title", row->title);
  one_pack_category_add_neglect (&record, &row->neglect);
  one_pack_category_add_limits (&record, &row->limits);
  g_variant_dict_insert_value (&record, "history", g_variant_builder_end (&history));
  return g_variant_dict_end (&record);
}

GVariant *
one_pack_coverage (const OneCoverage *coverage)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_dict_add_text (&record, "person", coverage->person);
  g_variant_dict_insert (&record, "held", "u", coverage->held);
  g_variant_dict_insert (&record, "unknown", "u", coverage->unknown);
  g_variant_dict_insert_value (&record, "categories",
                               one_pack_list (coverage->rows, (OnePackFunc) pack_row));
  return g_variant_dict_end (&record);
}
