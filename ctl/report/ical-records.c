/* SPDX-License-Identifier: MIT */
#include "ctl/report/ical-records.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"
#include "ctl/report/agenda-text.h"
#include "ctl/time/local.h"
#include "wire/words.h"

#define TAG "one-on-one"

typedef struct {
  GVariantBuilder *records; /* (borrowed) */
  const char *person;       /* (borrowed) */
  GVariant *meetings;       /* (borrowed) */
  GTimeZone *zone;          /* (borrowed) */
} Export;

/* The id alone is another meeting's in another store. */
static char *
dup_key (GVariant *meeting)
{
  const char *uid = one_unpack_string (meeting, "uid");

  return *uid ? g_strdup_printf ("%s %" G_GINT64_FORMAT, uid,
                                 one_unpack_instant (meeting, "recurrence_id"))
              : g_strdup_printf ("%s %" G_GINT64_FORMAT, one_unpack_string (meeting, "id"),
                                 one_unpack_instant (meeting, "start"));
}

/* Copies some of the members of a record of the bus. */
static void
copy_members (GVariantDict *record, GVariant *from, const char *const *keys)
{
  for (; *keys; keys++) {
    g_autoptr (GVariant) value = g_variant_lookup_value (from, *keys, NULL);

    if (value)
      g_variant_dict_insert_value (record, *keys, value);
  }
}

static void
begin_record (const Export *export, GVariantDict *record, const char *kind, const char *key)
{
  g_variant_dict_init (record, NULL);
  g_variant_dict_insert (record, "kind", "s", kind);
  g_variant_dict_insert (record, "key", "s", key);
  g_variant_dict_insert (record, "person", "s", export->person);
}

/* Ends a record and tags it, also with the category if it has one. */
static void
end_record (const Export *export, GVariantDict *record, const char *category)
{
  const char *tags[] = { TAG, export->person, category, NULL };

  g_variant_dict_insert_value (record, "categories", g_variant_new_strv (tags, *category ? 3 : 2));
  g_variant_builder_add_value (export->records, g_variant_dict_end (record));
}

static const char *
get_summary (const Export *export, GVariant *meeting)
{
  const char *summary = one_unpack_string (meeting, "summary");

  return *summary ? summary : export->person;
}

static void
add_note (const Export *export, GVariant *meeting, gsize number, GVariant *note)
{
  static const char *const keys[] = { "created", NULL };
  g_autofree char *of = dup_key (meeting);
  g_autofree char *key = g_strdup_printf ("%s %" G_GSIZE_FORMAT, of, number);
  GVariantDict record;

  begin_record (export, &record, "note", key);
  copy_members (&record, note, keys);
  g_variant_dict_insert (&record, "meeting", "s", of);
  g_variant_dict_insert (&record, "start", "x", one_unpack_instant (meeting, "start"));
  g_variant_dict_insert (&record, "summary", "s", get_summary (export, meeting));
  g_variant_dict_insert (&record, "description", "s", one_unpack_string (note, "text"));
  end_record (export, &record, one_unpack_string (note, "category"));
}

static void
add_meeting (const Export *export, GVariant *meeting, const char *description)
{
  static const char *const keys[] = { "id", "start", "end", "location", "state", NULL };
  g_autofree char *key = dup_key (meeting);
  g_autoptr (GVariant) notes = one_unpack_records (meeting, "notes");
  GVariantDict record;

  begin_record (export, &record, "meeting", key);
  copy_members (&record, meeting, keys);
  g_variant_dict_insert (&record, "summary", "s", get_summary (export, meeting));
  g_variant_dict_insert (&record, "description", "s", description);
  g_variant_dict_insert (&record, "url", "s", one_unpack_string (meeting, "join"));
  end_record (export, &record, "");
  for (gsize i = 0; i < g_variant_n_children (notes); i++) {
    g_autoptr (GVariant) note = g_variant_get_child_value (notes, i);

    add_note (export, meeting, i, note);
  }
}

/* The meeting that took place last before an instant; NULL if none is known. (transfer full) */
static GVariant *
find_meeting_before (const Export *export, gint64 instant)
{
  const char *held = one_words_format_meeting_state (ONE_MEETING_HELD);

  for (gsize i = g_variant_n_children (export->meetings); i > 0; i--) {
    g_autoptr (GVariant) meeting = g_variant_get_child_value (export->meetings, i - 1);

    if (one_unpack_instant (meeting, "start") <= instant
        && g_str_equal (one_unpack_string (meeting, "state"), held))
      return g_steal_pointer (&meeting);
  }
  return NULL;
}

static void
add_promise (const Export *export, GVariant *promise)
{
  static const char *const keys[] = { "id", "due", "created", "closed", "state", NULL };
  gint64 created = one_unpack_instant (promise, "created");
  g_autoptr (GVariant) meeting = find_meeting_before (export, created);
  gboolean mine =
      g_str_equal (one_unpack_string (promise, "owner"), one_words_format_owner (ONE_OWNER_ME));
  g_autofree char *key =
      g_strdup_printf ("%s %" G_GINT64_FORMAT, one_unpack_string (promise, "id"), created);
  g_autofree char *of = meeting ? dup_key (meeting) : g_strdup ("");
  g_autofree char *day = one_local_format_day (created, export->zone);
  g_autofree char *said = g_strdup_printf (
      mine ? _ ("Promised to %s on %s") : _ ("Promised by %s on %s"), export->person, day);
  g_autofree char *summary = g_strconcat (mine ? "" : export->person, mine ? "" : ": ",
                                          one_unpack_string (promise, "text"), NULL);
  GVariantDict record;

  begin_record (export, &record, "promise", key);
  copy_members (&record, promise, keys);
  g_variant_dict_insert (&record, "meeting", "s", of);
  g_variant_dict_insert (&record, "summary", "s", summary);
  g_variant_dict_insert (&record, "description", "s", said);
  end_record (export, &record, "");
}

void
one_ical_records_add (GVariantBuilder *records, GVariant *chronicle, GVariant *agenda,
                      GTimeZone *zone)
{
  g_autoptr (GVariant) meetings = one_unpack_records (chronicle, "meetings");
  g_autoptr (GVariant) promises = one_unpack_records (chronicle, "actions");
  g_autoptr (GVariant) categories = one_unpack_records (chronicle, "categories");
  g_autoptr (GVariant) next = one_unpack_record (agenda, "meeting");
  Export export = { records, one_unpack_string (chronicle, "person"), meetings, zone };

  for (gsize i = 0; i < g_variant_n_children (meetings); i++) {
    g_autoptr (GVariant) meeting = g_variant_get_child_value (meetings, i);
    const char *id = one_unpack_string (meeting, "id");
    gboolean is_next = *id && g_str_equal (id, one_unpack_string (next, "id"));
    g_autofree char *description = is_next ? one_agenda_text_format (agenda)
                                           : one_agenda_text_format_past (meeting, categories);

    add_meeting (&export, meeting, description);
  }
  for (gsize i = 0; i < g_variant_n_children (promises); i++) {
    g_autoptr (GVariant) promise = g_variant_get_child_value (promises, i);

    add_promise (&export, promise);
  }
}
