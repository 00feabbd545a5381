/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops.h"

#include "core/detect/detect.h"
#include "core/detect/series-merge.h"
#include "edge/reader/reader-client.h"
#include "engine/base/lookup.h"
#include "engine/base/source-name.h"
#include "engine/base/storage.h"
#include "engine/detect/spoken-of.h"
#include "engine/state.h"
#include "model/base/compare.h"
#include "model/base/instant.h"
#include "model/calendar/store-path.h"
#include "store/meetings.h"
#include "store/people.h"
#include "store/sent.h"
#include "store/series-choices.h"
#include "wire/error.h"

/* The longest window, in days. Without a limit, series that never end would be spelled out for
 * centuries. */
#define LONGEST (2 * 366)

/* A question under way: the files are read once more, whole and for the window that was asked. */
typedef struct {
  OneEngine *engine; /* (borrowed) */
  char *uid;         /* (owned) only this series; NULL for all */
  OnePerson *person; /* (owned) only this person's; NULL for all */
  OneReaderClient *run;
  OneExplainedFunc done;
  gpointer data;
} Question;

void
one_ops_explain_forget (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->run, one_reader_client_free);
  g_clear_pointer (&question->person, one_person_free);
  g_free (question->uid);
  g_free (question);
}

static gboolean
is_persons (const OnePerson *person, const OneVerdict *verdict)
{
  g_autofree char *name = g_utf8_casefold (person->name, -1);
  g_autofree char *written = g_utf8_casefold (verdict->name, -1);

  return verdict->one_on_one
         && (g_strv_contains ((const char *const *) person->addresses, verdict->address)
             || g_str_equal (name, written));
}

/* Adds an occurrence with the state that it gets in the store: its own, if the verdict on it is
 * one-on-one. */
static void
add_occurrence (OneExplained *explained, const OneMergedOccurrence *occurrence,
                const OneVerdict *verdict)
{
  OneExplainedOccurrence one = {
    .start = occurrence->start,
    .end = occurrence->end,
    .original = occurrence->original,
    .state = verdict->one_on_one     ? verdict->state
             : occurrence->cancelled ? ONE_MEETING_CANCELLED
                                     : ONE_MEETING_PLANNED,
  };

  g_array_append_val (explained->occurrences, one);
}

static int
by_start (gconstpointer a, gconstpointer b)
{
  const OneExplainedOccurrence *x = a, *y = b;

  return one_compare_int64 (x->start, y->start);
}

static char *
dup_zone (const OneSeries *series)
{
  if (*series->zone_how == '\0' || g_str_equal (series->zone_how, series->zone))
    return g_strdup (series->zone);
  return g_strdup_printf ("%s (%s)", series->zone, series->zone_how);
}

static char *
dup_person (const Question *question, const OneVerdict *verdict)
{
  g_autoptr (OnePerson) person = NULL;

  if (!verdict->one_on_one)
    return g_strdup ("");
  if (strchr (verdict->address, '@'))
    person = one_people_find (question->engine->base.store, verdict->address, NULL);
  if (person)
    return g_strdup (person->name);
  return g_strdup (*verdict->name ? verdict->name : verdict->address);
}

static const OneEvent *
first_event (const OneMergedSeries *merged)
{
  if (merged->master)
    return merged->master;
  return merged->series->events->len > 0 ? merged->series->events->pdata[0] : NULL;
}

/* When the next meeting of the series will be announced. */
static GArray *
list_reminders (OneEngine *engine, const char *uid)
{
  gint64 now = one_base_now (&engine->base);
  gint64 since = one_storage_get_first_sight (&engine->base, now);
  g_autoptr (GPtrArray) sent = one_sent_list (engine->base.store, now - ONE_DAY, NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) meetings = one_meetings_list_current (engine->base.store, now - ONE_DAY,
                                                              engine->base.calendars.to, NULL);

  for (guint i = 0; one_calendars_get_state (engine->calendars) == ONE_CALENDARS_READ && meetings
                    && i < meetings->len;
       i++) {
    const OneMeeting *meeting = meetings->pdata[i];
    g_autoptr (GArray) list = NULL;

    if (!g_str_equal (meeting->uid, uid))
      continue;
    list = one_plan_list (meeting, sent ? sent : none, engine->base.settings, since, now);
    if (list->len > 0)
      return g_steal_pointer (&list);
  }
  return NULL;
}

/* NULL if it is not what was asked for. */
static OneExplained *
explain (const Question *question, const OneDetectInput *who, const OneMergedSeries *merged)
{
  g_autoptr (OneVerdict) verdict = one_detect_judge (who, merged, NULL);
  const OneEvent *event = first_event (merged);
  OneExplained *explained;

  if ((question->uid && !g_str_equal (question->uid, merged->uid))
      || (question->person && !is_persons (question->person, verdict)))
    return NULL;
  explained = g_new0 (OneExplained, 1);
  explained->uid = g_strdup (merged->uid);
  explained->summary = g_strdup (event ? event->summary : "");
  explained->source = g_strdup (merged->source);
  explained->calendar = one_source_name_dup (&question->engine->base, merged->source);
  explained->one_on_one = verdict->one_on_one;
  explained->reason = g_strdup (verdict->reason);
  explained->person = dup_person (question, verdict);
  explained->zone = dup_zone (merged->series);
  explained->with_me = verdict->with_me;
  explained->others = g_steal_pointer (&verdict->others);
  explained->occurrences = g_array_new (FALSE, TRUE, sizeof (OneExplainedOccurrence));
  for (guint i = 0; i < merged->occurrences->len; i++) {
    const OneMergedOccurrence *one = &g_array_index (merged->occurrences, OneMergedOccurrence, i);
    g_autoptr (OneVerdict) own = one_detect_judge (who, merged, one);

    add_occurrence (explained, one, own);
  }
  g_array_sort (explained->occurrences, by_start);
  if (verdict->one_on_one)
    explained->reminders = list_reminders (question->engine, merged->uid);
  return explained;
}

