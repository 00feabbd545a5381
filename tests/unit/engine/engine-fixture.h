/* SPDX-License-Identifier: MIT */
/* What a part of the engine stands on, without the other parts: a folder of its own, a clock that
 * stands still, and an OneBase with its troubles, its storage and its setup. */
#pragma once

#include "engine/base/base.h"
#include "engine/base/setup.h"
#include "tests/unit/store/store-fixture.h"

#define MONDAY 1795424400 /* 2026-11-23 09:00 UTC, when each test begins */
#define MINUTE 60
#define HOUR 3600
#define DAY (24 * HOUR)
#define WEEK (7 * 24 * HOUR)

typedef struct {
  OneClock clock; /* first, so that a OneClock is a Fixture */
  gint64 now;
  gint64 wake;          /* the instant that was last asked for */
  StoreFixture scratch; /* the folder; its store is lent by `base` */
  char *config;         /* (owned) path of oned.conf */
  char *catalogue;      /* (owned) folder, not there */
  char *data, *kept;    /* (owned) folders of the store and of the cache */
  char *sources;        /* (owned) folder of the calendars */
  char *pages;          /* (owned) folder of the pages, not there */
  OneBase base;
  GString *heard; /* (owned) of setup: "sources rules ", since it was compared last */
} Fixture;

/* Instead of g_test_init: warnings are kept, not fatal. The zone is UTC. */
void engine_begin (int *argc, char ***argv);

/* Opens the base. Again after engine_close it is a later life of the same oned. */
void engine_open (Fixture *fixture);
void engine_close (Fixture *fixture);

/* Closes what is open and takes everything away. A warning that no test asked for is a failure. */
void engine_clear (Fixture *fixture);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, engine_clear)

/* Opens the base, and has oned.conf read: the folders of pages and calendars, and these lines, the
 * first of which are of [calendar]. */
void engine_start (Fixture *fixture, const char *lines);
void engine_write_config (Fixture *fixture, const char *lines);
void engine_write (const char *folder, const char *name, const char *text);

/* Runs the main loop until engine_go_on was called since the last time. */
void engine_wait (void);
void engine_go_on (void);

/* What was warned of since it was asked last, a line each. */
#define engine_assert_warned(text)                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *warned_now = engine_take_warnings ();                                         \
    g_assert_cmpstr (warned_now, ==, text);                                                        \
  }                                                                                                \
  G_STMT_END
char *engine_take_warnings (void);

/* The troubles, a line each: "store +60 what", "b.ics:3 +0 what". The instant is seconds after
 * MONDAY. */
#define engine_assert_troubles(fixture, text)                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *troubles_now = engine_format_troubles (fixture);                              \
    g_assert_cmpstr (troubles_now, ==, text);                                                      \
  }                                                                                                \
  G_STMT_END
char *engine_format_troubles (Fixture *fixture);

/* That the setup said so since this was asked last. */
#define engine_assert_heard(fixture, text)                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpstr ((fixture)->heard->str, ==, text);                                             \
    g_string_truncate ((fixture)->heard, 0);                                                       \
  }                                                                                                \
  G_STMT_END
