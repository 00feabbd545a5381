/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-status.h"

#include <unistd.h>
#include "bus/pack/pack-meeting.h"

static void
pack_occurrence (OneRecord *record, const OneExplainedOccurrence *occurrence)
{
  one_record_add_time (record, "start", occurrence->start);
  one_record_add_time (record, "end", occurrence->end);
  one_record_add_time (record, "recurrence_id", occurrence->original);
  one_record_add_text (record, "state", one_words_format_meeting_state (occurrence->state));
}

static void
pack_reminder (OneRecord *record, const OneAhead *ahead)
{
  one_record_add_time (record, "at", ahead->at);
  one_record_add_text (record, "stage", one_words_format_stage (ahead->stage));
}

void
one_pack_status_explained (OneRecord *record, const OneExplained *explained)
{
  one_record_add_text (record, "uid", explained->uid);
  one_record_add_text (record, "summary", explained->summary);
  one_record_add_text (record, "source", explained->source);
  one_record_add_text (record, "calendar", explained->calendar);
  one_record_add_text (record, "verdict", explained->one_on_one ? "one-on-one" : "not");
  one_record_add_text (record, "reason", explained->reason);
  one_record_add_text (record, "person", explained->person);
  one_record_add_text (record, "zone", explained->zone);
  one_record_add_flag (record, "with_me", explained->with_me);
  one_record_add_texts (record, "others", (const char *const *) explained->others,
                        explained->others ? -1 : 0);
  one_record_add_array (record, "occurrences", explained->occurrences,
                        (OneRecordFunc) pack_occurrence);
  one_record_add_array (record, "reminders", explained->reminders, (OneRecordFunc) pack_reminder);
}

void
one_pack_status_trouble (OneRecord *record, const OneTrouble *trouble)
{
  one_record_add_text (record, "source", trouble->source);
  if (trouble->line > 0)
    one_record_add_count (record, "line", trouble->line);
  one_record_add_text (record, "what", trouble->what);
  one_record_add_text (record, "about", one_words_format_subject (trouble->about));
  one_record_add_time (record, "since", trouble->since);
}

static void
pack_source (OneRecord *record, const OneSourceView *source)
{
  one_record_add_text (record, "path", source->path);
  one_record_add_text (record, "name", source->name);
  one_record_add_text (record, "kind", one_words_format_source_kind (source->kind));
  one_record_add_flag (record, "nameless", source->nameless);
  one_record_add_count (record, "files", source->files);
  one_record_add_count (record, "series", source->series);
  one_record_add_time (record, "changed", source->changed);
  one_record_add_flag (record, "stale", source->stale);
}

static void
pack_daemon (OneRecord *record, const OneStatusView *status)
{
  one_record_add_text (record, "version", ONE_VERSION);
  one_record_add_count (record, "pid", (guint) getpid ());
  one_record_add_time (record, "started", status->started);
}

static void
pack_server (OneRecord *record, const OneStatusView *status)
{
  static const char *const words[] = { "none", "some", "all" };

  one_record_add_texts (record, "habits", (const char *const *) status->habits, -1);
  one_record_add_text (record, "held", words[status->inhibited]);
}

void
one_pack_status (OneRecord *record, const OneStatusView *status)
{
  const OneAhead reminder = { status->reminder_at, status->reminder };

  one_record_add_record (record, "daemon", status, (OneRecordFunc) pack_daemon);
  one_record_add_time (record, "known_from", status->known_from);
  one_record_add_texts (record, "me", (const char *const *) status->me, -1);
  one_record_add_flag (record, "me_inferred", status->me_inferred);
  one_record_add_list (record, "sources", status->sources, (OneRecordFunc) pack_source);
  one_record_add_texts (record, "hidden", (const char *const *) status->hidden, -1);
  if (status->next)
    one_record_add_record (record, "next", status->next, (OneRecordFunc) one_pack_meeting);
  if (status->reminder_at != 0)
    one_record_add_record (record, "reminder", &reminder, (OneRecordFunc) pack_reminder);
  if (status->habits)
    one_record_add_record (record, "server", status, (OneRecordFunc) pack_server);
  one_record_add_list (record, "troubles", status->troubles,
                       (OneRecordFunc) one_pack_status_trouble);
}
