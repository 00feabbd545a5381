/* SPDX-License-Identifier: MIT */
/* The lines of a meeting's page, as far as oned understands it (oned-page(5)). The last reading is
 * kept, so that at the next save only the user's changes since then count. */
#pragma once

#include <glib.h>
#include "wire/words.h"

typedef enum {
  ONE_PAGE_CATEGORY, /* the box of a category: ticked when it was talked about */
  ONE_PAGE_PROMISE,  /* the box of an action or a point that has an id */
  ONE_PAGE_ACTION,   /* an action that the user wrote on the page */
  ONE_PAGE_NOTE,     /* all that was written under one category, or about the meeting */
} OnePageKind;
#define ONE_N_PAGE_KINDS 4

typedef struct {
  OnePageKind kind;
  char *key;      /* (owned) category, note: its id, "" for the meeting; promise: "a12", "p7";
                     action: "me", "them" */
  char *text;     /* (owned) of an action or a note, cleaned; of a category its tick; else "" */
  GDate due;      /* of an action; not valid: none */
  OneState state; /* what its box says; of a note always open */
  gint64 row;     /* the action or the note in the store that it became; 0 for none */
  gboolean gone;  /* an action whose line was deleted: it is recognized if the line comes back */
} OnePageLine;

OnePageLine *one_page_line_new (OnePageKind kind, const char *key, const char *text);
OnePageLine *one_page_line_dup (const OnePageLine *line);
void one_page_line_free (OnePageLine *line);

/* A category that was ticked ahead of its meeting is prepared: it was not talked about yet. It is
 * ticked anew when its sign changes between "X" and another. */
void one_page_line_set_capital (OnePageLine *line); /* by "X" */
void one_page_line_set_prepared (OnePageLine *line);
gboolean one_page_line_is_prepared (const OnePageLine *line);
/* TRUE if it was prepared at the last reading (`before`, nullable) and has another sign now; with
 * the same sign it becomes prepared. */
gboolean one_page_line_is_ticked_anew (OnePageLine *line, const OnePageLine *before);

/* (transfer full) A list that frees its lines. */
GPtrArray *one_page_line_list_new (void);

const char *one_page_line_format_kind (OnePageKind kind);
gboolean one_page_line_parse_kind (const char *word, OnePageKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePageLine, one_page_line_free)
