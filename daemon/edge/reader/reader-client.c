/* SPDX-License-Identifier: MIT */
/* lint-allow: file-length, because this is one state machine. */
#include "edge/reader/reader-client.h"

#include <fcntl.h>
#include "edge/reader/child.h"
#include "edge/stamp.h"
#include "edge/time/deadline.h"
#include "edge/time/zone-data.h"
#include "model/calendar/pack.h"
#include "model/calendar/store-path.h"

#define STORE_READER "oned-store-reader"

/* Limits for a file, that do not depend on how busy the machine is: processor time, and ticks at
 * which the reader sleeps rather than waits for a processor. */
#define FILE_USED 2500 /* milliseconds */
#define FILE_TICKS 24
#define START_USED 15000 /* until a reader says hello */
#define START_TICKS 60
#define TICK 250 /* milliseconds; only while a reader runs */

#define MAX_ANSWER (64 << 20) /* bytes about one file */

struct OneReaderClient {
  char *reader;        /* (owned) */
  OneRequest *request; /* (owned) */
  OneReadingDone done;
  OneReadingTake take; /* NULL: readings are collected for done */
  gpointer data;       /* (borrowed) for both */
  guint count;         /* of paths that have a reading */
  GPtrArray *readings; /* (owned) of OneReading; empty if there is a take */
  GPtrArray *troubles; /* (owned) of OneTrouble */
  OneReading *current; /* (owned) incomplete, of the next path; NULL before its first frame */
  gsize answer;        /* size of its frames so far */
  OneChild *child;     /* (owned) NULL between two readers */
  guint begin, end;    /* the paths that the present reader was asked for */
  gint64 started;      /* monotonic: when it was asked */
  guint hand;          /* the path that it worked on at its last sign of life */
  guint culprit;       /* the path on which a reader failed before it had answered for all others */
  char *why;           /* (owned) the failure on the culprit; NULL without one */
  gboolean hung;       /* the reader hung in the kernel on the culprit */
  gboolean greeted;    /* it said hello */
  guint32 version;     /* that it said it speaks, understood or not; 0 before the first */
  GByteArray *inbox;   /* (owned) the beginning of a frame */
  guint ticks;         /* slept through since the last sign of life */
  gint64 used;         /* processor time at the first tick after it, in milliseconds; -1 before */
  guint tick;          /* id of the timeout; 0 for none */
  OneDeadline *step;   /* (owned) due when the next reader is to be started, or the run is over */
};

static const char *
run_path (const OneReaderClient *run)
{
  return g_ptr_array_index (run->request->paths, run->count);
}

static void
run_stop_child (OneReaderClient *run)
{
  g_clear_pointer (&run->child, one_child_free);
  g_clear_handle_id (&run->tick, g_source_remove);
  g_clear_pointer (&run->current, one_reading_free);
  g_byte_array_set_size (run->inbox, 0);
}

static void
run_keep (OneReaderClient *run, OneReading *reading)
{
  if (reading->refused)
    g_debug ("%s is left out", reading->path);
  run->count++;
  if (run->take)
    run->take (reading, run->data);
  else
    g_ptr_array_add (run->readings, reading);
}

/* Gives a stamp to a file that the reader could not open, so that it is not tried again before it
 * changes. */
static void
run_add (OneReaderClient *run, OneReading *reading)
{
  if (reading->refused && reading->stamp.inode == 0)
    one_stamp_read (AT_FDCWD, reading->path, &reading->stamp);
  run_keep (run, reading);
}

/* Refuses the next path, on which the reader failed. Does not stat a file on which the reader hung
 * in the kernel, because the daemon could hang, too; without a stamp it is tried again by itself.
 */
static void
run_refuse (OneReaderClient *run, const char *why, gboolean hung)
{
  OneReading *reading = one_reading_new (run_path (run));

  reading->refused = TRUE;
  g_ptr_array_add (reading->troubles, one_trouble_new (reading->path, 0, why));
  if (hung)
    run_keep (run, reading);
  else
    run_add (run, reading);
}

/* A request is about one source. */
static gboolean
is_of_database (const OneRequest *request)
{
  const GPtrArray *paths = request->paths;

  return paths->len > 0 && one_store_path_kind (paths->pdata[0]) != ONE_STORE_NONE;
}

static char *
dup_give_up_text (const OneReaderClient *run, const char *why)
{
  if (is_of_database (run->request))
    return g_strdup_printf (
        "no calendar in another program's database can be read: " STORE_READER " %s", why);
  return g_strdup_printf ("no calendar file can be read: oned-reader %s", why);
}

