/* SPDX-License-Identifier: MIT */
/* A pair that meets, for the tests of agendas: what happened so far, and the next meeting. */
#pragma once

#include "core/agenda/compose.h"

#define STAGE_DAY (24 * 60 * 60)
#define STAGE_WEEK (7 * STAGE_DAY)
#define STAGE_FIRST 1767603600 /* Monday 2026-01-05 09:00 UTC: the first meeting */

typedef struct {
  OneMeeting *meeting;     /* (owned) the next one, id = number of past ones + 1 */
  OneHistory *history;     /* (owned) */
  GPtrArray *actions;      /* (owned) of OneAction */
  GPtrArray *points;       /* (owned) of OnePoint */
  OneCatalogue *catalogue; /* (owned) as shipped for the role */
  OneSettings *settings;   /* (owned) the defaults */
  GTimeZone *zone;         /* (owned) UTC */
  OneComposeInput input;   /* of the above; now is half an hour ahead of the meeting */
} Stage;

Stage *stage_new (OneRole role, guint minutes);
void stage_free (Stage *stage);

/* The next meeting becomes a past one, and another follows after so many seconds. */
void stage_pass (Stage *stage, OneMeetingState state, gint64 step);

/* A touch, a proposal of one category, an open point, an open action of mine. */
void stage_touch (Stage *stage, const char *category, gint64 meeting);
void stage_propose (Stage *stage, const OneAgenda *agenda);
OnePoint *stage_add_point (Stage *stage, const char *category, gint64 created);
OneAction *stage_add_action (Stage *stage, OneOwner owner, gint64 created);

/* "review update wins …" (transfer full) */
char *stage_format (const OneAgenda *agenda);
const OneItem *stage_find (const OneAgenda *agenda, const char *category);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stage, stage_free)
