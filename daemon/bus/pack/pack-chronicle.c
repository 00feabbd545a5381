/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-chronicle.h"

#include "bus/pack/dict.h"
#include "bus/pack/pack-coverage.h"
#include "bus/pack/pack-list.h"
#include "bus/pack/pack-meeting.h"
#include "bus/pack/pack-promise.h"

static GVariant *
pack_note (const OneChronicleNote *note)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_dict_add_text (&record, "category", note->category);
  one_dict_add_text (&record, "text", note->text);
  one_dict_add_time (&record, "created", note->created);
  return g_variant_dict_end (&record);
}

static GVariant *
pack_entry (const OneChronicleEntry *entry)
{
  g_autoptr (GVariant) meeting = g_variant_ref_sink (one_pack_meeting (entry->meeting));
  GVariantDict record;

  g_variant_dict_init (&record, meeting);
  g_variant_dict_insert_value (&record, "touched",
                               g_variant_new_strv ((const char *const *) entry->touched->pdata,
                                                   (gssize) entry->touched->len));
  g_variant_dict_insert_value (&record, "notes",
                               one_pack_list (entry->notes, (OnePackFunc) pack_note));
  return g_variant_dict_end (&record);
}

/* Adds the instant at which it was closed. */
static GVariant *
pack_action (const OneActionView *view)
{
  g_autoptr (GVariant) action = g_variant_ref_sink (one_pack_promise_action (view));
  GVariantDict record;

  g_variant_dict_init (&record, action);
  one_dict_add_time (&record, "closed", view->action->closed);
  return g_variant_dict_end (&record);
}

static GVariant *
pack_point (const OnePointView *view)
{
  g_autoptr (GVariant) point = g_variant_ref_sink (one_pack_promise_point (view));
  GVariantDict record;

  g_variant_dict_init (&record, point);
  one_dict_add_time (&record, "closed", view->point->closed);
  return g_variant_dict_end (&record);
}

GVariant *
one_pack_chronicle (const OneChronicle *chronicle)
{
  g_autoptr (GVariant) coverage = g_variant_ref_sink (one_pack_coverage (chronicle->coverage));
  GVariantDict record;

  g_variant_dict_init (&record, coverage);
  one_dict_add_text (&record, "role", one_words_format_role (chronicle->person->person->role));
  g_variant_dict_insert_value (&record, "meetings",
                               one_pack_list (chronicle->entries, (OnePackFunc) pack_entry));
  g_variant_dict_insert_value (&record, "actions",
                               one_pack_list (chronicle->actions, (OnePackFunc) pack_action));
  g_variant_dict_insert_value (&record, "points",
                               one_pack_list (chronicle->points, (OnePackFunc) pack_point));
  return g_variant_dict_end (&record);
}
