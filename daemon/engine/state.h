/* SPDX-License-Identifier: MIT */
/* The parts of the engine. For the files that know them all: engine.c, cycle.c and ops/. */
#pragma once

#include "edge/files/worker.h"
#include "engine/base/base.h"
#include "engine/calendars/calendars.h"
#include "engine/detect/detector.h"
#include "engine/pages/page-sync.h"
#include "engine/reminders/reminders.h"

struct OneEngine {
  OneBase base;
  OneCalendars *calendars; /* (owned) */
  OneDetector *detector;   /* (owned) */
  OneReminders *reminders; /* (owned) */
  OnePageSync *pages;      /* (owned) NULL before start */
  GHashTable *explains;    /* (owned) set of what `onectl explain` waits for */
  OneWorker *backup;       /* (borrowed) that writes a copy of the store; NULL: none */
  gint64 started;          /* UTC seconds */
  void (*changed) (gpointer data);
  gpointer data;
};
