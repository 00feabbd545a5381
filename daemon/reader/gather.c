/* SPDX-License-Identifier: MIT */
#include "reader/gather.h"

#include <string.h>

#include "reader/draft.h"

#define MAX_KEPT_ROOM (1024 * 1024) /* bytes of an empty list that are not worth giving back */

/* An event that was not parsed. */
typedef struct {
  gint64 offset; /* of its lines in the file */
  guint32 length, line, calendar;
  guint32 uid : 31; /* by hash */
  guint32 override : 1;
} Dropped;

struct OneGather {
  OneFilter filter;
  OneWalk *walk;     /* (owned) */
  OneSheet *sheet;   /* (borrowed) of the file in hand */
  GHashTable *kept;  /* (owned) set of UIDs by hash: those of which something was kept */
  GHashTable *moved; /* (owned) likewise: those of overrides moved into the horizon */
  GArray *dropped;   /* (owned) of Dropped */
};

OneGather *
one_gather_new (const OneRequest *request)
{
  OneGather *gather = g_new0 (OneGather, 1);

  gather->filter = one_filter_new (request);
  gather->walk = one_walk_new ();
  gather->kept = g_hash_table_new (NULL, NULL);
  gather->moved = g_hash_table_new (NULL, NULL);
  gather->dropped = g_array_new (FALSE, FALSE, sizeof (Dropped));
  return gather;
}

void
one_gather_free (OneGather *gather)
{
  one_walk_free (gather->walk);
  g_hash_table_unref (gather->kept);
  g_hash_table_unref (gather->moved);
  g_array_unref (gather->dropped);
  g_free (gather);
}

static guint32
short_hash (const char *uid, gsize length)
{
  return (guint32) (one_filter_hash_uid (uid, length) & 0x7fffffff);
}

static void
drop (OneGather *gather, const OnePiece *piece, guint32 uid, gboolean override)
{
  Dropped dropped = {
    .offset = piece->offset,
    .length = (guint32) piece->length,
    .line = piece->line,
    .calendar = gather->sheet->calendars->len - 1,
    .uid = uid,
    .override = override,
  };

  g_array_append_val (gather->dropped, dropped);
}

static void
remember (OneGather *gather, const OnePiece *piece, guint32 uid)
{
  g_hash_table_add (gather->kept, GUINT_TO_POINTER (uid));
  /* What is odd may hide a RECURRENCE-ID. */
  if (piece->tells.odd || one_filter_is_moved_here (&gather->filter, piece))
    g_hash_table_add (gather->moved, GUINT_TO_POINTER (uid));
}

/* The UID counts as it was parsed: that of an odd event may not be where the walk saw one. */
static void
keep (OneGather *gather, const OnePiece *piece)
{
  GPtrArray *drafts = gather->sheet->drafts;
  const OneDraft *draft;

  one_draft_add (gather->sheet, one_sheet_get_calendar (gather->sheet), piece);
  if (gather->filter.all)
    return; /* Then nothing is dropped. */
  draft = g_ptr_array_index (drafts, drafts->len - 1);
  remember (gather, piece, short_hash (draft->uid, strlen (draft->uid)));
  if (piece->tells.uid.length == 0)
    remember (gather, piece, short_hash ("", 0)); /* It shares one that is made for it. */
}

static void
take_event (OneGather *gather, const OnePiece *piece)
{
  OneFilterVerdict verdict = one_filter_judge (&gather->filter, piece);
  gsize length;
  const char *uid;

  /* A CANCEL may tell of any series. */
  if (verdict == ONE_FILTER_KEEP || one_sheet_get_calendar (gather->sheet)->cancel
      || !one_filter_find_uid (piece, &uid, &length)) {
    keep (gather, piece);
    return;
  }
  drop (gather, piece, short_hash (uid, length), verdict == ONE_FILTER_DROP_OVERRIDE);
}

