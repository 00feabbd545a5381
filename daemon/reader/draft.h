/* SPDX-License-Identifier: MIT */
/* One VEVENT, parsed, but not yet placed in time: its zones are names still. */
#pragma once

#include "reader/rule.h"
#include "reader/sheet.h"
#include "reader/walk.h"

typedef struct {
  OneWritten start;
  OneWritten end; /* kind NONE if there is none */
  OneSpell spell; /* for a PERIOD with a duration */
  gboolean has_spell;
} OneExtra;

typedef struct {
  char *uid;                   /* (owned) */
  const OneCalendar *calendar; /* (borrowed) */
  OneEvent *event;             /* (owned until it is handed over; NULL then) */
  guint line;
  gint64 offset; /* of its lines in the file, to read its words; -1: they were read */
  gsize length;
  guint order;                     /* in the file */
  OneWritten start, end, original; /* DTSTART, DTEND, RECURRENCE-ID */
  OneSpell spell;                  /* DURATION */
  gboolean has_spell, this_and_future;
  GArray *rules, *exrules; /* (owned, nullable) of OneRule */
  GArray *extras;          /* (owned, nullable) of OneExtra: RDATE */
  GArray *excluded;        /* (owned, nullable) of OneWritten: EXDATE */
  gint64 sequence, last_modified, dtstamp;
  gboolean sub_daily;
  gboolean unusable; /* what it needs to be placed is missing or refused */
} OneDraft;

/* Parses the lines of an event of the calendar and adds it to the sheet; what is wrong is told
 * there. */
void one_draft_add (OneSheet *sheet, const OneCalendar *calendar, const OnePiece *piece);

/* Reads the words of an event that was taken from the draft: title, place, people, links. Most
 * events have no occurrence in the horizon, and nobody asks for theirs. */
void one_draft_read_words (OneSheet *sheet, const OneDraft *draft, OneEvent *event);

void one_draft_free (OneDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneDraft, one_draft_free)
