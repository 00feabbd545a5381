/* SPDX-License-Identifier: MIT */
#include "edge/files/settle.h"

#include "edge/files/worker.h"
#include "edge/stamp.h"
#include "edge/time/deadline.h"

/* Microseconds. */
#define QUIET 20000     /* without an event before anything is looked at; doubled each time … */
#define PATIENCE 500000 /* … up to this, which is also the limit after the first event … */
#define CALM 1000000    /* … until nothing was looked at for this long */
#define HOLD 100000     /* rest for a new file that nobody closed */
#define GRACE 1000000   /* for a missing file to come back */

/* A program that writes many files may pause for the disk: it is better to look at all of them once
 * than at some of them several times. */
#define MANY 100
#define MANY_QUIET 100000
#define MANY_PATIENCE 2000000

/* The programs with databases change one thing after the other, and each reading is of all. */
#define PATIENT_QUIET 500000
#define PATIENT_PATIENCE 5000000

typedef struct {
  gboolean whole;
  gint64 last;    /* monotonic: the last event */
  OneStamp stamp; /* when it was last looked at and not whole */
} Name;

/* A path on the disk, as the worker saw it. */
typedef struct {
  OneKind kind;
  OneStamp stamp;
} Sight;

struct OneSettle {
  void (*look) (gpointer data);
  gpointer data;      /* (borrowed) */
  GHashTable *names;  /* (owned) char* (owned) -> Name (owned) */
  GHashTable *missed; /* (owned) char* (owned) -> gint64 (owned): end of its grace, monotonic */
  OneDeadline *next;  /* (owned) when there is something to look at */
  OneWorker *worker;  /* (owned) looks at the paths; NULL while none does */
  GHashTable
      *sights;      /* (owned) char* (owned) -> Sight (owned): of the last time, and not used yet */
  gboolean again;   /* look again when the worker is done */
  gint64 first;     /* monotonic: the oldest event not yet looked at; 0 for none … */
  gint64 last;      /* … and the newest */
  gint64 looked;    /* monotonic: when that was last done */
  gint64 quiet;     /* length of the quiet that is needed next time */
  gboolean patient; /* whoever writes does so often: it is not looked at while that goes on */
};

static void
sights_run (gpointer work)
{
  GHashTableIter iter;
  gpointer path, value;

  g_hash_table_iter_init (&iter, work);
  while (g_hash_table_iter_next (&iter, &path, &value)) {
    Sight *sight = value;

    sight->kind = one_stamp_read_path (path, &sight->stamp);
  }
}

/* The callback comes last, because it may free `settle`. */
static void
sights_done (gpointer work, gpointer data)
{
  OneSettle *settle = data;

  settle->worker = NULL;
  g_hash_table_unref (settle->sights);
  settle->sights = g_hash_table_ref (work);
  if (settle->again)
    one_deadline_set (settle->next, 0);
  settle->again = FALSE;
  settle->look (settle->data);
}

static void
sights_free (gpointer work)
{
  g_hash_table_unref (work);
}

static const OneWorkerFuncs sights_funcs = { "look", sights_run, sights_done, sights_free };

static GHashTable *
sights_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* The paths to look at: all names, and the files that are missing for long enough. */
static GHashTable *
list_sights (const OneSettle *settle, gint64 now)
{
  GHashTable *sights = sights_new ();
  GHashTableIter iter;
  gpointer path, until;

  g_hash_table_iter_init (&iter, settle->names);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    g_hash_table_insert (sights, g_strdup (path), g_new0 (Sight, 1));
  g_hash_table_iter_init (&iter, settle->missed);
  while (g_hash_table_iter_next (&iter, &path, &until))
    if (*(gint64 *) until <= now)
      g_hash_table_insert (sights, g_strdup (path), g_new0 (Sight, 1));
  return sights;
}

void
one_settle_set_patient (OneSettle *settle)
{
  settle->patient = TRUE;
}

/* When it will have been quiet for long enough, or patience ends. */
static gint64
quiet_at (const OneSettle *settle)
{
  gboolean many = g_hash_table_size (settle->names) >= MANY;
  gint64 quiet = settle->last - settle->looked < CALM ? settle->quiet : QUIET;

  if (settle->patient)
    return MIN (settle->last + PATIENT_QUIET, settle->first + PATIENT_PATIENCE);
  if (many)
    quiet = MAX (quiet, MANY_QUIET);
  return MIN (settle->last + quiet, settle->first + (many ? MANY_PATIENCE : PATIENCE));
}

