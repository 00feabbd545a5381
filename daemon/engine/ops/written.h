/* SPDX-License-Identifier: MIT */
/* What the user has written, found again: a value that is owned by whoever asked. */
#pragma once

#include "model/promise.h"

typedef enum {
  ONE_WRITTEN_NOTE,
  ONE_WRITTEN_POINT,
  ONE_WRITTEN_ACTION,
} OneWritten;

typedef struct {
  OneWritten kind;
  gint64 id;
  char *person;   /* (owned) name */
  gint64 meeting; /* 0 for none */
  gint64 at;      /* start of a note's meeting, else when it was written; UTC seconds */
  OneState state; /* of a point or an action */
  char *category; /* (owned) id; "" for none */
  char *text;     /* (owned) */
} OneWrittenView;

void one_written_view_free (OneWrittenView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneWrittenView, one_written_view_free)