static void
take_piece (OneGather *gather, const OnePiece *piece)
{
  switch (piece->kind) {
  case ONE_PIECE_CALENDAR:
    one_sheet_begin_calendar (gather->sheet);
    break;
  case ONE_PIECE_PROPERTY:
    one_sheet_add_property (gather->sheet, piece->text, piece->length);
    break;
  case ONE_PIECE_ZONE:
    one_sheet_add_zone (gather->sheet, piece->text, piece->length, piece->line);
    break;
  case ONE_PIECE_EVENT:
    take_event (gather, piece);
    break;
  case ONE_PIECE_TOO_LONG:
    one_sheet_tell (gather->sheet, piece->line, "a component of more than %d KB is left out",
                    ONE_WALK_MAX_EVENT / 1024);
    break;
  case ONE_PIECE_CUT:
    one_sheet_tell (gather->sheet, piece->line,
                    "the file ends inside this event, which is left out");
    break;
  }
}

/* A master that was dropped belongs to overrides that were not, or is a newer state of one that was
 * not; so may be a dropped override of one that was moved into the horizon. */
static gboolean
is_wanted (const OneGather *gather, const Dropped *dropped)
{
  return g_hash_table_contains (dropped->override ? gather->moved : gather->kept,
                                GUINT_TO_POINTER (dropped->uid));
}

static void
fetch (OneGather *gather, const Dropped *dropped)
{
  OnePiece piece = { .kind = ONE_PIECE_EVENT, .length = dropped->length, .line = dropped->line };
  g_autofree char *text = g_malloc (dropped->length + 1);

  if (!one_source_read_at (gather->sheet->source, dropped->offset, text, dropped->length))
    return; /* The file was cut while it was read; whoever asked looks for that. */
  piece.text = text;
  piece.offset = dropped->offset;
  one_draft_add (gather->sheet, g_ptr_array_index (gather->sheet->calendars, dropped->calendar),
                 &piece);
}

static void
fetch_wanted (OneGather *gather)
{
  if (g_hash_table_size (gather->kept) == 0)
    return;
  for (guint i = 0; i < gather->dropped->len; i++) {
    const Dropped *dropped = &g_array_index (gather->dropped, Dropped, i);

    if (is_wanted (gather, dropped))
      fetch (gather, dropped);
  }
}

/* What the walk as a whole found. */
static void
conclude (OneGather *gather)
{
  const OneSource *source = gather->sheet->source;
  const OneWalk *walk = gather->walk;
  OneSheet *sheet = gather->sheet;
  gboolean none = !one_walk_is_calendar (walk);

  sheet->reading->refused = source->error || none;
  if (source->error)
    one_sheet_tell (sheet, 0, "cannot be read: %s", g_strerror (source->error));
  else if (one_walk_is_utf16 (walk))
    one_sheet_tell (sheet, 0, "is in UTF-16; iCalendar files are in UTF-8");
  else if (none)
    one_sheet_tell (sheet, 0, "holds no calendar");
  else if (one_walk_is_cut_off (walk))
    one_sheet_tell (sheet, one_walk_get_line (walk),
                    "END:VCALENDAR is missing: the file is cut off");
}

static void
reset (OneGather *gather)
{
  g_hash_table_remove_all (gather->kept);
  g_hash_table_remove_all (gather->moved);
  if (gather->dropped->len * sizeof (Dropped) > MAX_KEPT_ROOM) {
    g_array_unref (gather->dropped);
    gather->dropped = g_array_new (FALSE, FALSE, sizeof (Dropped));
  }
  g_array_set_size (gather->dropped, 0);
}

gboolean
one_gather_begin (OneGather *gather, OneSource *source)
{
  one_walk_begin (gather->walk, one_source_read, source);
  return gather->filter.all || !one_walk_is_plain (gather->walk);
}

void
one_gather_file (OneGather *gather, OneSheet *sheet)
{
  OnePiece piece;

  gather->sheet = sheet;
  reset (gather);
  sheet->line_end = one_walk_get_line_end (gather->walk);
  while (one_walk_next (gather->walk, &piece))
    take_piece (gather, &piece);
  fetch_wanted (gather);
  conclude (gather);
}
