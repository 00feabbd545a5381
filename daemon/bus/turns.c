/* SPDX-License-Identifier: MIT */
#include "bus/turns.h"

/* The calls of one caller. */
typedef struct {
  char *caller; /* (owned) */
  GQueue calls; /* (owned) in their order; never empty between two turns */
} Lane;

struct OneTurns {
  void (*run) (gpointer call, gpointer data);
  GDestroyNotify drop;
  gpointer data;
  GQueue lanes;      /* of Lane (owned), the next one first */
  GHashTable *known; /* (owned) char* caller (in the lane) -> Lane (borrowed) */
  guint source;      /* id of what runs in the main loop; 0 while nobody waits, or it is held */
  guint holds;
};

OneTurns *
one_turns_new (void (*run) (gpointer call, gpointer data), GDestroyNotify drop, gpointer data)
{
  OneTurns *turns = g_new0 (OneTurns, 1);

  turns->run = run;
  turns->drop = drop;
  turns->data = data;
  turns->known = g_hash_table_new (g_str_hash, g_str_equal);
  return turns;
}

static void
lane_free (OneTurns *turns, Lane *lane)
{
  g_hash_table_remove (turns->known, lane->caller);
  g_queue_clear_full (&lane->calls, turns->drop);
  g_free (lane->caller);
  g_free (lane);
}

void
one_turns_free (OneTurns *turns)
{
  Lane *lane;

  g_clear_handle_id (&turns->source, g_source_remove);
  while ((lane = g_queue_pop_head (&turns->lanes)))
    lane_free (turns, lane);
  g_hash_table_unref (turns->known);
  g_free (turns);
}

static gboolean
take_turn (gpointer data)
{
  OneTurns *turns = data;
  Lane *lane;
  gpointer call;

  if (turns->holds > 0) {
    turns->source = 0;
    return G_SOURCE_REMOVE;
  }
  lane = g_queue_pop_head (&turns->lanes);
  call = g_queue_pop_head (&lane->calls);
  if (g_queue_is_empty (&lane->calls))
    lane_free (turns, lane);
  else
    g_queue_push_tail (&turns->lanes, lane);
  turns->run (call, turns->data);
  if (!g_queue_is_empty (&turns->lanes) && turns->holds == 0)
    return G_SOURCE_CONTINUE;
  turns->source = 0;
  return G_SOURCE_REMOVE;
}

static void
schedule (OneTurns *turns)
{
  if (turns->source == 0 && turns->holds == 0 && !g_queue_is_empty (&turns->lanes))
    turns->source = g_idle_add_full (G_PRIORITY_DEFAULT, take_turn, turns, NULL);
}

static Lane *
add_lane (OneTurns *turns, const char *caller)
{
  Lane *lane = g_new0 (Lane, 1);

  lane->caller = g_strdup (caller);
  g_queue_init (&lane->calls);
  g_hash_table_insert (turns->known, lane->caller, lane);
  g_queue_push_tail (&turns->lanes, lane);
  return lane;
}

void
one_turns_take (OneTurns *turns, const char *caller, gpointer call, gboolean is_long)
{
  Lane *lane = g_hash_table_lookup (turns->known, caller);

  if (!lane && !is_long) {
    turns->run (call, turns->data);
    return;
  }
  g_queue_push_tail (&(lane ? lane : add_lane (turns, caller))->calls, call);
  schedule (turns);
}

void
one_turns_hold (OneTurns *turns)
{
  turns->holds++;
}

void
one_turns_go_on (OneTurns *turns)
{
  turns->holds--;
  schedule (turns);
}
