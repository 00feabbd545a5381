/* SPDX-License-Identifier: MIT */
/* Makes events, series and files by hand, for tests of detection and merging. */
#pragma once

#include <glib.h>
#include "core/detect/series-merge.h"
#include "core/detect/detect.h"
#include "model/calendar/reading.h"

#define ME "me@example.com"
#define ANN "ann@example.com"
#define CARL "carl@example.com"
#define GOOGLE "-//Google Inc//Google Calendar 70.9054//EN"
#define EXCHANGE "Microsoft Exchange Server 2010"
#define HOUR 3600
#define WEEK (7 * 24 * HOUR)
#define T0 1700000000

/* `people` is written "address [word…]", words: organizer room resource group accepted tentative
 * declined delegated observer, name=NAME_WITH_UNDERSCORES; several separated by ",". */
OneEvent *calendar_event (const char *summary, const char *people);

/* A weekly series with a master and `n` half-hour occurrences from T0 on. */
OneSeries *calendar_weekly (const char *uid, const char *producer, OneEvent *master, guint n);

/* Adds an override of the occurrence `index` weeks after T0 that starts `shift` seconds later. */
OneOccurrence *calendar_override (OneSeries *series, guint index, gint64 shift, OneEvent *event);

/* A series without its master, which another file has: overrides only. */
OneSeries *calendar_fragment (const char *uid, const char *producer);

/* Files of one series each; takes path, series, …, NULL. */
GPtrArray *calendar_files (const char *path, ...) G_GNUC_NULL_TERMINATED;