/* Refuses all that was asked for, because its reader does not run. Gives it no stamp, so that it is
 * tried again. */
static void
run_give_up (OneReaderClient *run, const char *why)
{
  g_autofree char *what = dup_give_up_text (run, why);
  const char *source = run->request->roots->len == 1 ? run->request->roots->pdata[0] : "";

  g_ptr_array_add (run->troubles, one_trouble_new (source, 0, what));
  while (run->count < run->request->paths->len) {
    OneReading *reading = one_reading_new (run_path (run));

    reading->refused = TRUE;
    run_keep (run, reading);
  }
}

/* Goes on from the main loop, because the child must not be freed and replaced in its callback. */
static void
run_step_soon (OneReaderClient *run)
{
  run_stop_child (run);
  one_deadline_set (run->step, 0);
}

/* The path that the reader works on, as far as its word can be trusted. */
static guint
run_get_hand (const OneReaderClient *run)
{
  guint word = one_child_word (run->child);

  return word < run->end - run->begin ? MAX (run->begin + word, run->count) : run->count;
}

/* Gives up the reader, which failed on `path`. Another one is asked for the paths before it that
 * have no reading yet, and then for those behind it. */
static void
run_fail (OneReaderClient *run, guint path, const char *how)
{
  g_autofree char *why = g_strdup_printf ("the reader %s on it", how);
  gboolean hung = run->ticks >= FILE_TICKS;

  g_debug ("the reader %s, with %u of %u files answered", how, run->count - run->begin,
           run->end - run->begin);
  if (!run->greeted) {
    run_give_up (run, how);
  } else if (path == run->count) {
    run_refuse (run, why, hung);
  } else {
    run->culprit = path;
    run->hung = hung;
    g_free (run->why);
    run->why = g_steal_pointer (&why);
  }
  run_step_soon (run);
}

static void
run_lives (OneReaderClient *run)
{
  run->ticks = 0;
  run->used = -1;
}

static gboolean
run_is_late (OneReaderClient *run)
{
  gint64 used = one_child_used (run->child);
  guint hand = run_get_hand (run);

  if (hand > run->hand)
    run_lives (run);
  run->hand = hand;
  if (run->used < 0)
    run->used = used;
  if (one_child_sleeps (run->child))
    run->ticks++;
  if (!run->greeted)
    return run->ticks >= START_TICKS || used - run->used >= START_USED;
  return run->ticks >= FILE_TICKS || used - run->used >= FILE_USED;
}

static gboolean
run_tick (gpointer data)
{
  OneReaderClient *run = data;

  if (!run_is_late (run))
    return G_SOURCE_CONTINUE;
  run->tick = 0;
  run_fail (run, run->hand, run->greeted ? "took too long" : "does not answer");
  return G_SOURCE_REMOVE;
}

static gboolean
run_take_hello (OneReaderClient *run, const OneFrame *frame, GError **error)
{
  OneHello hello = { 0 };
  gboolean understood = one_pack_parse_hello (frame, &hello, error);

  run->version = hello.version;
  if (!understood)
    return FALSE;
  if (!hello.landlock && run->troubles->len == 0)
    g_ptr_array_add (run->troubles,
                     one_trouble_new ("", 0,
                                      "this kernel has no landlock: what reads the calendars could "
                                      "read other files too, if one of them took it over"));
  run->greeted = TRUE;
  return TRUE;
}

static gboolean
run_take_frame (OneReaderClient *run, const OneFrame *frame, GError **error)
{
  gboolean complete;

  run->answer += frame->size;
  if (!run->greeted)
    return run_take_hello (run, frame, error);
  if (run->answer > MAX_ANSWER) {
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "it does not end");
    return FALSE;
  }
  if (!run->current)
    run->current = one_reading_new (run_path (run));
  if (!one_pack_parse_reading (frame, run->current, &complete, error))
    return FALSE;
  if (complete) {
    run_add (run, g_steal_pointer (&run->current));
    run->answer = 0;
    run_lives (run);
  }
  return TRUE;
}

