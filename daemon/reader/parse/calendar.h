/* SPDX-License-Identifier: MIT */
/* A VCALENDAR: what holds for all of its events. */
#pragma once

#include <glib.h>

/* A VTIMEZONE as it stands in the file. */
typedef struct {
  char *name;    /* (owned) TZID; NULL until it is looked for */
  GString *text; /* (owned) its lines */
  guint line;
} OneOwnZone;

/* The properties of a VCALENDAR, which hold for all of its events. */
typedef struct {
  char *producer;        /* (owned) PRODID, cleaned; "" */
  char *zone;            /* (owned) X-WR-TIMEZONE; NULL if none */
  gboolean cancel;       /* METHOD:CANCEL */
  gboolean aside;        /* a METHOD that only speaks of an event: REPLY, COUNTER, … */
  GPtrArray *zones;      /* (owned) of OneOwnZone */
  GHashTable *overrides; /* (owned) zone name -> OneFound, see reader/expand/to-utc.h */
} OneCalendar;
