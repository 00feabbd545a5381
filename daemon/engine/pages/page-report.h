/* SPDX-License-Identifier: MIT */
/* A page as it was taken over. Owned by whoever asked. */
#pragma once

#include <glib.h>
#include "core/page/page-left.h"
#include "model/meeting.h"
#include "store/db/store.h"

typedef struct {
  OneMeeting *meeting; /* (owned) whose page it is */
  char *path;          /* (owned) */
  GPtrArray *touched;  /* (owned) of char*: ids of categories that are ticked */
  GPtrArray *prepared; /* (owned) of char*: ids of categories that were ticked ahead of it */
  GPtrArray *actions;  /* (owned) of char*: "a12": those that were written on it */
  GPtrArray *closed;   /* (owned) of char*: "a12", "p7": actions and points that it closes */
  GPtrArray *left;     /* (owned) of OneTrouble: lines that were not taken over */
  guint notes;         /* how many: of categories, and of the meeting */
  guint taken_back;    /* lines that the user took back since, and left as they were */
  guint changes;       /* since it was read before; 0: nothing was new */
} OnePageReport;

OnePageReport *one_page_report_new (void);

/* Adds what is on the page (of OnePageLine) and in the store. The meeting is set already. */
gboolean one_page_report_add_lines (OnePageReport *report, const GPtrArray *lines, OneStore *store,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Adds what was not taken over (of OnePageLeft). The path is set already. */
void one_page_report_add_left (OnePageReport *report, const GPtrArray *left);
void one_page_report_free (OnePageReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePageReport, one_page_report_free)