static gboolean
run_take (OneReaderClient *run, GError **error)
{
  gsize taken = 0;
  gssize size = 1;

  while (size > 0 && run->count < run->end) {
    OneFrame frame;

    size = one_pack_parse_frame (run->inbox->data + taken, run->inbox->len - taken, &frame, error);
    if (size > 0 && !run_take_frame (run, &frame, error))
      return FALSE;
    taken += size > 0 ? (gsize) size : 0;
  }
  if (taken > 0)
    g_byte_array_remove_range (run->inbox, 0, (guint) taken);
  return size >= 0;
}

/* (transfer full) in which way its answer cannot be used. */
static char *
run_dup_complaint (const OneReaderClient *run, const GError *error)
{
  if (run->version != 0 && run->version != ONE_PACK_VERSION)
    return g_strdup ("is of another version than the oned that runs");
  return g_strdup_printf ("answered nonsense (%s)", error->message);
}

static void
run_got (const guint8 *bytes, gsize size, gpointer data)
{
  OneReaderClient *run = data;
  g_autoptr (GError) error = NULL;

  g_byte_array_append (run->inbox, bytes, (guint) size);
  if (!run_take (run, &error)) {
    g_autofree char *how = run_dup_complaint (run, error);

    run_fail (run, run->count, how);
  } else if (run->count == run->end) {
    g_debug ("the reader answered for %u files in %" G_GINT64_FORMAT " ms", run->end - run->begin,
             (g_get_monotonic_time () - run->started) / 1000);
    run_step_soon (run);
  }
}

static void
run_ended (const char *how, gpointer data)
{
  run_fail (data, run_get_hand (data), how ? how : "stopped halfway");
}

static const OneChildFuncs run_funcs = { .got = run_got, .ended = run_ended };

static void
run_start (OneReaderClient *run)
{
  guint most = run->why ? run->culprit - run->count : G_MAXUINT;
  g_autoptr (GByteArray) input = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  run->begin = run->hand = run->count;
  run->end = run->count + one_pack_add_request (input, run->request, run->count, most);
  run->started = g_get_monotonic_time ();
  run->greeted = FALSE;
  run->answer = 0;
  run_lives (run);
  run->child = one_child_new (run->reader, input, &run_funcs, run, &error);
  g_debug ("the reader is asked for %u files of %u", run->end - run->begin,
           run->request->paths->len);
  if (run->child) {
    run->tick = g_timeout_add (TICK, run_tick, run);
    return;
  }
  run_fail (run, run->count, error->message);
}

static void
run_step (gpointer data)
{
  OneReaderClient *run = data;

  if (run->why && run->count == run->culprit) {
    g_autofree char *why = g_steal_pointer (&run->why);

    run_refuse (run, why, run->hung);
  }
  if (run->count < run->request->paths->len)
    run_start (run);
  else
    run->done (g_steal_pointer (&run->readings), g_steal_pointer (&run->troubles), run->data);
}

/* The reader of databases has SQLite to load, and lies beside the one of files. */
static char *
dup_program (const char *reader, const OneRequest *request)
{
  g_autofree char *folder = g_path_get_dirname (reader);

  return is_of_database (request) ? g_build_filename (folder, STORE_READER, NULL)
                                  : g_strdup (reader);
}

OneReaderClient *
one_reader_client_new (const char *reader, OneRequest *request, OneReadingDone done, gpointer data)
{
  OneReaderClient *run = g_new0 (OneReaderClient, 1);

  run->reader = dup_program (reader, request);
  run->request = request;
  g_free (request->zone_folder);
  request->zone_folder = one_zone_data_dup_folder ();
  run->done = done;
  run->data = data;
  run->readings = g_ptr_array_new_with_free_func ((GDestroyNotify) one_reading_free);
  run->troubles = g_ptr_array_new_with_free_func ((GDestroyNotify) one_trouble_free);
  run->inbox = g_byte_array_new ();
  run->step = one_deadline_new (G_PRIORITY_DEFAULT, run_step, run);
  one_deadline_set (run->step, 0);
  return run;
}

void
one_reader_client_hand_over (OneReaderClient *run, OneReadingTake take)
{
  run->take = take;
}

guint32
one_reader_client_get_version (const OneReaderClient *run)
{
  return run->version;
}

void
one_reader_client_free (OneReaderClient *run)
{
  run_stop_child (run);
  one_deadline_free (run->step);
  g_byte_array_unref (run->inbox);
  g_clear_pointer (&run->readings, g_ptr_array_unref);
  g_clear_pointer (&run->troubles, g_ptr_array_unref);
  one_request_free (run->request);
  g_free (run->why);
  g_free (run->reader);
  g_free (run);
}
