/* SPDX-License-Identifier: MIT */
/* Actions (promises, mine or theirs) and points (what I want to raise next time). Both open, close
 * and drop in the same way; the user types their ids, "a12", "p7". */
#pragma once

#include <glib.h>
#include "wire/words.h"

typedef struct {
  gint64 id;
  gint64 person;
  char *text; /* (owned) */
  OneOwner owner;
  GDate due;      /* not valid: no due date */
  gint64 created; /* UTC seconds */
  OneState state;
  gint64 closed; /* UTC seconds; 0 while open */
} OneAction;

typedef struct {
  gint64 id;
  gint64 person;
  char *category; /* (owned) id; "" for none */
  char *text;     /* (owned) */
  GDate on;       /* the day before which it waits; not valid: it does not wait */
  gint64 created; /* UTC seconds */
  OneState state;
  gint64 closed;  /* UTC seconds; 0 while open */
  gboolean main;  /* the category is the main subject of the next meeting */
  gboolean every; /* it comes each time: talking about it does not close it */
  gboolean ask;   /* it is asked at once, before the next meeting; model/asking.h */
} OnePoint;

OneAction *one_action_new (void);
OneAction *one_action_dup (const OneAction *action);
void one_action_free (OneAction *action);
OnePoint *one_point_new (void);
OnePoint *one_point_dup (const OnePoint *point);
void one_point_free (OnePoint *point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneAction, one_action_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePoint, one_point_free)
