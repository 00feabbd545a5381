/* SPDX-License-Identifier: MIT */
#include "reader/collect.h"

#include <string.h>

#include "reader/parse/vevent-read.h"

#define MAX_KEPT_ROOM (1024 * 1024) /* bytes of an empty list that are not worth giving back */

/* An event that was not parsed. */
typedef struct {
  gint64 offset; /* of its lines in the file */
  guint32 length, line, calendar;
  guint32 uid : 31; /* by hash */
  guint32 override : 1;
} Dropped;

struct OneCollect {
  OneFilter filter;
  OneWalk *walk;           /* (owned) */
  OneFileContext *context; /* (borrowed) of the file in hand */
  GHashTable *kept;        /* (owned) set of UIDs by hash: those of which something was kept */
  GHashTable *moved;       /* (owned) likewise: those of overrides moved into the horizon */
  GArray *dropped;         /* (owned) of Dropped */
};

OneCollect *
one_collect_new (const OneRequest *request)
{
  OneCollect *collect = g_new0 (OneCollect, 1);

  collect->filter = one_filter_new (request);
  collect->walk = one_walk_new ();
  collect->kept = g_hash_table_new (NULL, NULL);
  collect->moved = g_hash_table_new (NULL, NULL);
  collect->dropped = g_array_new (FALSE, FALSE, sizeof (Dropped));
  return collect;
}

void
one_collect_free (OneCollect *collect)
{
  one_walk_free (collect->walk);
  g_hash_table_unref (collect->kept);
  g_hash_table_unref (collect->moved);
  g_array_unref (collect->dropped);
  g_free (collect);
}

static guint32
short_hash (const char *uid, gsize length)
{
  return (guint32) (one_filter_hash_uid (uid, length) & 0x7fffffff);
}

static void
drop (OneCollect *collect, const OnePiece *piece, guint32 uid, gboolean override)
{
  Dropped dropped = {
    .offset = piece->offset,
    .length = (guint32) piece->length,
    .line = piece->line,
    .calendar = collect->context->calendars->len - 1,
    .uid = uid,
    .override = override,
  };

  g_array_append_val (collect->dropped, dropped);
}

static void
remember (OneCollect *collect, const OnePiece *piece, guint32 uid)
{
  g_hash_table_add (collect->kept, GUINT_TO_POINTER (uid));
  /* An odd event may hide a RECURRENCE-ID. */
  if (piece->key_lines.odd || one_filter_is_moved_here (&collect->filter, piece))
    g_hash_table_add (collect->moved, GUINT_TO_POINTER (uid));
}

/* The UID counts as it was parsed: that of an odd event may not be where the walk saw one. */
static void
keep (OneCollect *collect, const OnePiece *piece)
{
  GPtrArray *vevents = collect->context->vevents;
  const OneVEvent *vevent;

  one_vevent_read (collect->context, one_file_context_get_calendar (collect->context), piece);
  if (collect->filter.all)
    return; /* Then nothing is dropped. */
  vevent = g_ptr_array_index (vevents, vevents->len - 1);
  remember (collect, piece, short_hash (vevent->uid, strlen (vevent->uid)));
  if (piece->key_lines.uid.length == 0)
    remember (collect, piece, short_hash ("", 0)); /* Events without a UID share a made-up one. */
}

static void
take_event (OneCollect *collect, const OnePiece *piece)
{
  OneFilterVerdict verdict = one_filter_judge (&collect->filter, piece);
  gsize length;
  const char *uid;

  /* A CANCEL may tell of any series. */
  if (verdict == ONE_FILTER_KEEP || one_file_context_get_calendar (collect->context)->cancel
      || !one_filter_find_uid (piece, &uid, &length)) {
    keep (collect, piece);
    return;
  }
  drop (collect, piece, short_hash (uid, length), verdict == ONE_FILTER_DROP_OVERRIDE);
}

