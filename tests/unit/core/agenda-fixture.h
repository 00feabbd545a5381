/* SPDX-License-Identifier: MIT */
/* Two people who meet, for tests of agendas: their history so far, and the next meeting. */
#pragma once

#include "core/agenda/compose.h"

#define FIXTURE_DAY (24 * 60 * 60)
#define FIXTURE_WEEK (7 * FIXTURE_DAY)
#define FIXTURE_FIRST 1767603600 /* Monday 2026-01-05 09:00 UTC: the first meeting */

typedef struct {
  OneMeeting *meeting;     /* (owned) the next one, id = number of past ones + 1 */
  OneHistory *history;     /* (owned) */
  GPtrArray *actions;      /* (owned) of OneAction */
  GPtrArray *points;       /* (owned) of OnePoint */
  OneCatalogue *catalogue; /* (owned) as shipped for the role */
  OneSettings *settings;   /* (owned) the defaults */
  GTimeZone *zone;         /* (owned) UTC */
  OneComposeInput input;   /* of the above; now is half an hour ahead of the meeting */
} AgendaFixture;

AgendaFixture *fixture_new (OneRole role, guint minutes);
void fixture_free (AgendaFixture *fixture);

/* The next meeting becomes a past one, and another follows after so many seconds. */
void fixture_pass (AgendaFixture *fixture, OneMeetingState state, gint64 step);

/* Adds a touch, the proposals of an agenda, an open point, an open action. */
void fixture_touch (AgendaFixture *fixture, const char *category, gint64 meeting);
void fixture_propose (AgendaFixture *fixture, const OneAgenda *agenda);
OnePoint *fixture_add_point (AgendaFixture *fixture, const char *category, gint64 created);
OneAction *fixture_add_action (AgendaFixture *fixture, OneOwner owner, gint64 created);

/* "review update wins …" (transfer full) */
char *fixture_format (const OneAgenda *agenda);
const OneItem *fixture_find (const OneAgenda *agenda, const char *category);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgendaFixture, fixture_free)
