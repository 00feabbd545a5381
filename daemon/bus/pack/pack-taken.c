/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-taken.h"

#include "bus/pack/pack-meeting.h"
#include "bus/pack/pack-status.h"

void
one_pack_taken (OneRecord *record, const OnePageReport *taken)
{
  const struct {
    const char *key;
    const GPtrArray *texts;
  } lists[] = {
    { "touched", taken->touched },
    { "prepared", taken->prepared },
    { "actions", taken->actions },
    { "closed", taken->closed },
  };

  one_record_add_record (record, "meeting", taken->meeting, (OneRecordFunc) one_pack_meeting);
  one_record_add_text (record, "path", taken->path);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i].texts->len > 0)
      one_record_add_texts (record, lists[i].key, (const char *const *) lists[i].texts->pdata,
                            (gssize) lists[i].texts->len);
  if (taken->left->len > 0)
    one_record_add_list (record, "left", taken->left, (OneRecordFunc) one_pack_status_trouble);
  one_record_add_count (record, "notes", taken->notes);
  one_record_add_count (record, "taken_back", taken->taken_back);
  one_record_add_count (record, "changes", taken->changes);
}
