/* SPDX-License-Identifier: MIT */
/* A store in a folder of its own, for each test. */
#pragma once

#include "store/db/store.h"

typedef struct {
  char *folder; /* (owned) */
  char *path;   /* (owned) of the store */
  OneStore *store;
} StoreFixture;

void fixture_init (StoreFixture *fixture);  /* nothing is there yet */
void fixture_open (StoreFixture *fixture);  /* opens it; may be called again after fixture_close */
void fixture_close (StoreFixture *fixture); /* the store only */
void fixture_clear (StoreFixture *fixture); /* closes what is open and takes everything away */

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StoreFixture, fixture_clear)

/* Add a person or a meeting; fail the test if that fails. */
gint64 fixture_add_person (StoreFixture *fixture, const char *address, const char *name);
gint64 fixture_add_meeting (StoreFixture *fixture, gint64 person, const char *uid, gint64 start);

/* Checks the code and the message of an error. */
#define fixture_assert_error(error, wanted, text)                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_error (error, ONE_ERROR, (int) (wanted));                                             \
    g_assert_cmpstr ((error)->message, ==, text);                                                  \
    g_clear_error (&(error));                                                                      \
  }                                                                                                \
  G_STMT_END
