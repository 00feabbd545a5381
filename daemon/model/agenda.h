/* SPDX-License-Identifier: MIT */
/* The agenda of a meeting, with reasons. */
#pragma once

#include <glib.h>
#include "model/catalogue.h"
#include "model/meeting.h"
#include "model/promise.h"

/* How long a category has been away, as of one meeting. */
typedef struct {
  gint64 last_touched;  /* UTC seconds; 0 for never */
  guint meetings_since; /* 1: it came up last time. Never touched: since oned is used */
  guint unknown;        /* of these: nobody noted whether it came up */
  double weeks_since;   /* in whole days, over 7 */
  double score;         /* max (meetings_since / ideal, weeks_since / ideal) */
  OneNeglectState state;
} OneNeglect;

/* An action as an agenda sees it. */
typedef struct {
  OneAction *action;  /* (owned) */
  guint age_meetings; /* meetings held since it was made */
  gboolean overdue;   /* open, and its day is past */
} OneAgendaAction;

typedef struct {
  char *category; /* (owned) id */
  char *title;    /* (owned) */
  char *reason;   /* (owned) why it is there, in words and figures */
  guint minutes;
  OneCategoryRule rule;
  gboolean main;      /* the user made it the main subject */
  OneNeglect neglect; /* state is none for review, update and backup */
  OneLimits limits;
  GPtrArray *prompts; /* (owned) of OnePrompt */
  GPtrArray *points;  /* (owned) of OnePoint */
  GPtrArray *actions; /* (owned) of OneAgendaAction */
} OneItem;

typedef struct {
  OneMeeting *meeting; /* (owned) */
  GPtrArray *items;    /* (owned) of OneItem, in order */
  GPtrArray *parked;   /* (owned) of OnePoint: due, but no room; shown, never lost */
  char *note;          /* (owned) a gentle remark above the items; "" for none */
  gboolean prepared;   /* its categories are kept until the meeting */
} OneAgenda;

OneAgendaAction *one_agenda_action_new (const OneAction *action);
void one_agenda_action_free (OneAgendaAction *action);
OneItem *one_item_new (const char *category, const char *title);
void one_item_free (OneItem *item);
OneAgenda *one_agenda_new (const OneMeeting *meeting);
void one_agenda_free (OneAgenda *agenda);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneAgendaAction, one_agenda_action_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneItem, one_item_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneAgenda, one_agenda_free)
