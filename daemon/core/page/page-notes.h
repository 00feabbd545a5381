/* SPDX-License-Identifier: MIT */
/* The notes of a page while it is read: one of the meeting, and one of each category that has any.
 * Inner part of the room. */
#pragma once

#include <glib.h>

typedef struct OnePageNotes OnePageNotes;

/* Lines go to the meeting's note at first. Texts are borrowed until the notes are freed. */
OnePageNotes *one_page_notes_new (void);
void one_page_notes_free (OnePageNotes *notes);

/* The next lines go to the note of the category; "" is the meeting's. */
void one_page_notes_turn_to (OnePageNotes *notes, const char *category);
gboolean one_page_notes_is_meeting (const OnePageNotes *notes);

/* A heading begins the meeting's note again. `heading` (nullable) goes into it once there is text
 * below. */
void one_page_notes_turn_to_heading (OnePageNotes *notes, guint level, const char *heading);

/* `number`: of the line in the file. */
void one_page_notes_add_line (OnePageNotes *notes, const char *line, guint number);

/* Adds those with a text to `lines` (of OnePageLine), and to `left` (of OnePageLeft) where one is
 * too long. */
void one_page_notes_finish (OnePageNotes *notes, GPtrArray *lines, GPtrArray *left);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePageNotes, one_page_notes_free)