static void
read_done (GPtrArray *readings, GPtrArray *troubles, gpointer data)
{
  Question *question = data;
  OneEngine *engine = question->engine;
  g_autoptr (GPtrArray) merged = one_series_merge (readings);
  g_autoptr (GHashTable) tracked = one_series_choices_list (engine->base.store, NULL);
  g_autoptr (OneSpokenOf) spoken_of = one_spoken_of_new (&engine->base);
  g_autoptr (GPtrArray) events =
      g_ptr_array_new_with_free_func ((GDestroyNotify) one_explained_free);
  OneDetectInput who = { one_detector_get_me (engine->detector, NULL), engine->base.settings,
                         tracked, one_spoken_of_get_known (spoken_of) };

  for (guint i = 0; i < merged->len; i++) {
    OneExplained *explained = explain (question, &who, merged->pdata[i]);

    if (explained)
      g_ptr_array_add (events, explained);
  }
  for (guint i = 0; i < readings->len; i++) {
    const OneReading *reading = readings->pdata[i];

    for (guint j = 0; j < reading->troubles->len; j++)
      g_ptr_array_add (troubles, one_trouble_dup (reading->troubles->pdata[j]));
  }
  question->done (events, troubles, NULL, question->data);
  g_hash_table_remove (engine->explains, question);
  g_ptr_array_unref (readings);
  g_ptr_array_unref (troubles);
}

/* The files that are known to hold that series; or all, also those with nothing but troubles. */
static guint
add_known_paths (OneEngine *engine, const char *uid, OneRequest *request)
{
  GPtrArray *paths = one_readings_list_paths (engine->base.calendars.readings, uid);

  g_ptr_array_extend_and_steal (request->paths, paths);
  for (guint i = 0; engine->base.settings->sources[i]; i++)
    g_ptr_array_add (request->roots, g_strdup (engine->base.settings->sources[i]));
  return request->paths->len;
}

/* Why a file cannot be read is the reader's to say, as a trouble. */
static gboolean
check_file (const char *what, GError **error)
{
  g_autofree char *path = one_store_path_dup_file (what);

  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND, "no file '%s'", path);
    return FALSE;
  }
  if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, "'%s' is a folder: name a file in it", path);
    return FALSE;
  }
  return TRUE;
}

/* A file, everything, the UID of a series, or a person; else the error of the last. */
static gboolean
ask (Question *question, const char *what, OneRequest *request, GError **error)
{
  if (g_path_is_absolute (what)) {
    g_ptr_array_add (request->roots, g_strdup (what));
    g_ptr_array_add (request->paths, g_strdup (what));
    return check_file (what, error);
  }
  if (*what == '\0') {
    add_known_paths (question->engine, NULL, request);
    return TRUE;
  }
  if (add_known_paths (question->engine, what, request) > 0) {
    question->uid = g_strdup (what);
    return TRUE;
  }
  g_ptr_array_set_size (request->roots, 0);
  if (one_source_name_add (&question->engine->base, what, request))
    return TRUE;
  question->person = one_lookup_person (&question->engine->base, what, error);
  add_known_paths (question->engine, NULL, request);
  return question->person != NULL;
}

void
one_ops_explain (OneEngine *engine, const char *what, const OneWindow *window,
                 OneExplainedFunc done, gpointer data)
{
  Question *question = g_new0 (Question, 1);
  g_autoptr (OneRequest) request = one_request_new ();
  g_autoptr (GError) error = NULL;

  question->engine = engine;
  question->done = done;
  question->data = data;
  if (window->from > window->to)
    g_set_error (&error, ONE_ERROR, ONE_ERROR_INVALID, "the window ends before it begins");
  else if (window->to / ONE_DAY - window->from / ONE_DAY > LONGEST)
    g_set_error (&error, ONE_ERROR, ONE_ERROR_INVALID,
                 "the window is longer than %d days: ask for a part of it", LONGEST);
  if (error || !ask (question, what, request, &error)) {
    done (NULL, NULL, error, data);
    one_ops_explain_forget (question);
    return;
  }
  g_free (request->zone);
  request->zone = g_strdup (engine->base.zone_name);
  for (char **zone = engine->base.settings->zones; *zone; zone++)
    g_ptr_array_add (request->zones, g_strdup (*zone));
  request->now = one_base_now (&engine->base);
  request->from = window->from;
  request->to = window->to;
  request->all = TRUE;
  g_hash_table_add (engine->explains, question);
  question->run = one_reader_client_new (engine->base.environment.reader,
                                         g_steal_pointer (&request), read_done, question);
}
