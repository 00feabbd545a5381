/* SPDX-License-Identifier: MIT */
/* The user's notes about meetings. */
#pragma once

#include "store/db/store.h"

typedef struct {
  gint64 id;
  gint64 meeting;
  gint64 start;   /* of that meeting, UTC seconds */
  gint64 created; /* UTC seconds */
  char *category; /* (owned) id; "" for none */
  char *text;     /* (owned) */
} OneNote;

void one_note_free (OneNote *note);

gboolean one_notes_add (OneStore *store, OneNote *note,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT; /* fills in the id */
/* (transfer full) of OneNote: of one meeting, as they were added; of one person (0 for everybody),
 * by the meetings' start. */
GPtrArray *one_notes_list (OneStore *store, gint64 meeting,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *one_notes_list_person (OneStore *store, gint64 person,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Replaces the text; "" deletes the note. `found` is FALSE if there is no such note. */
gboolean one_notes_set_text (OneStore *store, gint64 id, const char *text, gboolean *found,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

OneNote *one_note_new (gint64 meeting, const char *category, const char *text, gint64 created);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneNote, one_note_free)
