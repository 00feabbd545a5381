/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-coverage.h"

#include "bus/pack/pack-category.h"

static void
pack_cell (OneRecord *record, const OneCoverageCell *cell)
{
  one_record_add_id (record, "meeting", 'm', cell->meeting);
  one_record_add_time (record, "start", cell->start);
  one_record_add_flag (record, "known", cell->known);
  one_record_add_flag (record, "touched", cell->touched);
  one_record_add_flag (record, "proposed", cell->proposed);
}

static void
pack_row (OneRecord *record, const OneCoverageRow *row)
{
  one_record_add_text (record, "category", row->category);
  one_record_add_text (record, "title", row->title);
  one_pack_category_add_neglect (record, &row->neglect);
  one_pack_category_add_limits (record, &row->limits);
  one_record_add_array (record, "history", row->cells, (OneRecordFunc) pack_cell);
}

void
one_pack_coverage (OneRecord *record, const OneCoverage *coverage)
{
  one_record_add_text (record, "person", coverage->person);
  one_record_add_count (record, "held", coverage->held);
  one_record_add_count (record, "unknown", coverage->unknown);
  one_record_add_list (record, "categories", coverage->rows, (OneRecordFunc) pack_row);
}
