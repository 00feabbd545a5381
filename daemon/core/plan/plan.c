/* SPDX-License-Identifier: MIT */
#include "core/plan/plan.h"

#include "core/plan/plan-group.h"
#include "core/plan/plan-steps.h"
#include "core/plan/taken.h"
#include "model/base/compare.h"
#include <string.h>

/* The rows of one meeting. */
typedef struct {
  GPtrArray *all; /* (owned) of OneSent (borrowed), as they came */
  gboolean seen;  /* its meeting was among the meetings */
} Rows;

static void
rows_free (Rows *rows)
{
  g_ptr_array_unref (rows->all);
  g_free (rows);
}

/* Meeting id -> Rows. The keys are borrowed. */
static GHashTable *
rows_by_meeting (const GPtrArray *sent)
{
  GHashTable *table =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) rows_free);

  for (guint i = 0; i < sent->len; i++) {
    OneSent *row = g_ptr_array_index (sent, i);
    Rows *rows = g_hash_table_lookup (table, &row->meeting);

    if (!rows) {
      rows = g_new0 (Rows, 1);
      rows->all = g_ptr_array_new ();
      g_hash_table_insert (table, &row->meeting, rows);
    }
    g_ptr_array_add (rows->all, row);
  }
  return table;
}

static void
plan_wake (OnePlan *plan, gint64 at, gint64 now)
{
  if (at > now && at < ONE_PLAN_DUE_HELD && (plan->wake == 0 || at < plan->wake))
    plan->wake = at;
}

static void
plan_next (OnePlan *plan, const OnePlanDue *due, OneStage stage, gint64 at)
{
  gint64 id = due->meeting->id;

  if (at <= due->now || at >= ONE_PLAN_DUE_HELD)
    return;
  if (plan->next_at != 0
      && (at > plan->next_at || (at == plan->next_at && id >= plan->next_meeting)))
    return;
  plan->next_at = at;
  plan->next_stage = stage;
  plan->next_meeting = id;
}

/* When something about the meeting changes by itself: a reminder is due, or what is on screen is
 * over; at its end a planned meeting becomes one that was held. */
static void
plan_look_ahead (OnePlan *plan, const OnePlanDue *due)
{
  plan_wake (plan, due->meeting->end, due->now);
  for (guint i = 0; i < due->slots->len; i++) {
    const OnePlanSlot *slot = &g_array_index (due->slots, OnePlanSlot, i);
    gint64 at = one_plan_due_at (due, slot);

    plan_wake (plan, at, due->now);
    plan_next (plan, due, slot->stage, at);
    if (one_plan_due_is_on_screen (due, slot))
      plan_wake (plan, one_plan_due_leaves (due, slot), due->now);
  }
}

/* Fills in what the rows (NULL: none) say of it. */
static void
plan_add_meeting (OnePlan *plan, GArray *shows, OnePlanDue *due, const Rows *rows)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autoptr (GArray) slots =
      one_plan_slot_list (due->meeting, rows ? rows->all : NULL, due->settings, left);

  due->left = left;
  due->slots = slots;
  if (!due->meeting || !one_plan_due_is_living (due->meeting)) {
    one_plan_steps_add_dead (plan->steps, due);
    return;
  }
  one_plan_steps_add_living (plan->steps, shows, due);
  plan_look_ahead (plan, due);
}

static int
id_compare (gconstpointer left, gconstpointer right)
{
  return one_compare_int64 (*(const gint64 *) left, *(const gint64 *) right);
}

/* Rows without a meeting: it was deleted, or is no one-on-one any more. */
static void
plan_add_orphans (OnePlan *plan, GHashTable *rows, const OneSettings *settings)
{
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (rows), id_compare);

  for (GList *id = ids; id; id = id->next) {
    const Rows *own = g_hash_table_lookup (rows, id->data);
    OnePlanDue due = { .settings = settings };

    if (!own->seen)
      plan_add_meeting (plan, NULL, &due, own);
  }
}

OnePlan *
one_plan_new (const GPtrArray *meetings, const GPtrArray *sent, const OneSettings *settings,
              gint64 since, gint64 now)
{
  g_autoptr (GHashTable) rows = rows_by_meeting (sent);
  g_autoptr (GArray) shows = g_array_new (FALSE, FALSE, sizeof (OneStepShow));
  g_autoptr (GArray) taken = one_taken_list (meetings, now);
  OnePlan *plan = g_new0 (OnePlan, 1);

  plan->steps = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < meetings->len; i++) {
    const OneMeeting *meeting = g_ptr_array_index (meetings, i);
    Rows *own = g_hash_table_lookup (rows, &meeting->id);
    OnePlanDue due = {
      .meeting = meeting, .settings = settings, .since = since, .now = now, .taken = taken
    };

    if (own)
      own->seen = TRUE;
    plan_add_meeting (plan, shows, &due, own);
  }
  plan_add_orphans (plan, rows, settings);
  one_plan_group_add (plan->steps, shows);
  return plan;
}

void
one_plan_free (OnePlan *plan)
{
  g_ptr_array_unref (plan->steps);
  g_free (plan);
}

static int
ahead_compare (gconstpointer left, gconstpointer right)
{
  const OneAhead *a = left, *b = right;

  return one_compare_int64 (a->at, b->at);
}

GArray *
one_plan_list (const OneMeeting *meeting, const GPtrArray *sent, const OneSettings *settings,
               gint64 since, gint64 now)
{
  g_autoptr (GHashTable) rows = rows_by_meeting (sent);
  const Rows *own = g_hash_table_lookup (rows, &meeting->id);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autoptr (GArray) slots = one_plan_slot_list (meeting, own ? own->all : NULL, settings, left);
  OnePlanDue due = { meeting, slots, left, settings, since, now, NULL };
  GArray *list = g_array_new (FALSE, FALSE, sizeof (OneAhead));

  for (guint i = 0; one_plan_due_is_living (meeting) && i < slots->len; i++) {
    const OnePlanSlot *slot = &g_array_index (slots, OnePlanSlot, i);
    OneAhead ahead = { one_plan_due_at (&due, slot), slot->stage };

    if (ahead.at > now && ahead.at != ONE_PLAN_DUE_NEVER)
      g_array_append_val (list, ahead);
  }
  g_array_sort (list, ahead_compare);
  return list;
}

gint64
one_plan_snooze (const OneMeeting *meeting, gint64 seconds, gint64 now)
{
  if (now >= meeting->start)
    return 0;
  if (seconds < 0 || seconds > meeting->start - now)
    return meeting->start;
  return now + seconds;
}

gboolean
one_plan_is_lost (const OneSent *sent, const OneMeeting *meeting, const char *server, gint64 now)
{
  OnePlanDue due = { .meeting = meeting, .now = now };
  OnePlanSlot slot = { .stage = sent->stage, .row = sent };
  gint64 end = sent->stage == ONE_STAGE_NUDGE ? one_plan_due_end (&due, &slot)
                                              : one_plan_due_leaves (&due, &slot);

  if (sent->state != ONE_SENT_SHOWN || strcmp (sent->server, server) == 0)
    return FALSE;
  return one_plan_due_is_living (meeting) && one_plan_due_is_current (&due, &slot) && now < end
         && !(sent->stage == ONE_STAGE_NUDGE && meeting->logged);
}
