/* SPDX-License-Identifier: MIT */
/* A layer between SQLite and the disk, for tests only: it writes down what passes, in the order in
 * which it passes, and refuses a call when it is told to. One log, one thread. */
#pragma once

#include <glib.h>

typedef enum {
  SHIM_WRITE,
  SHIM_TRUNCATE,
  SHIM_SYNC,
  SHIM_DELETE,
  SHIM_TOLD, /* not SQLite's: the user was told that something is kept */
} ShimKind;

typedef enum {
  SHIM_STORE,
  SHIM_LOG,
  SHIM_OTHER, /* journals and copies: not written down */
} ShimPlace;
#define SHIM_N_PLACES 2

typedef struct {
  ShimKind kind;
  ShimPlace place;
  gint64 at;     /* offset; the new size; or the number that was told */
  GBytes *bytes; /* (owned) of a write; else NULL */
} ShimEvent;

void shim_event_free (ShimEvent *event);

/* Once: every database opened afterwards goes through it. Nothing is written down yet, syncs are
 * left out (the tests kill nobody's machine), and nothing is refused. */
void shim_register (void);

/* Into `log` (borrowed, of ShimEvent) from now on; NULL ends it. */
void shim_record (GPtrArray *log);
void shim_tell (gint64 number);

/* The call with that number, counted from 1 and from now, fails; with `on`, also all after it. As a
 * full disk (only what asks for room counts) or as a disk that breaks. 0: none. */
typedef struct {
  guint call;
  gboolean full;
  gboolean on;
} ShimFault;
void shim_fail (const ShimFault *fault);
gboolean shim_has_failed (void);
