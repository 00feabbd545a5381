/* SPDX-License-Identifier: MIT */
/* A folder of its own for every test, with a store in it. */
#pragma once

#include "store/db/store.h"

typedef struct {
  char *folder; /* (owned) */
  char *path;   /* (owned) of the store */
  OneStore *store;
} Scratch;

void scratch_init (Scratch *scratch);  /* nothing is there yet */
void scratch_open (Scratch *scratch);  /* opens it; may be called again after scratch_close */
void scratch_close (Scratch *scratch); /* the store only */
void scratch_clear (Scratch *scratch); /* closes what is open and takes everything away */

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scratch, scratch_clear)

/* What must not go wrong: people and meetings to hang things on. */
gint64 scratch_add_person (Scratch *scratch, const char *address, const char *name);
gint64 scratch_add_meeting (Scratch *scratch, gint64 person, const char *uid, gint64 start);

/* That `call`, which failed, failed so. */
#define scratch_assert_error(error, wanted, text)                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_error (error, ONE_ERROR, (int) (wanted));                                             \
    g_assert_cmpstr ((error)->message, ==, text);                                                  \
    g_clear_error (&(error));                                                                      \
  }                                                                                                \
  G_STMT_END
