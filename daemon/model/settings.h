/* SPDX-License-Identifier: MIT */
/* The settings of oned.conf, with defaults for missing keys; oned.conf(5) explains each. Made by
 * config. */
#pragma once

#include <glib.h>
#include "model/base/instant.h"
#include "model/calendar/found.h"
#include "wire/words.h"

#define ONE_MAX_LEADS 4

/* The longest lead, and every other length of time, that oned.conf takes; in seconds. */
#define ONE_SETTINGS_MAX_DURATION (31 * ONE_DAY)

/* When the reminders of one stage are due, in seconds ahead of the start (prep, start) or after the
 * end (nudge). Only prep can have several, and working days. */
typedef struct {
  gint64 seconds[ONE_MAX_LEADS]; /* the longest first; -2: two working days, see model/leads.h */
  guint n;                       /* 0: the stage is not shown */
} OneLeads;

/* Hours of the day, in minutes after midnight. If both are equal there are none. */
typedef struct {
  int from;
  int to;
} OneQuiet;

/* Notifications the server holds back ("do not disturb"). */
typedef enum {
  ONE_INHIBITION_NONE,
  ONE_INHIBITION_SOME, /* what is urgent comes through */
  ONE_INHIBITION_ALL,  /* nothing comes through, and it is lost */
} OneInhibition;

typedef struct {
  char **sources;     /* (owned) absolute paths; empty: found in the usual places */
  OneFoundAll *found; /* (owned) what is in the usual places, also when others are configured */
  gboolean hidden;    /* calendars that their own program hides are read, too */
  char **me;          /* (owned) my addresses, lower case; empty: inferred */
  char **rooms;       /* (owned) glob patterns of addresses that are no people */
  char **titles;      /* (owned) further glob patterns of titles of one-on-ones */
  char **zones;       /* (owned) "NAME=ZONE": what a TZID means, as an IANA name */
  OneRole role;       /* of people whose role is not set */
  OneLeads leads[ONE_N_STAGES];
  GHashTable *persons;   /* (owned) address -> OneLeads[ONE_N_STAGES] (owned) */
  OneQuiet quiet;        /* hours in which nothing is shown; it waits for their end */
  guint quiet_days;      /* likewise days, but for what is of that same day: 1 << GDateWeekday */
  gboolean quiet_start;  /* … but the start reminder is */
  GTimeZone *zone;       /* (owned, nullable) of the quiet hours; NULL for UTC */
  gint64 snooze;         /* seconds */
  int promises;          /* when those of the day are told, in minutes after midnight; -1: never */
  guint items_min;       /* 3 */
  guint items_max;       /* 5 */
  char *pages;           /* (owned) folder of the pages, absolute */
  gboolean private_mode; /* no names, no text in notifications */
  /* The state of the desktop, not from oned.conf. */
  gboolean locked; /* the session is */
  OneInhibition inhibited;
} OneSettings;

OneSettings *one_settings_new (void); /* the defaults; `pages` is "" */

/* The leads of a stage for that person. (transfer none) */
const OneLeads *one_settings_get_leads (const OneSettings *settings, const char *address,
                                        OneStage stage);

/* The instant at which a reminder due at `at` is shown: `at`, or the end of the quiet hours and
 * days. `about`: an instant of the meeting, in whose own day quiet days do not count. */
gint64 one_settings_end_quiet (const OneSettings *settings, OneStage stage, gint64 at,
                               gint64 about);

/* Whether that day is a quiet one. */
gboolean one_settings_is_quiet_day (const OneSettings *settings, const GDate *day);

/* TRUE if due reminders wait for an unknown time. */
gboolean one_settings_is_held (const OneSettings *settings, OneStage stage);

/* TRUE if neither names nor text may be shown: somebody else may be looking. */
gboolean one_settings_is_hidden (const OneSettings *settings);
void one_settings_free (OneSettings *settings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneSettings, one_settings_free)
