/* SPDX-License-Identifier: MIT */
#include "bus/pack/pack-status.h"

#include <unistd.h>
#include "bus/pack/dict.h"
#include "bus/pack/pack-list.h"
#include "bus/pack/pack-meeting.h"

static GVariant *
pack_occurrence (const OneExplainedOccurrence *occurrence)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_dict_add_time (&record, "start", occurrence->start);
  one_dict_add_time (&record, "end", occurrence->end);
  one_dict_add_time (&record, "recurrence_id", occurrence->original);
  one_dict_add_text (&record, "state", one_words_format_meeting_state (occurrence->state));
  return g_variant_dict_end (&record);
}

static GVariant *
pack_reminder (gint64 at, OneStage stage)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_dict_add_time (&record, "at", at);
  one_dict_add_text (&record, "stage", one_words_format_stage (stage));
  return g_variant_dict_end (&record);
}

GVariant *
one_pack_status_explained (const OneExplained *explained)
{
  GVariantBuilder occurrences, reminders;
  GVariantDict record;

  g_variant_builder_init (&occurrences, G_VARIANT_TYPE ("aa{sv}"));
  g_variant_builder_init (&reminders, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < explained->occurrences->len; i++)
    g_variant_builder_add_value (
        &occurrences,
        pack_occurrence (&g_array_index (explained->occurrences, OneExplainedOccurrence, i)));
  for (guint i = 0; explained->reminders && i < explained->reminders->len; i++) {
    const OneAhead *ahead = &g_array_index (explained->reminders, OneAhead, i);

    g_variant_builder_add_value (&reminders, pack_reminder (ahead->at, ahead->stage));
  }
  g_variant_dict_init (&record, NULL);
  one_dict_add_text (&record, "uid", explained->uid);
  one_dict_add_text (&record, "summary", explained->summary);
  one_dict_add_text (&record, "source", explained->source);
  one_dict_add_text (&record, "calendar", explained->calendar);
  one_dict_add_text (&record, "verdict", explained->one_on_one ? "one-on-one" : "not");
  one_dict_add_text (&record, "reason", explained->reason);
  one_dict_add_text (&record, "person", explained->person);
  one_dict_add_text (&record, "zone", explained->zone);
  g_variant_dict_insert (&record, "with_me", "b", explained->with_me);
  g_variant_dict_insert_value (
      &record, "others",
      g_variant_new_strv ((const char *const *) explained->others, explained->others ? -1 : 0));
  g_variant_dict_insert_value (&record, "occurrences", g_variant_builder_end (&occurrences));
  g_variant_dict_insert_value (&record, "reminders", g_variant_builder_end (&reminders));
  return g_variant_dict_end (&record);
}

GVariant *
one_pack_status_trouble (const OneTrouble *trouble)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_dict_add_text (&record, "source", trouble->source);
  if (trouble->line > 0)
    g_variant_dict_insert (&record, "line", "u", trouble->line);
  one_dict_add_text (&record, "what", trouble->what);
  one_dict_add_text (&record, "about", one_words_format_subject (trouble->about));
  one_dict_add_time (&record, "since", trouble->since);
  return g_variant_dict_end (&record);
}

static GVariant *
pack_source (const OneSourceView *source)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_dict_add_text (&record, "path", source->path);
  one_dict_add_text (&record, "name", source->name);
  one_dict_add_text (&record, "kind", one_words_format_source_kind (source->kind));
  g_variant_dict_insert (&record, "nameless", "b", source->nameless);
  g_variant_dict_insert (&record, "files", "u", source->files);
  g_variant_dict_insert (&record, "series", "u", source->series);
  one_dict_add_time (&record, "changed", source->changed);
  g_variant_dict_insert (&record, "stale", "b", source->stale);
  return g_variant_dict_end (&record);
}

static GVariant *
pack_daemon (gint64 started)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  one_dict_add_text (&record, "version", ONE_VERSION);
  g_variant_dict_insert (&record, "pid", "u", (guint) getpid ());
  one_dict_add_time (&record, "started", started);
  return g_variant_dict_end (&record);
}

static GVariant *
pack_server (const OneStatusView *status)
{
  static const char *const words[] = { "none", "some", "all" };
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  g_variant_dict_insert_value (&record, "habits",
                               g_variant_new_strv ((const char *const *) status->habits, -1));
  one_dict_add_text (&record, "held", words[status->inhibited]);
  return g_variant_dict_end (&record);
}

GVariant *
one_pack_status (const OneStatusView *status)
{
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  g_variant_dict_insert_value (&record, "daemon", pack_daemon (status->started));
  one_dict_add_time (&record, "known_from", status->known_from);
  g_variant_dict_insert_value (&record, "me",
                               g_variant_new_strv ((const char *const *) status->me, -1));
  g_variant_dict_insert (&record, "me_inferred", "b", status->me_inferred);
  g_variant_dict_insert_value (&record, "sources",
                               one_pack_list (status->sources, (OnePackFunc) pack_source));
  g_variant_dict_insert_value (&record, "hidden",
                               g_variant_new_strv ((const char *const *) status->hidden, -1));
  if (status->next)
    g_variant_dict_insert_value (&record, "next", one_pack_meeting (status->next));
  if (status->reminder_at != 0)
    g_variant_dict_insert_value (&record, "reminder",
                                 pack_reminder (status->reminder_at, status->reminder));
  if (status->habits)
    g_variant_dict_insert_value (&record, "server", pack_server (status));
  g_variant_dict_insert_value (
      &record, "troubles", one_pack_list (status->troubles, (OnePackFunc) one_pack_status_trouble));
  return g_variant_dict_end (&record);
}
