/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-taken.h"

#include "bus/pack/dict.h"
#include "bus/pack/pack-list.h"
#include "bus/pack/pack-meeting.h"
#include "bus/pack/pack-status.h"

GVariant *
one_pack_taken (const OnePageReport *taken)
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
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  g_variant_dict_insert_value (&record, "meeting", one_pack_meeting (taken->meeting));
  one_dict_add_text (&record, "path", taken->path);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i].texts->len > 0)
      g_variant_dict_insert_value (&record, lists[i].key,
                                   g_variant_new_strv ((const char *const *) lists[i].texts->pdata,
                                                       (gssize) lists[i].texts->len));
  if (taken->left->len > 0)
    g_variant_dict_insert_value (
        &record, "left", one_pack_list (taken->left, (OnePackFunc) one_pack_status_trouble));
  g_variant_dict_insert (&record, "notes", "u", taken->notes);
  g_variant_dict_insert (&record, "taken_back", "u", taken->taken_back);
  g_variant_dict_insert (&record, "changes", "u", taken->changes);
  return g_variant_dict_end (&record);
}