static void
take_piece (OneCollect *collect, const OnePiece *piece)
{
  switch (piece->kind) {
  case ONE_PIECE_CALENDAR:
    one_file_context_begin_calendar (collect->context);
    break;
  case ONE_PIECE_PROPERTY:
    one_file_context_add_property (collect->context, piece->text, piece->length);
    break;
  case ONE_PIECE_ZONE:
    one_file_context_add_zone (collect->context, piece->text, piece->length, piece->line);
    break;
  case ONE_PIECE_EVENT:
    take_event (collect, piece);
    break;
  case ONE_PIECE_TOO_LONG:
    collect->context->reading->incomplete = TRUE;
    one_file_context_tell (collect->context, piece->line,
                           "a component of more than %d KB is left out", ONE_WALK_MAX_EVENT / 1024);
    break;
  case ONE_PIECE_CUT:
    collect->context->reading->incomplete = TRUE;
    one_file_context_tell (collect->context, piece->line,
                           "the file ends inside this event, which is left out");
    break;
  }
}

/* A dropped master is wanted if anything of its UID was kept, a dropped override if an override of
 * its UID was moved into the horizon. */
static gboolean
is_wanted (const OneCollect *collect, const Dropped *dropped)
{
  return g_hash_table_contains (dropped->override ? collect->moved : collect->kept,
                                GUINT_TO_POINTER (dropped->uid));
}

static void
fetch (OneCollect *collect, const Dropped *dropped)
{
  OnePiece piece = { .kind = ONE_PIECE_EVENT, .length = dropped->length, .line = dropped->line };
  g_autofree char *text = g_malloc (dropped->length + 1);

  if (!one_bytes_read_at (collect->context->bytes, dropped->offset, text, dropped->length))
    return; /* The file was cut while it was read; whoever asked looks for that. */
  piece.text = text;
  piece.offset = dropped->offset;
  one_vevent_read (collect->context,
                   g_ptr_array_index (collect->context->calendars, dropped->calendar), &piece);
}

static void
fetch_wanted (OneCollect *collect)
{
  if (g_hash_table_size (collect->kept) == 0)
    return;
  for (guint i = 0; i < collect->dropped->len; i++) {
    const Dropped *dropped = &g_array_index (collect->dropped, Dropped, i);

    if (is_wanted (collect, dropped))
      fetch (collect, dropped);
  }
}

/* Tells what the walk as a whole found. */
static void
conclude (OneCollect *collect)
{
  const OneBytes *bytes = collect->context->bytes;
  const OneWalk *walk = collect->walk;
  OneFileContext *context = collect->context;
  gboolean none = !one_walk_is_calendar (walk);

  context->reading->refused = bytes->error || none;
  context->reading->incomplete |= one_walk_is_cut_off (walk);
  if (bytes->error)
    one_file_context_tell (context, 0, "cannot be read: %s", g_strerror (bytes->error));
  else if (one_walk_is_utf16 (walk))
    one_file_context_tell (context, 0, "is in UTF-16; iCalendar files are in UTF-8");
  else if (none)
    one_file_context_tell (context, 0, "holds no calendar");
  else if (one_walk_is_cut_off (walk))
    one_file_context_tell (context, one_walk_get_line (walk),
                           "END:VCALENDAR is missing: the file is cut off");
}

static void
reset (OneCollect *collect)
{
  g_hash_table_remove_all (collect->kept);
  g_hash_table_remove_all (collect->moved);
  if (collect->dropped->len * sizeof (Dropped) > MAX_KEPT_ROOM) {
    g_array_unref (collect->dropped);
    collect->dropped = g_array_new (FALSE, FALSE, sizeof (Dropped));
  }
  g_array_set_size (collect->dropped, 0);
}

gboolean
one_collect_begin (OneCollect *collect, OneBytes *bytes)
{
  one_walk_begin (collect->walk, one_bytes_read, bytes);
  return collect->filter.all || !one_walk_is_plain (collect->walk);
}

void
one_collect_file (OneCollect *collect, OneFileContext *context)
{
  OnePiece piece;

  collect->context = context;
  reset (collect);
  context->line_end = one_walk_get_line_end (collect->walk);
  while (one_walk_next (collect->walk, &piece))
    take_piece (collect, &piece);
  fetch_wanted (collect);
  conclude (collect);
}
