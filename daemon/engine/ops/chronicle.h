/* SPDX-License-Identifier: MIT */
/* All that is remembered of the meetings with one person. Owned by whoever asked. */
#pragma once

#include "engine/ops/views.h"

typedef struct {
  char *category; /* (owned) id; "" for the meeting */
  char *text;     /* (owned) */
  gint64 created; /* UTC seconds */
} OneChronicleNote;

typedef struct {
  OneMeeting *meeting; /* (owned) */
  GPtrArray *touched;  /* (owned) of char*: ids of categories */
  GPtrArray *notes;    /* (owned) of OneChronicleNote, as they were written */
} OneChronicleEntry;

typedef struct {
  OnePersonView *person; /* (owned) */
  GPtrArray *entries;    /* (owned) of OneChronicleEntry, by start */
  GPtrArray *actions;    /* (owned) of OneActionView, by id */
  GPtrArray *points;     /* (owned) of OnePointView, by id */
  OneCoverage *coverage; /* (owned) */
} OneChronicle;

OneChronicleNote *one_chronicle_note_new (const char *category, const char *text, gint64 created);
void one_chronicle_note_free (OneChronicleNote *note);
OneChronicleEntry *one_chronicle_entry_new (const OneMeeting *meeting);
void one_chronicle_entry_free (OneChronicleEntry *entry);
void one_chronicle_free (OneChronicle *chronicle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneChronicleEntry, one_chronicle_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneChronicle, one_chronicle_free)
