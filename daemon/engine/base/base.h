/* SPDX-License-Identifier: MIT */
/* Values that every part of the engine may use: each is kept by one part and read by all. */
#pragma once

#include <glib.h>
#include "edge/cache/readings.h"
#include "edge/files/files.h"
#include "edge/time/clock.h"
#include "model/settings.h"
#include "store/db/store.h"

typedef struct OneSetup OneSetup;       /* engine/base/setup.h */
typedef struct OneStorage OneStorage;   /* engine/base/storage.h */
typedef struct OneTroubles OneTroubles; /* engine/base/troubles.h */

/* The engine itself (engine/engine.h). No part can look into it. */
typedef struct OneEngine OneEngine;

/* Paths and the clock. All of it is borrowed and outlives the engine. */
typedef struct {
  OneClock *clock;       /* its `woken` becomes the engine's */
  const char *config;    /* path of oned.conf */
  const char *catalogue; /* folder of the user's catalogue files */
  const char *data;      /* folder of the store */
  const char *cache;     /* folder of what can be thrown away */
  const char *reader;    /* path of oned-reader */
  /* Called after each run of a reader (nullable) with its version, see
   * one_reader_client_get_version. */
  void (*reader_spoke) (guint32 version, gpointer data);
  gpointer spoke_data; /* its `data` */
} OneEngineEnvironment;

/* The calendars as they were read. Kept by engine/calendars. */
typedef struct {
  OneReadings *readings; /* of each file */
  OneFiles *files;       /* that are watched; NULL before start */
  gint64 from, to;       /* the horizon of the readings, UTC seconds */
} OneCalendarData;

typedef struct {
  OneEngineEnvironment environment; /* (borrowed) */
  OneStore *store;                  /* kept by storage */
  const OneSettings *settings;      /* in force; kept by setup, never NULL once it has started */
  GTimeZone *zone;                  /* the user's; likewise */
  const char *zone_name;            /* likewise */
  OneCalendarData calendars;        /* kept by engine/calendars */
  OneTroubles *troubles;            /* (owned) */
  OneSetup *setup;                  /* (owned) */
  OneStorage *storage;              /* (owned) */
} OneBase;

/* The clock's word, UTC seconds. */
gint64 one_base_now (const OneBase *base);
