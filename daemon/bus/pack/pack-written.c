/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-written.h"

void
one_pack_written (OneRecord *record, const OneWrittenView *view)
{
  static const char letters[] = { [ONE_WRITTEN_POINT] = 'p', [ONE_WRITTEN_ACTION] = 'a' };
  static const char *const kinds[] = {
    [ONE_WRITTEN_NOTE] = "note",
    [ONE_WRITTEN_POINT] = "point",
    [ONE_WRITTEN_ACTION] = "action",
  };
  g_auto (GStrv) lines = g_strsplit (view->text, "\n", -1);

  one_record_add_text (record, "kind", kinds[view->kind]);
  if (view->kind != ONE_WRITTEN_NOTE) {
    one_record_add_id (record, "id", letters[view->kind], view->id);
    one_record_add_text (record, "state", one_words_format_state (view->state));
  }
  one_record_add_text (record, "person", view->person);
  if (view->meeting > 0)
    one_record_add_id (record, "meeting", 'm', view->meeting);
  one_record_add_time (record, "at", view->at);
  one_record_add_text (record, "category", view->category);
  one_record_add_texts (record, "lines", (const char *const *) lines, -1);
}
