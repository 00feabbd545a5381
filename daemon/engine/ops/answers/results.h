/* SPDX-License-Identifier: MIT */
/* Answers of the operations: plain values joined from several rooms, ready for the bus. Each is
 * (transfer full) to whoever asked.
 * lint-allow: header-length, because it is the list of all answers. */
#pragma once

#include <glib.h>
#include "core/plan/plan.h"
#include "model/agenda.h"
#include "model/base/trouble.h"
#include "model/meeting.h"
#include "model/person.h"
#include "model/promise.h"

typedef struct {
  OneAction *action; /* (owned) */
  char *person;      /* (owned) name */
  guint age_meetings;
  gboolean overdue;
} OneActionView;

typedef struct {
  OnePoint *point; /* (owned) */
  char *person;    /* (owned) name */
  gboolean soon;   /* its category is better asked about at once */
  gint64 at;       /* when it is to be asked, UTC seconds; 0 if that is not ahead */
} OnePointView;

/* One of the two. */
typedef struct {
  OneActionView *action; /* (owned) or NULL */
  OnePointView *point;   /* (owned) or NULL */
} OnePromiseView;

typedef struct {
  OnePerson *person; /* (owned) */
  gint64 last_met;   /* UTC seconds; 0 for never */
  gint64 next_meeting;
  guint held;
  gint64 held_since; /* start of the first that is known; 0 for none */
  guint open_actions;
} OnePersonView;

/* One meeting in the history of a category. */
typedef struct {
  gint64 meeting;
  gint64 start;
  gboolean known; /* somebody noted what was talked about */
  gboolean touched;
  gboolean proposed;
} OneCoverageCell;

typedef struct {
  char *category; /* (owned) id */
  char *title;    /* (owned) */
  OneNeglect neglect;
  OneLimits limits;
  GArray *cells; /* (owned) of OneCoverageCell, oldest first */
} OneCoverageRow;

typedef struct {
  char *person; /* (owned) name */
  guint held;
  guint unknown;   /* of them: nobody noted what was talked about */
  GPtrArray *rows; /* (owned) of OneCoverageRow */
} OneCoverage;

void one_action_view_free (OneActionView *view);
void one_point_view_free (OnePointView *view);
void one_promise_view_free (OnePromiseView *view);
void one_person_view_free (OnePersonView *view);
void one_coverage_row_free (OneCoverageRow *row);
void one_coverage_free (OneCoverage *coverage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneActionView, one_action_view_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePointView, one_point_view_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePromiseView, one_promise_view_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePersonView, one_person_view_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneCoverage, one_coverage_free)

/* The whole history with one person. */

typedef struct {
  char *category; /* (owned) id; "" for the meeting */
  char *text;     /* (owned) */
  gint64 created; /* UTC seconds */
} OneChronicleNote;

typedef struct {
  OneMeeting *meeting; /* (owned) */
  GPtrArray *touched;  /* (owned) of char*: ids of categories */
  GPtrArray *notes;    /* (owned) of OneChronicleNote, as they were written */
} OneChronicleEntry;

typedef struct {
  OnePersonView *person; /* (owned) */
  GPtrArray *entries;    /* (owned) of OneChronicleEntry, by start */
  GPtrArray *actions;    /* (owned) of OneActionView, by id */
  GPtrArray *points;     /* (owned) of OnePointView, by id */
  OneCoverage *coverage; /* (owned) */
} OneChronicle;

OneChronicleNote *one_chronicle_note_new (const char *category, const char *text, gint64 created);
void one_chronicle_note_free (OneChronicleNote *note);
OneChronicleEntry *one_chronicle_entry_new (const OneMeeting *meeting);
void one_chronicle_entry_free (OneChronicleEntry *entry);
void one_chronicle_free (OneChronicle *chronicle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneChronicleEntry, one_chronicle_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneChronicle, one_chronicle_free)

typedef enum {
  ONE_WRITTEN_NOTE,
  ONE_WRITTEN_POINT,
  ONE_WRITTEN_ACTION,
} OneWritten;

typedef struct {
  OneWritten kind;
  gint64 id;
  char *person;   /* (owned) name */
  gint64 meeting; /* 0 for none */
  gint64 at;      /* start of a note's meeting, else when it was written; UTC seconds */
  OneState state; /* of a point or an action */
  char *category; /* (owned) id; "" for none */
  char *text;     /* (owned) */
} OneWrittenView;

void one_written_view_free (OneWrittenView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneWrittenView, one_written_view_free)

typedef struct {
  gint64 start, end, original;
  OneMeetingState state;
} OneExplainedOccurrence;

/* The verdict on one series. */
typedef struct {
  char *uid;      /* (owned) */
  char *summary;  /* (owned) */
  char *source;   /* (owned) path */
  char *calendar; /* (owned) name of the source that it is in; "" for a file of none */
  char *reason;   /* (owned) */
  char *person;   /* (owned) name; "" if it is no one-on-one */
  char *zone;     /* (owned) with how it was found */
  gboolean one_on_one;
  gboolean with_me;    /* I am among its people */
  char **others;       /* (owned) addresses of the two that meet without me; NULL if they do not */
  GArray *occurrences; /* (owned) of OneExplainedOccurrence, by start */
  GArray *reminders;   /* (owned) of OneAhead: of its next meeting that has any; NULL for none */
} OneExplained;

typedef struct {
  char *path; /* (owned) */
  char *name; /* (owned) by which its owner knows it */
  OneSourceKind kind;
  gboolean nameless; /* no event in it names a person, so that only titles tell */
  guint files;
  guint series;
  gint64 changed; /* UTC seconds; 0 if not known */
  gboolean stale; /* cannot be read at present: what was known of it stays */
} OneSourceView;

typedef struct {
  gint64 started;
  gint64 known_from; /* the calendars are read from there on, UTC seconds */
  char **me;         /* (owned) */
  gboolean me_inferred;
  GPtrArray *sources; /* (owned) of OneSourceView */
  char **hidden;    /* (owned) names of calendars that are not read, as their program hides them */
  OneMeeting *next; /* (owned) NULL for none */
  gint64 reminder_at; /* UTC seconds; 0 for none ahead */
  OneStage reminder;
  char **habits;           /* (owned) of the notification server; NULL if they are not known */
  OneInhibition inhibited; /* what it holds back now */
  GPtrArray *troubles;     /* (owned) of OneTrouble */
} OneStatusView;

void one_explained_free (OneExplained *explained);
void one_source_view_free (OneSourceView *view);
void one_status_view_free (OneStatusView *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneExplained, one_explained_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneStatusView, one_status_view_free)
