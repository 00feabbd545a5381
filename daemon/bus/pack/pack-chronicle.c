/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-chronicle.h"

#include "bus/pack/pack-coverage.h"
#include "bus/pack/pack-meeting.h"
#include "bus/pack/pack-promise.h"

static void
pack_note (OneRecord *record, const OneChronicleNote *note)
{
  one_record_add_text (record, "category", note->category);
  one_record_add_text (record, "text", note->text);
  one_record_add_time (record, "created", note->created);
}

static void
pack_entry (OneRecord *record, const OneChronicleEntry *entry)
{
  one_pack_meeting (record, entry->meeting);
  one_record_add_texts (record, "touched", (const char *const *) entry->touched->pdata,
                        (gssize) entry->touched->len);
  one_record_add_list (record, "notes", entry->notes, (OneRecordFunc) pack_note);
}

/* Adds the instant at which it was closed. */
static void
pack_action (OneRecord *record, const OneActionView *view)
{
  one_pack_promise_action (record, view);
  one_record_add_time (record, "closed", view->action->closed);
}

static void
pack_point (OneRecord *record, const OnePointView *view)
{
  one_pack_promise_point (record, view);
  one_record_add_time (record, "closed", view->point->closed);
}

void
one_pack_chronicle (OneRecord *record, const OneChronicle *chronicle)
{
  one_pack_coverage (record, chronicle->coverage);
  one_record_add_text (record, "role", one_words_format_role (chronicle->person->person->role));
  one_record_add_list (record, "meetings", chronicle->entries, (OneRecordFunc) pack_entry);
  one_record_add_list (record, "actions", chronicle->actions, (OneRecordFunc) pack_action);
  one_record_add_list (record, "points", chronicle->points, (OneRecordFunc) pack_point);
}