static void
settle_look (gpointer data)
{
  OneSettle *settle = data;
  gint64 now = g_get_monotonic_time ();
  g_autoptr (GHashTable) sights = NULL;

  /* Events since then did not move the deadline: that would wake the loop for each of them. */
  if (settle->first != 0 && now < quiet_at (settle)) {
    one_deadline_set (settle->next, quiet_at (settle));
    return;
  }
  settle->again = settle->worker != NULL;
  if (settle->again)
    return;
  /* Looks less and less often at a program that goes on writing. */
  settle->quiet = now - settle->looked < CALM ? MIN (2 * settle->quiet, PATIENCE) : 2 * QUIET;
  settle->looked = now;
  settle->first = 0;
  sights = list_sights (settle, now);
  if (g_hash_table_size (sights) > 0)
    settle->worker = one_worker_new (&sights_funcs, g_steal_pointer (&sights), settle);
  else
    settle->look (settle->data);
}

OneSettle *
one_settle_new (void (*look) (gpointer data), gpointer data)
{
  OneSettle *settle = g_new0 (OneSettle, 1);

  settle->look = look;
  settle->data = data;
  settle->looked = -CALM;
  settle->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  settle->sights = sights_new ();
  settle->missed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  /* Below the priority of events: it is not quiet while some wait to be read. */
  settle->next = one_deadline_new (G_PRIORITY_HIGH_IDLE, settle_look, settle);
  return settle;
}

void
one_settle_something (OneSettle *settle)
{
  settle->last = g_get_monotonic_time ();
  if (settle->first == 0)
    settle->first = settle->last;
  one_deadline_set_earlier (settle->next, quiet_at (settle));
}

void
one_settle_file (OneSettle *settle, const char *path, gboolean whole)
{
  Name *name = g_hash_table_lookup (settle->names, path);

  if (!name) {
    name = g_new0 (Name, 1);
    g_hash_table_insert (settle->names, g_strdup (path), name);
  }
  name->whole |= whole;
  one_settle_something (settle);
  name->last = settle->last;
}

void
one_settle_miss (OneSettle *settle, const char *path)
{
  gint64 until = g_get_monotonic_time () + GRACE;

  if (g_hash_table_contains (settle->missed, path))
    return;
  g_hash_table_insert (settle->missed, g_strdup (path), g_memdup2 (&until, sizeof until));
  one_deadline_set_earlier (settle->next, until);
}

/* NULL if the path was not looked at. (transfer full) */
static Sight *
take_sight (OneSettle *settle, const char *path)
{
  gpointer key = NULL, sight = NULL;

  g_hash_table_steal_extended (settle->sights, path, &key, &sight);
  g_free (key);
  return sight;
}

/* FALSE if it may be half-written: not closed, and changed since it was last looked at. */
static gboolean
name_is_whole (Name *name, const OneStamp *stamp)
{
  gboolean rested = stamp->size > 0 && one_stamp_equal (&name->stamp, stamp);

  name->stamp = *stamp;
  return name->whole || rested;
}

void
one_settle_list_files (OneSettle *settle, GPtrArray *present, GPtrArray *missing, GPtrArray *odd)
{
  GHashTableIter iter;
  gpointer path, name;

  g_hash_table_iter_init (&iter, settle->names);
  while (g_hash_table_iter_next (&iter, &path, &name)) {
    g_autofree Sight *sight = take_sight (settle, path);
    OneKind kind = sight ? sight->kind : ONE_KIND_NONE;

    /* A path that was missing may be there since its last event: it is looked at again soon. */
    if (!sight || (kind == ONE_KIND_NONE && ((Name *) name)->last > settle->looked))
      continue;
    if (kind == ONE_KIND_FILE)
      g_hash_table_remove (settle->missed, path);
    if (kind == ONE_KIND_FILE && !name_is_whole (name, &sight->stamp)) {
      g_debug ("%s may be half-written: it is looked at again", (const char *) path);
      one_deadline_set_earlier (settle->next, g_get_monotonic_time () + HOLD);
      continue;
    }
    g_hash_table_iter_steal (&iter);
    g_free (name);
    g_ptr_array_add (kind == ONE_KIND_FILE ? present : kind == ONE_KIND_NONE ? missing : odd, path);
  }
}

void
one_settle_list_gone (OneSettle *settle, GPtrArray *gone)
{
  gint64 now = g_get_monotonic_time ();
  GHashTableIter iter;
  gpointer path, until;

  g_hash_table_iter_init (&iter, settle->missed);
  while (g_hash_table_iter_next (&iter, &path, &until)) {
    g_autofree Sight *sight = take_sight (settle, path);

    if (*(gint64 *) until > now || !sight) {
      one_deadline_set_earlier (settle->next, MAX (*(gint64 *) until, now));
      continue;
    }
    if (sight->kind != ONE_KIND_FILE)
      g_ptr_array_add (gone, g_strdup (path));
    g_hash_table_iter_remove (&iter);
  }
}

void
one_settle_free (OneSettle *settle)
{
  g_clear_pointer (&settle->worker, one_worker_cancel);
  one_deadline_free (settle->next);
  g_hash_table_unref (settle->sights);
  g_hash_table_unref (settle->names);
  g_hash_table_unref (settle->missed);
  g_free (settle);
}
