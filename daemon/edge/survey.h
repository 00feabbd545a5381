/* SPDX-License-Identifier: MIT */
/* Compares one source with what is known of it. Blocks for as long as the disk does, so it is for a
 * thread of its own (edge/scan.h). */
#pragma once

#include "edge/known.h"
#include "edge/watch.h"

typedef struct {
  char *path; /* (owned) absolute */
  OneStamp stamp;
  gboolean young; /* written to just now: maybe not for the last time */
} OneSurveyFile;

/* What is to be compared. */
typedef struct {
  char *path;          /* (owned) as configured */
  char **others;       /* (owned) folders that are sources of their own: theirs */
  OneKnownView *known; /* (owned) */
  OneWatch *watch;     /* (owned) each folder is added to it before it is read */
  guint64 device;      /* of the last comparison that went well; 0 for none */
} OneSurveySubject;

/* What the disk says. */
typedef struct {
  char *offline;       /* (owned) why it cannot be read, one clause; NULL if it can */
  char *target;        /* (owned) of a single file: where it really is; NULL for a folder */
  guint64 device;      /* that it is on */
  gboolean slow;       /* the kernel does not tell all of its changes */
  GPtrArray *changed;  /* (owned) of OneSurveyFile: not as they are known */
  GPtrArray *gone;     /* (owned) of char*, absolute: known and no longer there */
  GPtrArray *troubles; /* (owned) of OneTrouble */
} OneSurveyResult;

OneSurveyResult *one_survey_run (const OneSurveySubject *subject);

void one_survey_subject_free (OneSurveySubject *subject);
void one_survey_result_free (OneSurveyResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneSurveySubject, one_survey_subject_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneSurveyResult, one_survey_result_free)
