/* SPDX-License-Identifier: MIT */
/* Searches notes, points and actions, also closed ones. A word matches every word that begins with
 * it, whatever its case and accents; a hit has all of the words. No sign in them has a special
 * meaning. */
#pragma once

#include "model/promise.h"
#include "store/db/store.h"

/* The numbers are in the database. */
typedef enum {
  ONE_HIT_NOTE = 0,
  ONE_HIT_POINT = 1,
  ONE_HIT_ACTION = 2,
} OneHitKind;

typedef struct {
  OneHitKind kind;
  gint64 id; /* of the note, point or action */
  gint64 person;
  gint64 meeting; /* in which it was written or promised; 0 for none */
  gint64 at;      /* start of a note's meeting, else when it was written; UTC seconds */
  OneState state; /* of a point or an action */
  char *category; /* (owned) id; "" for none */
  char *text;     /* (owned) what is around the words; "…" stands for what is left out */
} OneHit;

void one_hit_free (OneHit *hit);

/* (transfer full) of OneHit, newest first, no more than `limit`. INVALID without any word. */
GPtrArray *one_search_list (OneStore *store, const char *words, guint limit,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneHit, one_hit_free)
