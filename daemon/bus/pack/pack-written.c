/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-written.h"

#include "bus/pack/dict.h"

GVariant *
one_pack_written (const OneWrittenView *view)
{
  static const char letters[] = { [ONE_WRITTEN_POINT] = 'p', [ONE_WRITTEN_ACTION] = 'a' };
  static const char *const kinds[] = {
    [ONE_WRITTEN_NOTE] = "note",
    [ONE_WRITTEN_POINT] = "point",
    [ONE_WRITTEN_ACTION] = "action",
  };
  g_auto (GStrv) lines = g_strsplit (view->text, "\n", -1);
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_dict_add_text (&record, "kind", kinds[view->kind]);
  if (view->kind != ONE_WRITTEN_NOTE) {
    one_dict_add_id (&record, "id", letters[view->kind], view->id);
    one_dict_add_text (&record, "state", one_words_format_state (view->state));
  }
  one_dict_add_text (&record, "person", view->person);
  if (view->meeting > 0)
    one_dict_add_id (&record, "meeting", 'm', view->meeting);
  one_dict_add_time (&record, "at", view->at);
  one_dict_add_text (&record, "category", view->category);
  g_variant_dict_insert_value (&record, "lines",
                               g_variant_new_strv ((const char *const *) lines, -1));
  return g_variant_dict_end (&record);
}
